import { test } from 'node:test';
import { createMock } from 'nexconn-contract/mock';
import { contractFetch } from 'nexconn-contract/testing';

test('a request that the contract does not have', async () => {
  const mock = await createMock();
  const headers = { Authorization: 'Bearer any', 'Content-Type': 'application/json' };
  await contractFetch(mock.fetch)('http://mock/v1/chat/completions', { method: 'POST', headers, body: '{"model":"gemini-2.5-flash"}' });
});
