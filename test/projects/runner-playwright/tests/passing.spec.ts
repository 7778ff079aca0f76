import { contractFetch } from 'nexconn-contract/testing';
import { expect, test, toResponse } from './contract.js';

const chat = { model: 'gemini-2.5-flash', messages: [{ role: 'user', content: 'Hello' }] };
const headers = { Authorization: 'Bearer any', 'Content-Type': 'application/json' };

test('what a page sends came as the contract has it', async ({ page, mock, mockUrl }) => {
  await page.goto(`${mockUrl}/__mock/health`);
  const status = await page.evaluate(async ([url, init]) => (await fetch(url, init)).status, [
    `${mockUrl}/v1/chat/completions`,
    { method: 'POST', headers, body: JSON.stringify(chat) },
  ] as const);
  expect(status).toBe(200);
  expect(mock).toHaveReceived('createChatCompletion', chat);
  expect(mock).toHaveReceivedTimes(1, 'createChatCompletion');
});

test('what a page got can be routed through the kit', async ({ page, mock }) => {
  const checked = contractFetch(mock.fetch, { onViolation: 'collect' });
  await page.route('https://api-xmodel.nexconn.ai/**', async (route) => {
    const request = route.request();
    const response = await checked(request.url(), {
      method: request.method(),
      headers: await request.allHeaders(),
      body: request.postData(),
    });
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  });
  await page.goto('about:blank');
  const models = await page.evaluate(async () => {
    const response = await fetch('https://api-xmodel.nexconn.ai/v1/models', { headers: { Authorization: 'Bearer any' } });
    return (await response.json()).data.length;
  });
  expect(models).toBeGreaterThan(0);
  expect(checked).toHaveNoViolations();
});

test('an answer to Playwright itself is checked', async ({ request, mockUrl }) => {
  await expect(await toResponse(await request.get(`${mockUrl}/v1/models`, { headers }))).toMatchContract('listModels');
});
