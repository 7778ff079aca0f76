/** A key goes to the gateway, and into nothing that is told or written of the exchange, even where the gateway repeats it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createProxy } from '../../../src/proxy/index.js';
import { createRecorder } from '../../../src/recording/recorder.js';
import type { Recording } from '../../../src/recording/recording.js';
import { Replay } from '../../../src/recording/replay.js';
import { contractFetch } from '../../../src/testing/contract-fetch.js';
import { createMock } from '../../../src/upstream/index.js';
import { markdownReport, planVerification, textReport, verify } from '../../../src/verify/index.js';
import { eventually } from '../../eventually.js';
import { readRecordings } from '../../recordings.js';

const key = 'sk-"live\\4f9a8b7c6d5e4f3a2b1c';
const chat = { model: 'gpt-5', messages: [{ role: 'user', content: `Is ${key} a key?` }], temperature: `hot ${key}` };

/** An answer that repeats the key in the head, in members where it is wrong, and across pieces. */
async function echo(): Promise<string> {
  const server = createServer(async (incoming, outgoing) => {
    for await (const _ of incoming);
    const body = JSON.stringify({ error: { message: 5, type: [`${'x'.repeat(25)} no such key: ${key}`] }, [key]: [key] });
    const isStream = incoming.url?.includes('stream');
    outgoing.writeHead(isStream ? 200 : 400, {
      'content-type': isStream ? 'text/event-stream' : 'application/json',
      'x-echo': key,
      'set-cookie': 'session=1',
    });
    if (!isStream) return void outgoing.end(body);
    // Each piece arrives by itself.
    for (const piece of `data: ${body}\n\n`.match(/.{1,9}/gs) ?? []) {
      outgoing.write(piece);
      await new Promise((resolve) => setImmediate(resolve));
    }
    outgoing.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'nexconn-keys-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

/** Any six characters in a row of the key are too many. */
function expectNoKey(...told: unknown[]): void {
  const text = told.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');
  expect(text).toContain('[redacted]');
  for (let at = 0; at + 6 <= key.length; at++) {
    const part = key.slice(at, at + 6);
    for (const form of [part, JSON.stringify(part).slice(1, -1), encodeURIComponent(part)]) expect(text).not.toContain(form);
  }
}

const places: [string, { headers?: Record<string, string>; query?: string; redact?: string[] }][] = [
  ...['authorization', 'api-key', 'x-auth-token', 'x-goog-api-key', 'x-client-secret', 'proxy-auth', 'x-my-key-id'].map(
    (name): [string, object] => [name, { headers: { [name]: key } }],
  ),
  ['a scheme', { headers: { authorization: `Bearer ${key}` } }],
  ['a cookie', { headers: { cookie: `a=b; session=${key}` } }],
  ['the query', { query: `key=${encodeURIComponent(key)}` }],
  ['the query, twice', { query: `access_token=other&access_token=${encodeURIComponent(key)}` }],
  ['a header of their own', { headers: { 'x-tenant': key }, redact: ['X-Tenant'] }],
];

const kinds = places.flatMap(([name, place]) => [false, true].map((streams) => ({ name, streams, ...place })));

describe.each(kinds)('a key in $name, streams: $streams', ({ headers = {}, query, redact, streams }) => {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ ...chat, stream: streams }),
  };
  const path = `/v1/chat/completions?${query ?? 'a=b'}${streams ? '&stream' : ''}`;
  const options = { auth: false, ...(redact && { redact }) };

  test('contractFetch', async () => {
    const record = await folder();
    const checked = contractFetch(fetch, { ...options, onViolation: 'collect', record });
    await (await checked((await echo()) + path, init)).text();
    const [{ recording } = {}] = await readRecordings(record);
    expect(checked.violations.length).toBeGreaterThan(1);
    expectNoKey(checked.violations);
    expectNoKey(recording);
  });

  test('proxy', async () => {
    const told: unknown[] = [];
    const recordings: Recording[] = [];
    const record = async (recording: Recording) => void recordings.push(recording);
    const target = new URL(await echo());
    const proxy = createProxy({ ...options, target, record, onExchange: (exchange) => told.push(exchange) });
    onTestFinished(() => proxy.close());
    const { url } = await proxy.listen();
    const response = await fetch(url + path, init);
    await response.text();
    await eventually(() => expect([told, recordings]).toMatchObject([{ length: 1 }, { length: 1 }]));
    expectNoKey(told);
    expectNoKey(recordings);
    expectNoKey(proxy.journal());
    expectNoKey(await (await fetch(`${url}/__proxy/requests`)).text());
    expect(await (await fetch(`${url}/__proxy/requests?brief=true`)).text()).not.toContain('4f9a8b7c');
    expectNoKey(response.headers.get('x-contract-violations') ?? '');
  });

  test('mock', async () => {
    const told: unknown[] = [];
    const record = await folder();
    const upstream = await echo();
    const mock = await createMock({ ...options, upstream, record, onExchange: (exchange) => told.push(exchange) });
    const send = (body: unknown) =>
      mock.fetch(`http://mock${path}`, { ...init, body: JSON.stringify(body) }).then((response) => response.text());
    await send({ ...chat, stream: streams });
    await send({ ...chat, temperature: 1, stream: streams });
    await mock.close();
    expect(told).toHaveLength(2);
    expectNoKey(told);
    expectNoKey(mock.journal());
    expectNoKey((await readRecordings(record)).map(({ recording }) => recording));
  });

  test('conform', async () => {
    const request = { method: 'POST', url: path, headers: init.headers, json: { ...chat, stream: streams } };
    const verdict = new Replay(options).check('a.json', { time: new Date(0).toISOString(), request, duration: 1, violations: [] });
    expect(verdict?.violations).not.toEqual([]);
    expectNoKey(verdict);
  });
});

test('members of bodies that somebody named', async () => {
  const path = await folder();
  const write = await createRecorder(path);
  const proxy = createProxy({ target: new URL(await echo()), redact: ['tenant'], record: write });
  const { url } = await proxy.listen();
  await (await fetch(`${url}/v1/chat/completions`, { method: 'POST', body: JSON.stringify({ ...chat, tenant: key }) })).text();
  await eventually(() => expect(proxy.journal().some(({ open }) => open)).toBe(false));
  expect(proxy.journal()).toMatchObject([{ requestBody: { tenant: '[redacted]' } }]);
  await proxy.close();
  expectNoKey(proxy.journal(), (await readRecordings(path))[0]);
});

test('verify', async () => {
  const plan = await planVerification(['models', 'chat']);
  const options = { baseUrl: new URL(await echo()), apiKey: key, budgetCalls: 3 };
  const report = await verify({ ...plan, workflows: [] }, options);
  expectNoKey(report);
  expectNoKey(textReport(report));
  expectNoKey(markdownReport(report));
});

test('verify, where the key is refused', async () => {
  const server = createServer((_, outgoing) => {
    outgoing.writeHead(401, { 'content-type': 'application/json' });
    outgoing.end(JSON.stringify({ error: { message: `Incorrect API key provided: ${key}` } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const plan = await planVerification(['models']);
  const refused = verify({ ...plan, workflows: [] }, { baseUrl: new URL(`http://127.0.0.1:${port}`), apiKey: key });
  await expect(refused).rejects.toThrow('401: Incorrect API key provided: [redacted]');
});
