import { type components, createNexconnClient } from 'nexconn-contract';
import { createMock, type Mock } from 'nexconn-contract/mock';
import { contractFetch } from 'nexconn-contract/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';

const chat = {
  model: 'gemini-2.5-flash',
  messages: [{ role: 'user', content: 'Hello' }],
} satisfies components['schemas']['ChatCompletionRequest'];
let mock: Mock;
beforeAll(async () => {
  mock = await createMock();
});
afterAll(() => mock.close());

test('a chat is as the contract has it, and came as it was sent', async () => {
  const client = createNexconnClient({ apiKey: 'any', baseUrl: 'http://mock', fetch: contractFetch(mock.fetch) });
  const { data } = await client.createChatCompletion(chat);
  expect(data).toMatchSchema('ChatCompletionResponse');
  expect(mock).toHaveReceived('createChatCompletion', chat);
});

test('an answer is checked', async () => {
  const headers = { Authorization: 'Bearer any' };
  await expect(await mock.fetch('http://mock/v1/models', { headers })).toMatchContract('listModels');
});
