/** Whatever a call sends passes untouched; it is checked where it can be read without harm, and what is not is told. */
import { createServer, type IncomingMessage } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import * as undici from 'undici';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type ContractFetchOptions, contractFetch } from '../../../src/testing/contract-fetch.js';
import { block } from '../../block.js';
import { thrown } from '../../client/thrown.js';

// It has no types of its own.
const nodeFetch: typeof fetch & { Request: typeof Request } = createRequire(import.meta.url)('node-fetch');

const headers = { authorization: 'Bearer sk-any', 'content-type': 'application/json' };
const good = JSON.stringify({ model: 'gpt-5', messages: [{ role: 'user', content: 'Hi' }] });
const bad = JSON.stringify({ model: 'gpt-5', messages: 'Hi' });
const answer = JSON.stringify({ error: { message: 'no', type: 'api_error' } });

let url: string;
let received: { method: string; type: string; body: string };
const server = createServer(async (request: IncomingMessage, response) => {
  let body = '';
  for await (const piece of request.setEncoding('utf8')) body += piece;
  received = { method: request.method ?? '', type: request.headers['content-type'] ?? '', body };
  response.writeHead(500, { 'content-type': 'application/json' }).end(answer);
});
beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/chat/completions`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const collecting: ContractFetchOptions = { onViolation: 'collect' };

/** A fetch that notes what it is called with. */
function watched(inner: typeof fetch = fetch) {
  const calls: Parameters<typeof fetch>[] = [];
  const checked = contractFetch(async (...call) => {
    calls.push(call);
    return inner(...call);
  }, collecting);
  return { calls, checked };
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
async function* pieces(text: string) {
  yield bytesOf(text.slice(0, 5));
  await sleep(5);
  yield bytesOf(text.slice(5));
}

const readable: [string, (text: string) => BodyInit][] = [
  ['a string', (text) => text],
  ['a Uint8Array', bytesOf],
  ['a Buffer out of the pool', (text) => Buffer.from(text)],
  ['an ArrayBuffer', (text) => bytesOf(text).buffer],
  ['a DataView', (text) => new DataView(bytesOf(`  ${text}`).buffer, 2)],
  ['a Blob', (text) => new Blob([text])],
  ['a File', (text) => new File([text], 'body.json')],
];

const streams: [string, (text: string) => unknown][] = [
  ['a ReadableStream', (text) => new Blob([text]).stream()],
  ['an async generator', pieces],
  ['a Readable', (text) => Readable.from(pieces(text))],
];

describe.each(readable)('%s', (_, make) => {
  test('is sent as it is, and checked', async () => {
    const { calls, checked } = watched();
    const init = { method: 'POST', headers, body: make(good) };
    await checked(url, init);
    expect(calls[0]?.[1]).toBe(init);
    expect(received).toMatchObject({ method: 'POST', body: good });
    expect([checked.violations, checked.notChecked]).toEqual([[], []]);
    await checked(url, { method: 'POST', headers, body: make(bad) });
    expect(checked.violations).toMatchObject([{ pointer: '/messages' }]);
  });
});

describe.each(streams)('%s', (_, make) => {
  test('is sent as it is, and not checked, which is told', async () => {
    const { calls, checked } = watched();
    const init = { method: 'POST', headers, body: make(good), duplex: 'half' } as RequestInit;
    const given = init.body;
    await checked(url, init);
    expect(calls[0]?.[1]?.body).toBe(given);
    expect(received).toMatchObject({ method: 'POST', body: good });
    expect(checked.violations).toEqual([]);
    expect(checked.notChecked).toEqual([{ what: 'request body', method: 'POST', url, reason: 'its body is a stream', times: 1 }]);
    expect(checked.calls).toBe(1);
  });

  test('does not hide what is wrong beside it', async () => {
    const { checked } = watched();
    await checked(url, { method: 'POST', body: make(good), duplex: 'half', headers: { 'content-type': 'text/plain' } } as RequestInit);
    expect(checked.violations.map(({ pointer }) => pointer)).toEqual(['/authorization', '/content-type']);
  });
});

describe('what names its own type', () => {
  test.each<[string, BodyInit, string]>([
    ['a string', good, 'text/plain'],
    ['URLSearchParams', new URLSearchParams({ model: 'gpt-5' }), 'application/x-www-form-urlencoded'],
    ['FormData', new FormData(), 'multipart/form-data'],
    ['a Blob', new Blob([good], { type: 'text/csv' }), 'text/csv'],
  ])('%s', async (_, body, type) => {
    const { checked } = watched();
    await checked(url, { method: 'POST', headers: { authorization: 'Bearer sk-any' }, body });
    expect(received.type).toContain(type);
    expect(checked.violations).toMatchObject([{ pointer: '/content-type', got: `string "${type}"` }]);
  });

  test('a Blob of JSON, and bytes of no type', async () => {
    const { checked } = watched();
    for (const body of [new Blob([good], { type: 'application/json' }), bytesOf(good)])
      await checked(url, { method: 'POST', headers: { authorization: 'Bearer sk-any' }, body });
    expect(checked.violations).toEqual([]);
  });
});

describe('a Request', () => {
  test('is sent as it is, and checked', async () => {
    const { calls, checked } = watched();
    const request = new Request(url, { method: 'POST', headers, body: good });
    await checked(request);
    expect(calls[0]?.[0]).toBe(request);
    expect(received.body).toBe(good);
    await checked(new Request(url, { method: 'POST', headers, body: bad }));
    expect(checked.violations).toMatchObject([{ pointer: '/messages' }]);
  });

  test('gives way to the options beside it', async () => {
    const { checked } = watched();
    await checked(new Request(url, { method: 'PUT', headers: { 'x-a': 'b' }, body: bad }), { method: 'post', headers, body: good });
    expect(received).toMatchObject({ method: 'POST', body: good });
    expect(checked.violations).toEqual([]);
  });

  test('that is still being written is sent without a wait for its end', async () => {
    let end = () => {};
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(bytesOf(good));
        end = () => controller.close();
      },
    });
    let isSent = false;
    const checked = contractFetch(async (input) => {
      isSent = true;
      const reading = (input as Request).text();
      end();
      expect(await reading).toBe(good);
      return new Response(answer, { status: 500, headers: { 'content-type': 'application/json' } });
    }, collecting);
    await checked(new Request(url, { method: 'POST', headers, body, duplex: 'half' } as RequestInit));
    expect(isSent).toBe(true);
    expect(checked.notChecked).toMatchObject([{ what: 'request body', reason: 'its body is a stream' }]);
  });

  test('is read though this process was busy', async () => {
    const source = {
      async pull(controller: ReadableStreamDefaultController) {
        block(300);
        await sleep(0);
        controller.enqueue(bytesOf(bad));
        controller.close();
      },
    };
    const body = new ReadableStream(source, { highWaterMark: 0 });
    const { checked } = watched();
    await checked(new Request(url, { method: 'POST', headers, body, duplex: 'half' } as RequestInit));
    expect(checked.notChecked).toEqual([]);
    expect(checked.violations).toMatchObject([{ pointer: '/messages' }]);
  });

  test('is read though the clock of a test stands still', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const checked = contractFetch(async () => new Response(answer, { status: 500, headers: { 'content-type': 'application/json' } }));
    await checked(new Request(url, { method: 'POST', headers, body: good }));
    expect(checked.calls).toBe(1);
  });

  test('of undici itself', async () => {
    const { calls, checked } = watched(undici.fetch as unknown as typeof fetch);
    const request = new undici.Request(url, { method: 'POST', headers, body: good });
    const response = await checked(request as unknown as Request);
    expect(calls[0]?.[0]).toBe(request);
    expect(response).toBeInstanceOf(undici.Response);
    expect(await response.json()).toEqual(JSON.parse(answer));
    await checked(new undici.Request(url, { method: 'POST', headers, body: bad }) as unknown as Request);
    const form = new undici.FormData();
    form.set('model', 'gpt-5');
    await checked(url, { method: 'POST', headers: { authorization: 'Bearer sk-any' }, body: form as unknown as FormData });
    expect(received.type).toContain('multipart/form-data');
    expect(checked.violations).toMatchObject([{ pointer: '/messages' }, { pointer: '/content-type' }]);
  });

  test('of happy-dom, whose objects do not say what they are', async () => {
    const sends = async () => new Response(answer, { status: 500, headers: { 'content-type': 'application/json' } });
    const checked = contractFetch(sends, collecting);
    const blob = (text: string) => ({ size: text.length, type: '', arrayBuffer: async () => bytesOf(text).buffer });
    const form = { append() {}, getAll: () => [] };
    for (const body of [blob(good), form, blob(bad)])
      await checked(url, { method: 'POST', headers: body === form ? { authorization: 'Bearer sk-any' } : headers, body: body as never });
    expect(checked.violations).toMatchObject([{ pointer: '/content-type', got: 'string "multipart/form-data"' }, { pointer: '/messages' }]);
  });

  test('of node-fetch', async () => {
    const { checked } = watched(nodeFetch);
    const { Request: NodeRequest } = nodeFetch;
    const response = await checked(new NodeRequest(url, { method: 'POST', headers, body: good }));
    expect(await response.json()).toEqual(JSON.parse(answer));
    expect(checked.violations).toEqual([]);
    // Its responses are streams of Node, which cannot be read twice.
    expect(checked.notChecked).toMatchObject([{ what: 'response', reason: 'its body is no ReadableStream' }]);
    await checked(new NodeRequest(url, { method: 'POST', headers, body: bad }));
    expect(checked.violations).toMatchObject([{ pointer: '/messages' }]);
  });
});

describe('what `fetch` refuses is refused in its words', () => {
  test.each<[string, Parameters<typeof fetch>]>([
    ['an address', ['//', {}]],
    ['a header', ['http://gateway/v1/models', { headers: { 'a b': 'c' } }]],
  ])('%s', async (_, call) => {
    const { checked } = watched();
    expect(await thrown(checked(...call))).toEqual(await thrown(fetch(...call)));
  });
});

test('calls that go elsewhere are told, unless an address says what elsewhere is', async () => {
  const elsewhere = async () => new Response('any');
  const checked = contractFetch(elsewhere);
  for (let times = 0; times < 2; times++) await checked('https://gateway/v1/v1/models?key=secret');
  // The OpenAI SDK asks so whether a `fetch` can send forms.
  await checked('data:,');
  expect(checked.notChecked).toEqual([
    { what: 'call', method: 'GET', url: 'https://gateway/v1/v1/models', reason: 'the contract has no such path', times: 2 },
  ]);
  expect(checked.calls).toBe(0);
  const based = contractFetch(elsewhere, { baseUrl: 'https://gateway' });
  await based('https://weather/today');
  expect(based.notChecked).toEqual([]);
});
