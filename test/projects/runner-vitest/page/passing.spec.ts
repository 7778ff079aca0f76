import { createNexconnClient } from 'nexconn-contract';
import { createMock } from 'nexconn-contract/mock';
import { contractFetch } from 'nexconn-contract/testing';
import { expect, inject, test } from 'vitest';

const baseUrl = inject('mockUrl');

test('a stream reaches a page as the contract has it', async () => {
  const checked = contractFetch();
  const client = createNexconnClient({ apiKey: 'any', baseUrl, fetch: checked });
  let text = '';
  const stream = client.streamChatCompletion({ model: 'gemini-2.5-flash', messages: [{ role: 'user', content: 'Hello' }] });
  for await (const { choices } of stream) text += choices[0]?.delta.content ?? '';
  expect(text).not.toBe('');
  expect(checked).toHaveNoViolations();
});

test('an answer is checked', async () => {
  await expect(await fetch(`${baseUrl}/v1/models`, { headers: { Authorization: 'Bearer any' } })).toMatchContract('listModels');
});

test('a page that takes the mock of Node.js hears which is for pages', async () => {
  await expect(createMock()).rejects.toThrow('mockGateway of nexconn-contract/msw is the mock');
});
