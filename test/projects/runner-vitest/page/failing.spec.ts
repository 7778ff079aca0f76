import { contractFetch } from 'nexconn-contract/testing';
import { expect, inject, test } from 'vitest';

test('a response that the contract does not have', async () => {
  await expect(Response.json({ object: 'chat.completion' })).toMatchContract('createChatCompletion');
});

test('a request that the contract does not have', async () => {
  const headers = { Authorization: 'Bearer any', 'Content-Type': 'application/json' };
  await contractFetch()(`${inject('mockUrl')}/v1/chat/completions`, { method: 'POST', headers, body: '{"model":"gemini-2.5-flash"}' });
});
