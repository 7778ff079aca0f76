import { contractFetch } from 'nexconn-contract/testing';
import { expect, test } from './contract.js';

test('a response that the contract does not have', async () => {
  await expect(Response.json({ object: 'chat.completion' })).toMatchContract('createChatCompletion');
});

test('a request that the contract does not have', async ({ mock }) => {
  const headers = { Authorization: 'Bearer any', 'Content-Type': 'application/json' };
  await contractFetch(mock.fetch)('http://mock/v1/chat/completions', { method: 'POST', headers, body: '{"model":"gemini-2.5-flash"}' });
});

test('a request that did not come', async ({ mock }) => {
  expect(mock).toHaveReceived('createVideo');
});
