import { setupServer } from 'msw/node';
import { createMock } from 'nexconn-contract/mock';
import { mockGateway } from 'nexconn-contract/msw';
import 'nexconn-contract/testing/vitest';
import { afterAll, beforeAll, expect, test } from 'vitest';

const server = setupServer(...mockGateway({ baseUrl: 'http://gateway.test' }).handlers);
beforeAll(() => server.listen());
afterAll(() => server.close());

test('a response of the gateway matches the contract', async () => {
  const response = await fetch('http://gateway.test/v1/models', { headers: { authorization: 'Bearer any' } });
  await expect(response).toMatchContract('listModels');
});

test('a mock tells what came in', async () => {
  const mock = await createMock();
  await mock.fetch('http://mock.test/v1/models', { headers: { authorization: 'Bearer any' } });
  expect(mock).toHaveReceived('listModels');
});
