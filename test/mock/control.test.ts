/** What the mock tells about itself. */
import { beforeEach, describe, expect, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import { createMock } from '../../src/mock/index.js';

const mock = await createMock();

const call = async (method: string, path: string) => {
  const response = await mock.fetch(`http://mock/__mock/${path}`, { method });
  const text = await response.text();
  return { status: response.status, allow: response.headers.get('allow'), body: text === '' ? undefined : JSON.parse(text) };
};

beforeEach(async () => {
  await mock.reset();
  for (const [path, session] of Object.entries({ '/v1/models': 'one', '/v1/files/none': 'two' })) {
    await mock.fetch(`http://mock${path}`, { headers: { authorization: 'Bearer any', prefer: `session=${session}` } });
  }
});

describe('the journal', () => {
  test.each([
    ['requests', ['listModels', 'getFile']],
    ['requests?operation=listModels', ['listModels']],
    ['requests?status=404', ['getFile']],
    ['requests?session=one', ['listModels']],
    ['requests?session=one&status=404', []],
  ])('%s', async (path, operations) => {
    const { status, body } = await call('GET', path);
    expect([status, body.map(({ operation }: { operation: string }) => operation)]).toEqual([200, operations]);
  });

  test.each([
    ['DELETE', 'requests', []],
    ['DELETE', 'requests?session=one', ['getFile']],
    ['POST', 'reset', []],
    ['POST', 'reset?session=two', ['listModels']],
  ])('after %s %s', async (method, path, operations) => {
    expect(await call(method, path)).toMatchObject({ status: 204, body: undefined });
    expect(mock.journal().map(({ operation }) => operation)).toEqual(operations);
  });
});

test('health', async () => {
  const { title, version, hash, build, operations } = contract;
  const body = { status: 'ok', title, version, hash, build, operations: operations.length, uptime: expect.any(Number) };
  expect(await call('GET', 'health')).toMatchObject({ status: 200, body });
});

test('coverage', async () => {
  expect(await call('GET', 'coverage')).toMatchObject({ status: 200, body: { operations: { hit: 2, total: contract.operations.length } } });
});

test.each(['health', 'requests', 'coverage'])('HEAD %s', async (path) => {
  expect(await call('HEAD', path)).toEqual({ status: 200, allow: null, body: undefined });
});

test.each([
  ['POST', 'health', 'GET'],
  ['PUT', 'requests', 'GET, DELETE'],
  ['DELETE', 'coverage', 'GET'],
  ['GET', 'reset', 'POST'],
])('%s %s is not allowed', async (method, path, allow) => {
  expect(await call(method, path)).toEqual({ status: 405, allow, body: { message: `allowed: ${allow}` } });
});

test.each(['nothing', '', 'constructor', 'health/'])('/__mock/%s is nothing', async (path) => {
  expect(await call('GET', path)).toEqual({
    status: 404,
    allow: null,
    body: {
      message: `no such path: /__mock/${path}`,
      paths: [
        '/__mock/health',
        '/__mock/requests',
        '/__mock/coverage',
        '/__mock/ready',
        '/__mock/reset',
        '/__mock/scenarios',
        '/__mock/holds',
        '/__mock/clock',
      ],
    },
  });
});

test('a hold without its id is asked for it', async () => {
  expect(await call('GET', 'holds')).toMatchObject({ status: 400, body: { message: expect.stringMatching(/^say which hold: .*id=/) } });
  expect(await call('GET', 'holds?id=7')).toMatchObject({ status: 404, body: { message: expect.stringMatching(/^there is no hold 7/) } });
});

describe('a page', () => {
  const ask = (origin: string | undefined, method: string, path: string, host = '127.0.0.1:4010') =>
    mock.fetch(`http://${host}${path}`, {
      method,
      headers: { ...(origin !== undefined && { origin }), authorization: 'Bearer any' },
      ...(method === 'POST' && { body: '{"answers":[{"text":"x"}]}' }),
    });
  const paths = [
    ['GET', '/__mock/requests'],
    ['GET', '/__mock/coverage'],
    ['POST', '/__mock/scenarios'],
    ['POST', '/__session/one/__mock/scenarios'],
    ['POST', '/__mock/reset'],
  ] as const;

  test.each([
    'https://evil.example',
    'http://192.168.1.7:5173',
    'http://127.0.0.1.evil.example',
    'http://mylocalhost',
    'null',
    'not an address',
  ])('of %s may not ask what others sent, or say how they are answered', async (origin) => {
    for (const [method, path] of paths) {
      const response = await ask(origin, method, path);
      expect([response.status, await response.json()], path).toEqual([
        403,
        { message: expect.stringContaining(`a page of ${origin} may not`) },
      ]);
    }
    expect((await ask(origin, 'GET', '/v1/models')).status).toBe(200);
    const listed = (await ask(undefined, 'GET', '/__mock/scenarios')).json();
    expect(await listed).toEqual([]);
  });

  test.each([
    ['http://localhost:5173', '127.0.0.1:4010'],
    ['http://127.0.0.1:4010', '127.0.0.1:4010'],
    ['http://[::1]:3000', 'localhost:4010'],
    ['https://app.localhost', '127.0.0.1:4010'],
    ['http://192.168.1.7:4010', '192.168.1.7:4010'],
    ['https://mock.example', 'mock.example'],
    [undefined, 'anywhere.example'],
  ])('of %s may ask the mock at %s', async (origin, host) => {
    for (const [method, path] of paths) expect((await ask(origin, method, path, host)).ok, path).toBe(true);
  });
});

test('what it tells is not to be kept', async () => {
  const { headers } = await mock.fetch('http://mock/__mock/coverage');
  expect([headers.get('content-type'), headers.get('cache-control')]).toEqual(['application/json', 'no-store']);
});
