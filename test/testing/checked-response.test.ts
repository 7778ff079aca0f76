/** A response under check is the one that came, in all that can be asked of it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createMock } from '../../src/mock/index.js';
import { contractFetch } from '../../src/testing/contract-fetch.js';
import { thrown } from '../client/thrown.js';
import { readRecordings } from '../recordings.js';

const mock = await createMock({ eventsPerSecond: 100_000 });
let url: string;
let server: ReturnType<typeof createServer>;
beforeAll(async () => {
  url = (await mock.listen()).url;
  const list = await (await mock.fetch('http://mock/v1/files', { headers })).text();
  server = createServer((request, response) => {
    if (request.url === '/v1/files') response.writeHead(307, { location: '/moved' }).end();
    else if (request.url === '/moved') response.writeHead(200, { 'content-type': 'application/json' }).end(list);
    else response.writeHead(Number(new URL(`http://a${request.url}`).searchParams.get('status')), 'As Asked', { 'x-a': 'b' }).end();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await mock.close();
});
const other = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const headers = { authorization: 'Bearer sk-any', 'content-type': 'application/json' };
const chat = (stream: boolean): RequestInit => ({
  method: 'POST',
  headers,
  body: JSON.stringify({ model: 'gpt-5', messages: [{ role: 'user', content: 'Hi' }], stream }),
});
const collecting = { onViolation: 'collect' } as const;

const told = ({ url, redirected, type, status, statusText, ok }: Response) => ({ url, redirected, type, status, statusText, ok });

test('it is the same object, of the same class', async () => {
  let came: Response | undefined;
  const checked = contractFetch(async (...call) => {
    came = await fetch(...call);
    return came;
  }, collecting);
  for (const stream of [true, false]) {
    const response = await checked(`${url}/v1/chat/completions`, chat(stream));
    expect(response).toBe(came);
    expect(response).toBeInstanceOf(Response);
    expect(response.constructor).toBe(Response);
    expect(Object.keys(response)).toEqual([]);
    expect(String(response)).toBe('[object Response]');
    await response.text();
  }
});

test('it and its clones tell where they come from', async () => {
  const checked = contractFetch();
  const response = await checked(`${other()}/v1/files`, { headers });
  const clone = response.clone();
  const second = clone.clone();
  for (const one of [response, clone, second])
    expect(told(one)).toEqual({ url: `${other()}/moved`, redirected: true, type: 'basic', status: 200, statusText: 'OK', ok: true });
  const [text, again, third] = await Promise.all([response, clone, second].map((one) => one.text()));
  expect(JSON.parse(text ?? '')).toMatchObject({ object: 'list' });
  expect([again, third]).toEqual([text, text]);
  expect(checked.violations).toEqual([]);
  expect(checked.coverage().operations.hit).toBe(1);
});

const ways: Record<string, (response: Response) => Promise<unknown>> = {
  text: (response) => response.text(),
  json: async (response) => JSON.stringify(await response.json()),
  arrayBuffer: async (response) => new TextDecoder().decode(await response.arrayBuffer()),
  blob: async (response) => {
    const blob = await response.blob();
    expect(blob.type).toContain('json');
    return blob.text();
  },
  bytes: async (response) =>
    new TextDecoder().decode(await ('bytes' in response ? response.bytes() : (response as Response).arrayBuffer())),
  'a reader': async (response) => {
    const reader = response.body?.getReader();
    let text = '';
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read())
      text += new TextDecoder().decode(piece.value);
    return text;
  },
  'a reader with a buffer of its own': async (response) => {
    const reader = response.body?.getReader({ mode: 'byob' });
    let text = '';
    for (;;) {
      const piece = await reader?.read(new Uint8Array(7));
      if (!piece || piece.done) return text;
      text += new TextDecoder().decode(piece.value);
    }
  },
  iteration: async (response) => {
    let text = '';
    for await (const piece of response.body as ReadableStream<Uint8Array>) text += new TextDecoder().decode(piece);
    return text;
  },
  'a pipe': async (response) => {
    let text = '';
    await response.body?.pipeThrough(new TextDecoderStream()).pipeTo(
      new WritableStream({
        write(piece) {
          text += piece;
        },
      }),
    );
    return text;
  },
  'another response': (response) => new Response(response.body, response).text(),
};

describe.each(Object.entries(ways))('read by %s', (_, read) => {
  test.each([
    ['an answer', 'listModels'],
    ['an error', 'code=404'],
  ])('%s', async (name) => {
    const init = { headers: { ...headers, ...(name === 'an error' && { prefer: 'code=404' }) } };
    const texts: string[] = [];
    const checked = contractFetch(async (...call) => {
      const response = await fetch(...call);
      texts.push(await response.clone().text());
      return response;
    });
    const response = await checked(`${url}/v1/models`, init);
    expect(response.bodyUsed).toBe(false);
    expect(await read(response)).toBe(texts[0]);
    expect(response.bodyUsed).toBe(true);
    // As any response.
    expect(await thrown(response.text())).toBeInstanceOf(TypeError);
    expect(await thrown(response.json())).toBeInstanceOf(TypeError);
    expect(() => response.clone()).toThrow(TypeError);
    expect(checked.coverage().operations.hit).toBe(1);
  });
});

test('the same body is given each time, and asking for it reads nothing', async () => {
  const response = await contractFetch()(`${url}/v1/models`, { headers });
  expect(response.body).toBe(response.body);
  expect([response.bodyUsed, response.body?.locked]).toEqual([false, false]);
  expect(await response.json()).toMatchObject({ object: 'list' });
});

test('a form is a form', async () => {
  const form = new FormData();
  form.set('a', 'b');
  const checked = contractFetch(async () => new Response(form), collecting);
  expect((await (await checked('http://gateway/v1/models', { headers })).formData()).get('a')).toBe('b');
  expect(checked.violations).toMatchObject([{ pointer: '/content-type' }]);
});

test.each([204, 205, 304, 599])('a response without a body keeps its status: %i', async (status) => {
  const checked = contractFetch(fetch, collecting);
  const response = await checked(`${other()}/v1/models?status=${status}`, { headers });
  expect(told(response)).toMatchObject({ status, statusText: 'As Asked', type: 'basic' });
  expect(response.headers.get('x-a')).toBe('b');
  expect(await response.text()).toBe('');
  expect(checked.violations.length).toBeGreaterThan(0);
});

test('a status that no response can be made with', async () => {
  const checked = contractFetch(fetch, collecting);
  const response = await checked(`${other()}/v1/models?status=999`, { headers });
  expect(told(response.clone())).toMatchObject({ status: 999, ok: false });
});

test('pieces that the gateway sends out of one memory, and empty ones, pass', async () => {
  const shared = new TextEncoder().encode(': waiting\n\n');
  const pieces = [shared, new Uint8Array(), shared];
  const checked = contractFetch(
    async () =>
      new Response(new ReadableStream({ pull: (c) => (pieces.length > 0 ? c.enqueue(pieces.shift()) : c.close()) }), {
        headers: { 'content-type': 'text/event-stream' },
      }),
    collecting,
  );
  const response = await checked(`${url}/v1/chat/completions`, chat(true));
  let text = '';
  for await (const piece of response.body as ReadableStream<Uint8Array>) text += new TextDecoder().decode(piece);
  expect(text).toBe(': waiting\n\n: waiting\n\n');
});

test.each([
  ['no response at all', { ok: true, json: async () => 1 }],
  ['a response without headers', { ok: true, headers: {}, body: null }],
])('%s is handed on, and told of', async (_, given) => {
  const checked = contractFetch(async () => given as unknown as Response);
  expect(await checked(`${url}/v1/models`, { headers })).toBe(given);
  expect(checked.notChecked).toMatchObject([{ what: 'response', reason: 'it is no Response' }]);
});

describe('a response that others read in ways of their own is judged by its head, and handed on', () => {
  const json = async () => ({ object: 'list', data: [] });
  const get = (name: string) => (name === 'content-type' ? 'text/html' : null);

  test.each<[string, object]>([
    ['of a polyfill, whose body is not to be seen', { status: 200, ok: true, headers: new Headers({ 'content-type': 'text/html' }), json }],
    ['of a test, with the least that it needs', { status: 200, ok: true, headers: { get }, json }],
    ['of Node, whose body is a stream of its own', { status: 200, ok: true, headers: { get }, body: { pipe() {} }, json }],
  ])('%s', async (_, given) => {
    const record = await mkdtemp(join(tmpdir(), 'checked-response-'));
    onTestFinished(() => rm(record, { recursive: true }));
    const checked = contractFetch(async () => given as Response, { onViolation: 'collect', record });
    const response = await checked(`${url}/v1/models`, { headers });
    expect(response).toBe(given);
    expect(await response.json()).toEqual(await json());
    expect(checked.violations).toMatchObject([{ part: 'response', pointer: '/content-type' }]);
    expect(checked.notChecked).toMatchObject([{ what: 'response', reason: 'its body is no ReadableStream' }]);
    expect(await readRecordings(record)).toMatchObject([{ recording: { response: { status: 200, ended: 'cancel' } } }]);
  });
});

describe('a response that is checked already is handed on', () => {
  test('from one such fetch through another', async () => {
    const inner = contractFetch(fetch, collecting);
    const outer = contractFetch(inner, collecting);
    const response = await outer(`${url}/v1/chat/completions`, chat(false));
    expect(await response.json()).toMatchObject({ object: 'chat.completion' });
    expect(outer.notChecked).toMatchObject([{ what: 'response', reason: 'it is checked already' }]);
    expect([inner.notChecked, inner.calls, outer.calls]).toEqual([[], 1, 1]);
  });

  test.each([200, 500])('where a test gives the same one each time: %i', async (status) => {
    const shared = Response.json({ object: 'list', data: [] }, { status });
    const checked = contractFetch(async () => shared, collecting);
    for (let times = 0; times < 3; times++) expect((await checked(`${url}/v1/models`, { headers })).status).toBe(status);
    expect(await shared.json()).toEqual({ object: 'list', data: [] });
    expect(checked.calls).toBe(3);
  });
});

test('what is no fetch is refused at once', () => {
  for (const [wrong, told] of [
    [{ onViolation: 'collect' }, 'object'],
    [null, 'null'],
    ['http://gateway', 'string'],
  ] as const)
    expect(() => contractFetch(wrong as never)).toThrow(`contractFetch takes a fetch first, got ${told}; undefined is the global one`);
});

test('a body that nobody reads to its end is told of until somebody does', async () => {
  const checked = contractFetch();
  const open = { what: 'response', method: 'POST', url: `${url}/v1/chat/completions`, reason: 'its body was not read to its end' };
  const first = await checked(open.url, chat(true));
  const second = await checked(open.url, chat(false));
  expect(checked.notChecked).toEqual([{ ...open, times: 2 }]);
  const reader = (first.body as ReadableStream).getReader();
  await reader.read();
  reader.releaseLock();
  await second.text();
  expect(checked.notChecked).toEqual([{ ...open, times: 1 }]);
  // Whoever leaves has said so.
  await first.body?.cancel();
  expect(checked.notChecked).toEqual([]);
  await checked(open.url, chat(true));
  checked.forget();
  expect(checked.notChecked).toEqual([]);
});

test('a film is not read on its way', async () => {
  let read = 0;
  const pull = (controller: ReadableStreamDefaultController) => {
    read++;
    controller.enqueue(new Uint8Array(9));
  };
  const film = new ReadableStream({ pull }, { highWaterMark: 0 });
  const checked = contractFetch(async () => new Response(film, { headers: { 'content-type': 'video/mp4' } }), collecting);
  const response = await checked(`${url}/v1/models`, { headers });
  expect(read).toBe(0);
  await response.body?.cancel();
  expect(checked.violations).toMatchObject([{ pointer: '/content-type' }]);
});

test('an error is read where Blob is none of the implementation of fetch, as in jsdom', async () => {
  vi.stubGlobal('Blob', class {});
  onTestFinished(() => void vi.unstubAllGlobals());
  const response = await contractFetch()(`${url}/v1/models`, { headers: { ...headers, prefer: 'code=404' } });
  expect(JSON.parse(await response.text())).toMatchObject({ error: {} });
});
