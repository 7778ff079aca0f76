/** What the proxy tells about itself. */
import { request } from 'node:http';
import { afterAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import { createMock } from '../../src/mock/index.js';
import { createProxy } from '../../src/proxy/index.js';

const mock = await createMock();
const { url: mockUrl } = await mock.listen();
const proxy = createProxy({ target: new URL(mockUrl) });
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
      paths: ['health', 'requests', 'coverage', 'violations', 'ready'].map((name) => `/__proxy/${name}`),
    },
  });
});

test('what it tells is not to be kept', async () => {
  const { headers } = await fetch(`${url}/__proxy/coverage`);
  expect([headers.get('content-type'), headers.get('cache-control')]).toEqual(['application/json', 'no-store']);
});

describe('never reaches the gateway', () => {
  const send = (method: string, path: string) =>
    new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
      const outgoing = request({ host: '127.0.0.1', port: new URL(url).port, method, path }, async (response) => {
        let text = '';
        for await (const piece of response) text += piece;
        resolve({ status: response.statusCode, text });
      });
      outgoing.on('error', reject).end();
    });

  test.each([
    ['GET', '/__mock/coverage', 404],
    ['GET', '/__mock/%63overage', 404],
    ['DELETE', '/__mock/requests', 404],
    ['POST', '/__mock/reset', 404],
    ['PUT', '//__mock/scenarios', 404],
    ['GET', '//__proxy/coverage', 200],
    ['GET', '/%5f_proxy/coverage', 200],
    ['HEAD', '/__proxy/ready', 200],
    ['GET', `${url}/__proxy/health`, 200],
    ['GET', '/base/__proxy/health', 200],
  ])('%s %s', async (method, path, status) => {
    mock.reset();
    const before = proxy.journal().length;
    const answer = await send(method, path);
    expect([answer.status, mock.journal(), proxy.journal().length - before]).toEqual([status, [], 0]);
    if (status === 404)
      expect(JSON.parse(answer.text)).toMatchObject({
        message: expect.stringContaining('this is a proxy, whose own paths are below /__proxy/'),
      });
  });
});

test.each(['//', '*', '/v1/models%', '//v1/models?a=http://[', 'http://'])(
  'a strange target is passed on, and ends nothing: %s',
  async (path) => {
    const outgoing = request({
      host: '127.0.0.1',
      port: new URL(url).port,
      method: 'GET',
      path: path.startsWith('http') ? `${path}` : path,
    });
    await new Promise<void>((resolve) =>
      outgoing
        .on('response', (response) => response.resume().on('end', resolve))
        .on('error', () => resolve())
        .end(),
    );
    expect((await call('GET', 'health')).status).toBe(200);
  },
);

test('a page of somewhere else is told nothing', async () => {
  const response = await fetch(`${url}/__proxy/requests`, { headers: { origin: 'https://elsewhere.example' } });
  expect(response.status).toBe(403);
});

test('files that a mock behind gave the address of pass unseen', async () => {
  const path = '/__mock/media/file.mp4';
  const [direct, passed] = await Promise.all(
    [new URL(mockUrl).origin, url].map(async (origin) => (await fetch(origin + path)).arrayBuffer()),
  );
  expect(passed?.byteLength).toBe(direct?.byteLength);
  expect(proxy.journal()).toHaveLength(3);
});

test('what was found is counted, and can be asked for', async () => {
  const before = (await call('GET', 'violations')).body;
  await (await fetch(`${url}/v1/chat/completions`, { method: 'POST', body: '{}', headers: { authorization: 'Bearer any' } })).text();
  const { exchanges, broken, violations } = (await call('GET', 'violations')).body;
  expect([exchanges - before.exchanges, broken - before.broken]).toEqual([1, 1]);
  const found = (await call('GET', 'requests?violations')).body;
  expect(found).toMatchObject([{ operation: 'createChatCompletion', status: 415, requestId: expect.any(String) }]);
  expect(violations - before.violations).toBe(found[0].violations.length);
  expect((await call('GET', 'requests?violations=false')).body).toHaveLength(3);
  expect((await call('GET', `requests?requestId=${found[0].requestId}`)).body).toHaveLength(1);
  expect(mock.journal({ requestId: found[0].requestId })).toHaveLength(1);
  expect((await call('GET', 'requests?violations=some')).status).toBe(400);
});

describe('readiness', () => {
  test('is told where the gateway can be reached', async () => {
    expect(await call('GET', 'ready')).toEqual({ status: 200, body: { status: 'ready' } });
  });

  test('is denied where it cannot', async () => {
    const lonely = createProxy({ target: new URL('http://127.0.0.1:9') });
    onTestFinished(() => lonely.close());
    const response = await fetch(`${(await lonely.listen()).url}/__proxy/ready`);
    expect([response.status, await response.json()]).toEqual([
      503,
      { status: 'not ready', message: 'nobody answers at http://127.0.0.1:9: ECONNREFUSED' },
    ]);
  });
});

describe('a proxy that would observe itself', () => {
  test('does not start', async () => {
    const { port } = new URL(url);
    const own = createProxy({ target: new URL(`http://localhost:${port}`) });
    await expect(own.listen(Number(port))).rejects.toThrow(
      `the proxy would observe itself: http://localhost:${port} is where it listens; give it the address of the gateway`,
    );
  });

  test('by way of another one is told so, and goes round once', async () => {
    const target = new URL('http://127.0.0.1:1');
    const first = createProxy({ target });
    const second = createProxy({ target: new URL((await first.listen()).url) });
    target.port = String((await second.listen()).port);
    onTestFinished(async () => void (await Promise.all([first.close(), second.close()])));
    const response = await fetch(`${target.origin}/v1/models`);
    expect([response.status, await response.text()]).toEqual([
      508,
      expect.stringContaining('the proxy observes itself: what it passes on to'),
    ]);
    const entries = [...first.journal(), ...second.journal()];
    // Where it comes back it is noted as well, and goes no further.
    expect(entries.map(({ refused }) => refused !== undefined)).toEqual([false, false, true]);
    expect(entries.at(-1)).toMatchObject({ status: 508, refused: expect.stringContaining('observes itself') });
  });
});
