/** A call to the paid gateway fails by name in a test suite, however it is made; a call to a mock does not. */
import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { createRequire } from 'node:module';
import net from 'node:net';
import { setupServer } from 'msw/node';
import OpenAI from 'openai';
import * as undici from 'undici';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { contract } from '../../compiled/contract.js';
import { createMock } from '../../src/mock/index.js';
import { mockGateway } from '../../src/msw/index.js';
import { contractFetch, guardPaidCalls, PaidCallError } from '../../src/testing/index.js';
import { thrown } from '../client/thrown.js';

const models = `${contract.server}/v1/models?limit=1`;
const { hostname } = new URL(contract.server);
const message = `listModels would reach ${hostname}, where it is paid for`;
const nodeFetch: typeof fetch = createRequire(import.meta.url)('node-fetch');
const kept = fetch;
const headers = { authorization: 'Bearer sk-any' };

/** Nothing leaves this machine, be the guard there or not. */
const lookedUp = vi.fn();
let restore: () => void;
beforeEach(() => {
  vi.stubEnv('LIVE', undefined);
  const { lookup } = dns;
  vi.spyOn(dns, 'lookup').mockImplementation(((...given: [host: string, ...unknown[], done: (error: Error) => void]) => {
    const [host] = given;
    if (net.isIP(host)) return lookup(...(given as unknown as Parameters<typeof lookup>));
    lookedUp(host);
    return (given.at(-1) as (error: Error) => void)(new Error('no network here'));
  }) as never);
  restore = guardPaidCalls({ hosts: ['gateway.example'] });
});
afterEach(() => {
  restore();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  lookedUp.mockClear();
});

const get = (module: typeof http | typeof https, url: string) =>
  new Promise((resolve, reject) => {
    module.get(url, resolve).on('error', reject);
  });

const ways: Record<string, (url: string) => Promise<unknown>> = {
  fetch: (url) => fetch(url),
  'a Request': (url) => fetch(new Request(url)),
  contractFetch: (url) => contractFetch()(url, { headers }),
  https: (url) => get(https, url),
  http: (url) => get(http, url.replace('https:', 'http:')),
  'node-fetch': (url) => nodeFetch(url),
};

describe.each(Object.entries(ways))('a call with %s', (_, call) => {
  test('fails by name', async () => {
    const error = await thrown(call(models));
    expect(error.message).toContain(message);
    expect(error.message).toContain('or set LIVE=1');
    expect(lookedUp).not.toHaveBeenCalled();
  });

  test('is let through where it is meant', async () => {
    vi.stubEnv('LIVE', '1');
    await thrown(call(models));
    expect(lookedUp).toHaveBeenCalledWith(hostname);
  });
});

test.each([
  ['kept from before', (url: string) => kept(url)],
  ['of undici', (url: string) => undici.fetch(url)],
])('a fetch %s fails too, with the host', async (_, call) => {
  const { cause } = await thrown(call(models));
  expect(cause).toBeInstanceOf(PaidCallError);
  expect(cause.message).toContain(`a call would reach ${hostname}`);
  expect(lookedUp).not.toHaveBeenCalled();
});

test('an SDK names the operation as the cause', async () => {
  const openai = new OpenAI({ apiKey: 'any', baseURL: `${contract.server}/v1`, maxRetries: 0 });
  const { cause } = await thrown(openai.chat.completions.create({ model: 'gpt-5', messages: [] }));
  expect(cause).toMatchObject({ name: 'PaidCallError', operation: 'createChatCompletion', host: hostname });
});

test.each<[string, (host: string) => Promise<unknown>]>([
  ['fetch', (host) => fetch(`https://${host}/v1/models`)],
  ['https', (host) => new Promise((resolve, reject) => https.get({ host, path: '/v1/models' }, resolve).on('error', reject))],
  ['a connection', (host) => new Promise((resolve, reject) => net.connect(443, host, () => resolve(0)).on('error', reject))],
])('a name of the same host is guarded: %s', async (_, call) => {
  for (const host of [`${hostname}.`, hostname.toUpperCase(), 'Gateway.Example.']) {
    const error = await thrown(call(host));
    expect(error, host).toBeInstanceOf(PaidCallError);
  }
  expect(lookedUp).not.toHaveBeenCalled();
  const end = guardPaidCalls({ hosts: ['OTHER.Example.'] });
  onTestFinished(end);
  expect(await thrown(fetch('https://other.example/'))).toBeInstanceOf(PaidCallError);
});

test('hosts of their own are guarded, and no others', async () => {
  expect(await thrown(fetch('https://gateway.example/any'))).toMatchObject({ host: 'gateway.example' });
  await thrown(fetch('https://elsewhere.example/v1/models'));
  expect(lookedUp).toHaveBeenCalledWith('elsewhere.example');
});

test('a mock is not concerned, on this machine or in Mock Service Worker', async () => {
  const mock = await createMock();
  onTestFinished(() => mock.close());
  const { url } = await mock.listen();
  for (const call of [fetch, kept, nodeFetch, undici.fetch as unknown as typeof fetch])
    expect((await call(`${url}/v1/models`, { headers })).status).toBe(200);
  const server = setupServer(...mockGateway().handlers);
  server.listen({ onUnhandledRequest: 'error' });
  onTestFinished(() => server.close());
  expect((await fetch(models, { headers })).status).toBe(200);
  expect((await nodeFetch(models, { headers })).status).toBe(200);
  expect(lookedUp).not.toHaveBeenCalled();
});

test('it ends, and stands once however often it is set up', async () => {
  const [own, { connect }] = [fetch, net.Socket.prototype];
  const end = guardPaidCalls();
  end();
  expect(fetch).not.toBe(own);
  guardPaidCalls({ live: true })();
  expect(fetch).toBe(kept);
  expect(net.Socket.prototype.connect).not.toBe(connect);
  await thrown(fetch(models));
  expect(lookedUp).toHaveBeenCalledWith(hostname);
});

test('options that make no sense are refused', () => {
  expect(() => guardPaidCalls({ host: ['a'] } as never)).toThrow('guardPaidCalls: there is no option host; did you mean hosts?');
  expect(() => guardPaidCalls({ live: 1 } as never)).toThrow(TypeError);
});
