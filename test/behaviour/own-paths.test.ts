/** What mock and proxy tell of themselves is for this machine; what they stand for is open to all. Over sockets: no `fetch` names another host. */
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProxy } from '../../src/proxy/index.js';
import { createMock, type Mock } from '../mocks.js';

interface Said {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

const ask = (url: string, method: string, path: string, headers: Record<string, string>, body = ''): Promise<Said> =>
  new Promise((resolve, reject) => {
    const asked = request(`${url}${path}`, { method, headers, setHost: headers.host === undefined }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    asked.on('error', reject);
    asked.end(body);
  });

let mock: Mock;
let open: Mock;
let proxy: ReturnType<typeof createProxy>;
const urls: Record<'mock' | 'open' | 'proxy', string> = { mock: '', open: '', proxy: '' };

beforeAll(async () => {
  mock = await createMock();
  urls.mock = (await mock.listen()).url;
  proxy = createProxy({ target: new URL(urls.mock) });
  urls.proxy = (await proxy.listen()).url;
  open = await createMock({ allowHosts: ['mock.example.com'] });
  urls.open = `http://127.0.0.1:${(await open.listen(0, '0.0.0.0')).port}`;
});
afterAll(() => Promise.all([mock.close(), open.close(), proxy.close()]));

const own = {
  mock: ['health', 'ready', 'requests', 'coverage', 'reset', 'scenarios', 'holds?id=1', 'clock', 'none', ''].map(
    (name) => `/__mock/${name}`,
  ),
  proxy: [
    '/__proxy/health',
    '/__proxy/ready',
    '/__proxy/requests',
    '/__proxy/coverage',
    '/__proxy/violations',
    '/__proxy/none',
    '/__mock/requests',
  ],
};
own.mock.push('/__session/a/__mock/requests', '/__session/a/__mock/reset');
own.proxy.push('/x/..//__PROXY/requests', '/%5f_proxy/requests');
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

const strangers: Record<string, Record<string, string>> = {
  'a page of elsewhere': { origin: 'https://evil.example' },
  'a page in a sandbox': { origin: 'null' },
  'a form of elsewhere': { origin: 'https://evil.example', 'content-type': 'text/plain' },
  'a preflight of elsewhere': {
    origin: 'https://evil.example',
    'access-control-request-method': 'POST',
    'access-control-request-private-network': 'true',
  },
  'a page whose name leads here': { host: 'evil.example:4010' },
  'a page whose name leads here, with its origin': { host: 'evil.example', origin: 'http://evil.example' },
  'a page whose name leads here, and that pretends': { host: 'evil.example', 'x-forwarded-host': 'localhost', 'x-forwarded-proto': 'http' },
};

describe.each(['mock', 'proxy'] as const)('the %s', (server) => {
  test.each(Object.entries(strangers))('tells nothing to %s', async (_, headers) => {
    await mock.use({ name: 'kept', answers: [{ text: 'Kept.' }] });
    for (const path of own[server])
      for (const method of methods) {
        const { status, headers: said, body } = await ask(urls[server], method, path, headers, method === 'POST' ? '{}' : '');
        expect([method, path, status, said['access-control-allow-origin']]).toEqual([method, path, 403, undefined]);
        if (method !== 'HEAD') expect(Object.keys(JSON.parse(body))).toEqual(['message']);
      }
    // Nothing was forgotten, either.
    const { body } = await ask(urls.mock, 'GET', '/__mock/scenarios', {});
    expect(JSON.parse(body)).toMatchObject([{ name: 'kept' }]);
    await mock.reset();
  });

  test('is for every page and by every name what it stands for', async () => {
    const callers: Record<string, string>[] = [{ origin: 'https://evil.example' }, { host: 'evil.example' }];
    for (const headers of callers) {
      const listed = await ask(urls[server], 'GET', '/v1/models', { ...headers, authorization: 'Bearer any' });
      expect(listed.status).toBe(200);
      if (headers.origin) expect(listed.headers['access-control-allow-origin']).toBe(headers.origin);
    }
    expect((await ask(urls[server], 'GET', '/__mock/media/a.mp4', { origin: 'https://evil.example' })).status).toBe(200);
  });

  test('tells it to a page of this machine, which asks beforehand', async () => {
    const origin = 'http://localhost:5173';
    const path = server === 'mock' ? '/__mock/requests' : '/__proxy/requests';
    const allowed = await ask(urls[server], 'OPTIONS', path, { origin, 'access-control-request-method': 'DELETE' });
    expect(allowed).toMatchObject({
      status: 204,
      headers: { 'access-control-allow-origin': origin, 'access-control-allow-methods': 'DELETE' },
    });
    expect(await ask(urls[server], 'GET', path, { origin })).toMatchObject({
      status: 200,
      headers: { 'access-control-allow-origin': origin },
    });
  });
});

test.each([
  ['a container calls by the name of the service', { host: 'mock:4010' }, 200],
  ['a page calls by the address of the machine', { host: '10.0.0.7:4010', origin: 'http://10.0.0.7:4010' }, 200],
  ['a host is named that is allowed', { host: 'mock.example.com' }, 200],
  ['a name of the internet leads here', { host: 'evil.example' }, 403],
  ['a page of elsewhere calls', { host: 'mock:4010', origin: 'http://evil.example' }, 403],
] as const)('open to other machines, where %s', async (_, headers, status) => {
  expect((await ask(urls.open, 'GET', '/__mock/requests', headers)).status).toBe(status);
});

test('a name that the server was told to listen on is its own', async () => {
  const named = await createMock();
  const { port } = await named.listen(0, '127.0.0.2');
  expect((await ask(`http://127.0.0.2:${port}`, 'GET', '/__mock/requests', { host: '127.0.0.2' })).status).toBe(200);
  await named.close();
});
