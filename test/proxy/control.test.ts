/** What the proxy tells about itself. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import { createMock } from '../../src/mock/index.js';
import { createProxy } from '../../src/proxy/index.js';

const mock = await createMock();
const proxy = createProxy({ target: new URL((await mock.listen()).url) });
const { url } = await proxy.listen();
afterAll(() => Promise.all([proxy.close(), mock.close()]));

const call = async (method: string, path: string) => {
  const response = await fetch(`${url}/__proxy/${path}`, { method });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
};

beforeEach(async () => {
  await call('DELETE', 'requests');
  for (const path of ['/v1/models', '/v1/files/none', '/v1/models']) {
    await (await fetch(url + path, { headers: { authorization: 'Bearer any' } })).text();
  }
});

describe('the journal', () => {
  test.each([
    ['requests', ['listModels', 'getFile', 'listModels']],
    ['requests?operation=listModels', ['listModels', 'listModels']],
    ['requests?status=404', ['getFile']],
    ['requests?status=404&operation=listModels', []],
    ['requests?session=one', ['listModels', 'getFile', 'listModels']],
  ])('%s', async (path, operations) => {
    const { status, body } = await call('GET', path);
    expect([status, body.map(({ operation }: { operation: string }) => operation)]).toEqual([200, operations]);
  });

  test.each(['requests', 'requests?session=one'])('is cleared by DELETE %s', async (path) => {
    expect(await call('DELETE', path)).toEqual({ status: 204, body: undefined });
    expect((await call('GET', 'requests')).body).toEqual([]);
  });
});

test('health', async () => {
  const { title, version, hash } = contract;
  expect(await call('GET', 'health')).toEqual({ status: 200, body: { status: 'ok', title, version, hash } });
});

test('coverage', async () => {
  expect(await call('GET', 'coverage')).toMatchObject({ status: 200, body: { operations: { hit: 2, total: contract.operations.length } } });
});

test.each([
  ['GET', 'nothing'],
  ['GET', ''],
  ['POST', 'health'],
  ['DELETE', 'coverage'],
])('%s %s is nothing', async (method, path) => {
  expect(await call(method, path)).toEqual({
    status: 404,
    body: {
      message: `no such path: ${method} /__proxy/${path}`,
      paths: ['/__proxy/health', '/__proxy/requests', '/__proxy/coverage'],
    },
  });
});

test('what it tells is not to be kept', async () => {
  const { headers } = await fetch(`${url}/__proxy/coverage`);
  expect([headers.get('content-type'), headers.get('cache-control')]).toEqual(['application/json', 'no-store']);
});
