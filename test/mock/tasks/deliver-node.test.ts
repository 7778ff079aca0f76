/** Which addresses the mock calls, and how: real receivers on this machine, and names that lead where a test says. */
import plainDns from 'node:dns';
import dns from 'node:dns/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { AddressRefused } from '../../../src/mock/tasks/deliver.js';
import { deliverFromNode } from '../../../src/mock/tasks/deliver-node.js';

const ended: (() => unknown)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const end of ended.splice(0)) await end();
});

interface Received {
  path: string | undefined;
  headers: Record<string, unknown>;
  body: string;
}

async function receive(answer: RequestListener = (_, response) => response.end('{}'), host = '127.0.0.1') {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      received.push({ path: request.url, headers: request.headers, body });
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  ended.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return { received, port: (server.address() as AddressInfo).port };
}

/** Every name leads there from now on. */
const namesLeadTo = (...addresses: string[]) =>
  vi.spyOn(dns, 'lookup').mockResolvedValue(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })) as never);

const why = (address: string, allowAll = false) =>
  deliverFromNode(allowAll)(address, '{}').then(
    (status) => status,
    (error: Error) => (error instanceof AddressRefused ? `refused: ${error.message}` : error.message),
  );

const elsewhere = 'refused: not called: only loopback addresses are, unless callbacks are allowed';

test('a receiver gets the body, and its answer is what counts', async () => {
  const { received, port } = await receive((_, response) => response.writeHead(202).end());
  expect(await deliverFromNode(false)(`http://127.0.0.1:${port}/hook?a=1`, '{"state":"déjà"}')).toBe(202);
  expect(received).toEqual([
    {
      path: '/hook?a=1',
      headers: expect.objectContaining({ 'content-type': 'application/json', host: `127.0.0.1:${port}` }),
      body: '{"state":"déjà"}',
    },
  ]);
});

describe('this machine', () => {
  test.each([
    '127.0.0.1',
    '127.9.9.9',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '127.1',
    '0x7f.1',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
  ])('is %s', async (host) => {
    const { received, port } = await receive();
    // Not every system has all of 127.0.0.0/8.
    const status = await why(`http://${host}:${port}/hook`);
    expect([200, expect.stringMatching(/^connect E/)]).toContainEqual(status);
    if (/127.0.0.1$|^\d+$/.test(host)) expect(received).toHaveLength(1);
  });

  test.each(['localhost', 'LOCALHOST', 'hook.example.test', 'evil.example'])('is %s where that leads here', async (host) => {
    const { received, port } = await receive();
    namesLeadTo('127.0.0.1');
    expect(await why(`http://${host}:${port}/hook`)).toBe(200);
    // Several servers may share an address.
    expect(received[0]?.headers.host).toBe(`${host.toLowerCase()}:${port}`);
  });
});

describe('another machine', () => {
  test.each([
    'http://10.0.0.1/x',
    'http://169.254.169.254/latest',
    'http://2852039166/latest',
    'http://0xa9fea9fe/latest',
    'http://0251.0376.0251.0376/latest',
    'http://[::ffff:169.254.169.254]/latest',
    'http://[::ffff:10.0.0.1]/x',
    'http://[::2]/x',
    'http://[fe80::1]/x',
    'http://[fd00:ec2::254]/x',
    'http://0.0.0.0/x',
    'http://0/x',
    'http://[::]/x',
    'http://128.0.0.1/x',
    'http://127.0.0.1@10.0.0.1/x',
  ])('is %s, however it is written', async (url) => {
    expect(await why(url)).toBe(elsewhere);
  });

  test.each([[['10.0.0.1']], [['::ffff:10.0.0.1']], [['0.0.0.0']], [['::']], [['fe80::1']], [[]]])(
    'is where a name leads to %j, be it called localhost',
    async (addresses) => {
      const lookup = namesLeadTo(...addresses);
      for (const host of ['localhost', 'x.localhost', 'localhost.example.com', 'notlocalhost'])
        expect(await why(`http://${host}/x`)).toBe(elsewhere);
      expect(lookup).toHaveBeenCalledTimes(4);
    },
  );

  test('is not called where a name leads to both', async () => {
    const { received, port } = await receive();
    namesLeadTo('10.255.255.1', '127.0.0.1');
    expect(await why(`http://both.example:${port}/x`)).toBe(200);
    expect(received).toHaveLength(1);
  });

  test('is not called where a name leads elsewhere a moment later', async () => {
    const { received, port } = await receive();
    const lookup = namesLeadTo('127.0.0.1');
    const later = vi.spyOn(plainDns, 'lookup');
    expect(await why(`http://rebound.example:${port}/x`)).toBe(200);
    expect([received.length, lookup.mock.calls.length, later.mock.calls.length]).toEqual([1, 1, 0]);
  });

  test('is called where that is allowed', async () => {
    const { port } = await receive(undefined, '0.0.0.0');
    expect(await why(`http://0.0.0.0:${port}/x`, true)).toBe(200);
    namesLeadTo('0.0.0.0');
    expect(await why(`http://other.example:${port}/x`, true)).toBe(200);
  });
});

test.each([false, true])('a redirect is an answer like others, whether others are allowed (%s) or not', async (allowAll) => {
  const target = await receive();
  for (const status of [301, 302, 303, 307, 308]) {
    const { port } = await receive((_, response) => response.writeHead(status, { location: `http://127.0.0.1:${target.port}/` }).end());
    expect(await why(`http://127.0.0.1:${port}/x`, allowAll)).toBe(status);
  }
  expect(target.received).toEqual([]);
});

test.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  'ftp://localhost/x',
  'localhost:80/x',
  '/hook',
  '',
  'http://',
  'gopher://127.0.0.1/',
])('%j is no address', async (url) => {
  for (const allowAll of [false, true]) expect(await why(url, allowAll)).toBe('refused: not an http address');
});

test.each([
  '/__mock/reset',
  '/__mock/scenarios?session=a',
  '/__proxy/requests',
  '/__session/a/__mock/reset',
  '/%5f_mock/reset',
  '/__MOCK/x',
  '/__mock',
])('a mock takes no orders by way of a callback to %s', async (path) => {
  for (const allowAll of [false, true]) expect(await why(`http://127.0.0.1:1${path}`, allowAll)).toMatch(/^refused: .*own paths/);
});

test('an endless answer is not read to its end', async () => {
  let isLeft: (() => void) | undefined;
  const left = new Promise<void>((resolve) => {
    isLeft = resolve;
  });
  const { port } = await receive((_, response) => {
    const fill = () => {
      while (response.write('x'.repeat(16_384)));
    };
    response.on('drain', fill).on('close', () => isLeft?.());
    fill();
  });
  expect(await why(`http://127.0.0.1:${port}/x`)).toBe(200);
  await left;
});

test('a receiver that says nothing is waited for, but not for ever', async () => {
  const { port } = await receive(() => {});
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => AbortSignal.abort(new DOMException('late', 'TimeoutError')));
  expect(await why(`http://127.0.0.1:${port}/x`)).toBe('no answer in 5000 ms');
});

test('nobody there is said', async () => {
  expect(await why('http://127.0.0.1:1/x')).toMatch(/ECONNREFUSED/);
  vi.spyOn(dns, 'lookup').mockRejectedValue(new Error('getaddrinfo ENOTFOUND'));
  expect(await why('http://nowhere.example/x')).toMatch(/ENOTFOUND/);
});
