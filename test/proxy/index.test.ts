/** The proxy between a client and a gateway, over real sockets. */

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import OpenAI from 'openai';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createMock } from '../../src/mock/index.js';
import { createProxy, type ProxyOptions } from '../../src/proxy/index.js';
import { createRecorder } from '../../src/recording/recorder.js';
import type { Recording } from '../../src/recording/recording.js';
import { Replay } from '../../src/recording/replay.js';
import { eventually } from '../eventually.js';
import { readRecordings } from '../recordings.js';

const headers = { authorization: 'Bearer sk-a-secret-key', 'content-type': 'application/json' };
const chat = { model: 'gemini-2.5-flash', messages: [{ role: 'user', content: 'Hi' }] };
const post = (body: unknown): RequestInit => ({ method: 'POST', headers, body: JSON.stringify(body) });
const chunk = (content: unknown) =>
  `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'gemini-2.5-flash', choices: [{ index: 0, delta: { content } }] })}\n\n`;
const file = { id: 'qfile-1', object: 'file', status: 'pending', model: 'm', created_at: 1, expires_at: 2 };

/** A gateway that answers as told. */
async function gateway(answer: (incoming: IncomingMessage, outgoing: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function proxyTo(target: string, options: Partial<ProxyOptions> = {}) {
  const proxy = createProxy({ target: new URL(target), ...options });
  const { url } = await proxy.listen();
  onTestFinished(() => proxy.close());
  return { proxy, url };
}

async function mocked(options: Partial<ProxyOptions> = {}, mockOptions: Parameters<typeof createMock>[0] = {}) {
  const mock = await createMock({ eventsPerSecond: 1000, ...mockOptions });
  onTestFinished(() => mock.close());
  return proxyTo((await mock.listen()).url, options);
}

/**
 * A stream whose next event is sent when the last one has arrived: whatever holds an event back ends it here.
 * @param pause milliseconds from the arrival to the next event
 */
function lockStep(count: number, pause = 0) {
  let arrive = () => {};
  const answer = async (_: IncomingMessage, outgoing: ServerResponse) => {
    outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
    for (let index = 0; index < count; index++) {
      const arrived = new Promise<void>((resolve) => {
        arrive = resolve;
      });
      outgoing.write(chunk(`${index}`));
      await arrived;
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    }
    outgoing.end(`${chunk('').replace(/"delta":\{[^}]*\}/, '"delta":{},"finish_reason":"stop"')}data: [DONE]\n\n`);
  };
  return { answer, arrive: () => arrive() };
}

describe('what passes', () => {
  test('an SDK sees no difference, and nothing is found', async () => {
    const { proxy, url } = await mocked();
    const client = new OpenAI({ apiKey: 'sk-a-secret-key', baseURL: `${url}/v1` });
    const ask = { model: chat.model, messages: [{ role: 'user' as const, content: 'Hi' }] };
    const { choices } = await client.chat.completions.create(ask);
    let streamed = '';
    for await (const part of await client.chat.completions.create({ ...ask, stream: true }))
      streamed += part.choices[0]?.delta.content ?? '';
    expect(streamed).toBe(choices[0]?.message.content);
    expect(proxy.journal().map(({ operation, status, violations }) => [operation, status, violations])).toEqual([
      ['createChatCompletion', 200, []],
      ['createChatCompletion', 200, []],
    ]);
    expect(proxy.coverage().operations.hit).toBe(1);
  });

  test('method, path, query, body and headers arrive; those of one connection do not', async () => {
    let seen: Record<string, unknown> = {};
    const target = await gateway(async (incoming, outgoing) => {
      let body = '';
      for await (const part of incoming) body += part;
      seen = { method: incoming.method, url: incoming.url, body, headers: incoming.headers };
      outgoing.writeHead(201, {
        'x-own': 'yes',
        'keep-alive': 'timeout=9',
        'set-cookie': ['a=1', 'b=2'],
        'content-type': 'application/json',
      });
      outgoing.end(JSON.stringify(file));
    });
    const { url } = await proxyTo(`${target}/base/`);
    const answer = await new Promise<IncomingMessage>((resolve) => {
      request(
        `${url}/v1/files?a=%20b&a=c`,
        { method: 'POST', headers: { ...headers, connection: 'keep-alive, x-mine', 'x-mine': '1', te: 'trailers', 'x-kept': '2' } },
        resolve,
      ).end('{"model":"m"}');
    });
    answer.resume();
    expect(seen).toMatchObject({ method: 'POST', url: '/base/v1/files?a=%20b&a=c', body: '{"model":"m"}' });
    expect(seen.headers).toMatchObject({
      authorization: headers.authorization,
      'x-kept': '2',
      host: new URL(target).host,
      'x-forwarded-host': new URL(url).host,
    });
    expect(Object.keys(seen.headers as object)).not.toEqual(expect.arrayContaining(['x-mine']));
    expect(seen.headers).not.toHaveProperty('te');
    expect(answer.statusCode).toBe(201);
    expect(answer.headers).toMatchObject({ 'x-own': 'yes', 'set-cookie': ['a=1', 'b=2'] });
    expect(answer.headers['keep-alive']).not.toBe('timeout=9');
  });

  test('addresses in answers lead through the proxy', async () => {
    const { url } = await mocked();
    const response = await fetch(`${url}/queue/fal-ai/vidu/q1/text-to-video`, post({ prompt: 'A cat', style: 'general' }));
    expect(((await response.json()) as { status_url: string }).status_url).toContain(url);
  });
});

describe('streams', () => {
  test('each event reaches the client before the gateway sends the next', async () => {
    const { answer, arrive } = lockStep(20);
    const { proxy, url } = await proxyTo(await gateway(answer));
    const response = await fetch(`${url}/v1/chat/completions`, post({ ...chat, stream: true }));
    let received = 0;
    for await (const _ of response.body as unknown as AsyncIterable<Uint8Array>) {
      received++;
      arrive();
    }
    expect(received).toBe(20 + 1);
    expect(proxy.journal()[0]?.violations).toEqual([]);
  });

  test('end at the gateway when the client goes away', async () => {
    let closed = false;
    const target = await gateway((_, outgoing) => {
      outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
      outgoing.write(chunk('a'));
      outgoing.on('close', () => {
        closed = true;
      });
    });
    const { proxy, url } = await proxyTo(target);
    const abort = new AbortController();
    const response = await fetch(`${url}/v1/chat/completions`, { ...post({ ...chat, stream: true }), signal: abort.signal });
    await response.body?.getReader().read();
    abort.abort();
    await eventually(() => expect(closed).toBe(true));
    await eventually(() => expect(proxy.journal().map(({ open }) => open)).toEqual([undefined]));
    expect(proxy.journal()[0]?.violations).toEqual([]);
  });

  test('end at the gateway when the client goes away before the answer', async () => {
    let closed = false;
    let arrived = false;
    const target = await gateway((incoming) => {
      arrived = true;
      incoming.resume();
      incoming.socket.on('close', () => {
        closed = true;
      });
    });
    const { url } = await proxyTo(target);
    const abort = new AbortController();
    const call = fetch(`${url}/v1/chat/completions`, { ...post(chat), signal: abort.signal });
    await eventually(() => expect(arrived).toBe(true));
    abort.abort();
    await expect(call).rejects.toThrow();
    await eventually(() => expect(closed).toBe(true));
  });

  test('that break off at the gateway break off at the client, and are reported', async () => {
    const target = await gateway((_, outgoing) => {
      outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
      outgoing.write(chunk('a'), () => outgoing.destroy());
    });
    const { proxy, url } = await proxyTo(target);
    const response = await fetch(`${url}/v1/chat/completions`, post({ ...chat, stream: true }));
    await expect(response.text()).rejects.toThrow();
    await eventually(() => expect(proxy.journal().map(({ open }) => open)).toEqual([undefined]));
    expect(proxy.journal()[0]?.violations.map(({ message }) => message)).toEqual([
      'createChatCompletion stream event 2: must come, and be [DONE]',
    ]);
  });
});

describe('violations', () => {
  test('of the request stand in a response header, in the journal and in the log', async () => {
    const logged: string[] = [];
    const { url } = await mocked({ onExchange: ({ violations }) => logged.push(...violations.map(({ message }) => message)) });
    const response = await fetch(`${url}/v1/chat/completions`, post({ ...chat, messages: 'Hi' }));
    const message = 'createChatCompletion request body /messages: must be array, got string "Hi"';
    expect(response.status).toBe(400);
    expect(response.headers.get('x-contract-violations')).toBe(message);
    await response.text();
    const journal = (await (await fetch(`${url}/__proxy/requests?operation=createChatCompletion`)).json()) as {
      violations: { message: string }[];
    }[];
    expect(journal.map(({ violations }) => violations.map((violation) => violation.message))).toEqual([[message]]);
    expect(logged).toEqual([message]);
  });

  test('of an answer are found while it passes unchanged', async () => {
    const text = JSON.stringify({ ...file, created_at: 'today' });
    const { proxy, url } = await proxyTo(
      await gateway((_, outgoing) => outgoing.writeHead(200, { 'content-type': 'application/json' }).end(text)),
    );
    const response = await fetch(`${url}/v1/files/qfile-1`, { headers });
    expect(await response.text()).toBe(text);
    expect(proxy.journal()[0]?.violations).toMatchObject([{ pointer: '/created_at', expected: 'must be integer', got: 'string "today"' }]);
  });

  test('a status that is not declared is known before the body', async () => {
    const { url } = await proxyTo(
      await gateway((_, outgoing) => outgoing.writeHead(206, { 'content-type': 'application/json' }).end('{}')),
    );
    const response = await fetch(`${url}/v1/files/qfile-1`, { headers });
    expect(response.headers.get('x-contract-violations')).toMatch('getFile response status: must be one of 200,');
    await response.text();
  });

  test('a compressed answer is read once it is there', async () => {
    const { proxy, url } = await proxyTo(
      await gateway((_, outgoing) =>
        outgoing.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'br' }).end(brotliCompressSync('{"a":1}')),
      ),
    );
    const response = await fetch(`${url}/v1/files/qfile-1`, { headers });
    expect(await response.json()).toEqual({ a: 1 });
    await eventually(() => expect(proxy.journal().map(({ open }) => open)).toEqual([undefined]));
    expect(proxy.journal()[0]?.violations.map(({ pointer }) => pointer)).toContain('/status');
  });

  test('a gateway that is not there is a 502 in the dialect of the operation', async () => {
    const { url } = await proxyTo('http://127.0.0.1:9');
    const response = await fetch(`${url}/v1/messages`, { ...post({}), headers });
    expect(response.status).toBe(502);
    expect(await response.json()).toMatchObject({
      type: 'error',
      error: { message: 'the proxy got no response from http://127.0.0.1:9: ECONNREFUSED' },
    });
  });
});

/** A gateway whose answers are no HTTP, or not as it should be. */
async function rawGateway(answer: string): Promise<string> {
  const server = createSocketServer((socket) => {
    socket.on('error', () => {}).once('data', () => socket.end(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe.each(['/v1/models', '/__mock/media/video.mp4'])('at %s', (path) => {
  test.each<[head: string, status: number]>([
    ['099 Odd', 502],
    ['101 Switching Protocols', 502],
    ['101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade', 502],
    ['100 Continue\r\n\r\nHTTP/1.1 101 Switching Protocols', 502],
    ['199 Odd', 502],
    ['204 No Content', 204],
    ['200 O\u0001K', 200],
    ['200 OK\r\nx-a: \u0001', 502],
    ['none at all', 502],
  ])('an answer that is not as HTTP has it ends one exchange and no more: %j', async (head, status) => {
    const { url, proxy } = await proxyTo(await rawGateway(`HTTP/1.1 ${head}\r\ncontent-length: 2\r\n\r\n{}`));
    const response = await fetch(`${url}${path}`, { headers });
    await response.text();
    expect(response.status).toBe(status);
    const open = path.startsWith('/__') ? [] : [undefined];
    await eventually(() => expect(proxy.journal().map((entry) => entry.open)).toEqual(open));
  });
});

describe('recordings', () => {
  /** As they stand in the files, in their order. */
  async function recordingsIn(folder: string): Promise<Recording[]> {
    const files = (await readdir(folder)).sort();
    return Promise.all(files.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8'))));
  }

  async function recorded(options: Partial<ProxyOptions> = {}, mockOptions = {}) {
    const folder = await mkdtemp(join(tmpdir(), 'recordings-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const made = await mocked({ record: await createRecorder(folder), ...options }, mockOptions);
    return { folder, ...made };
  }

  test('hold requests and answers, and no key', async () => {
    const { folder, proxy, url } = await recorded();
    await (
      await fetch(
        `${url}/v1/chat/completions?key=sk-another-secret`,
        post({ ...chat, messages: [{ role: 'user', content: 'I am sk-a-secret-key' }] }),
      )
    ).text();
    await (await fetch(`${url}/v1/chat/completions`, post({ ...chat, stream: true }))).text();
    await proxy.close();
    const [whole, streamed] = await recordingsIn(folder);
    expect(whole).toMatchObject({
      operation: 'createChatCompletion',
      request: {
        method: 'POST',
        url: '/v1/chat/completions?key=%5Bredacted%5D',
        headers: { authorization: 'Bearer [redacted]' },
        json: { model: chat.model },
      },
      response: { status: 200, ended: 'end', json: { object: 'chat.completion' } },
      violations: [],
    });
    expect(streamed?.response?.chunks?.map(({ text }) => text).join('')).toMatch(/^data: \{.*data: \[DONE\]\s*$/s);
    expect(JSON.stringify([whole, streamed])).not.toMatch(/secret/);
  });

  test('hold streams with their timing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'recordings-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const { answer, arrive } = lockStep(4, 50);
    const { proxy, url } = await proxyTo(await gateway(answer), { record: await createRecorder(folder) });
    const response = await fetch(`${url}/v1/chat/completions`, post({ ...chat, stream: true }));
    for await (const _ of response.body as unknown as AsyncIterable<Uint8Array>) arrive();
    await proxy.close();
    const [{ response: streamed } = { response: undefined }] = await recordingsIn(folder);
    const times = streamed?.chunks?.map(({ at }) => at) ?? [];
    expect(times).toHaveLength(5);
    expect(times.slice(1).filter((time, index) => time - (times[index] ?? 0) < 45)).toEqual([]);
  });

  test('are as good as the exchange itself when they are checked later', async () => {
    const { folder, proxy, url } = await recorded({}, { taskPolls: 3 });
    const created = (await (await fetch(`${url}/v1/videos`, post({ model: 'sora-2', prompt: 'A cat' }))).json()) as { id: string };
    for (let poll = 0; poll < 4; poll++) await (await fetch(`${url}/v1/videos/${created.id}`, { headers })).text();
    await (await fetch(`${url}/v1/chat/completions`, post({ ...chat, stream: true }))).text();
    await (await fetch(`${url}/v1/chat/completions`, post({ ...chat, messages: 'Hi' }))).text();
    await proxy.close();
    const recordings = await readRecordings(folder);
    const { origin } = new URL(recordings.at(-1)?.recording.violations[0]?.url ?? '');
    const replay = new Replay({ baseUrl: new URL(origin) });
    const verdicts = recordings.map(({ file, recording }) => replay.check(file, recording));
    expect(verdicts.map((verdict) => verdict?.violations)).toEqual(recordings.map(({ recording }) => recording.violations));
    expect(verdicts.at(-1)?.violations.length).toBe(1);
    const query = recordings.filter(({ recording }) => recording.operation === 'getVideo');
    const backwards = new Replay();
    const found = [...query]
      .reverse()
      .flatMap(
        ({ file, recording }, index) =>
          backwards.check(file, { ...recording, time: new Date(index * 1000).toISOString() })?.violations ?? [],
      );
    // The times of the task go backwards too, but only where a second ended between two polls.
    expect(found.map(({ expected }) => expected)).toContainEqual(expect.stringMatching(/must not be .* after completed/));
  });
});

test.each([
  [{ journalsize: 5 }, 'createProxy: there is no option journalsize; did you mean journalSize?'],
  [{ journalSize: -1 }, 'createProxy: journalSize must be a whole number of at least 1, got -1'],
])('options that make no sense are refused: %j', (options, message) => {
  expect(() => createProxy({ target: new URL('http://127.0.0.1:9'), ...options } as ProxyOptions)).toThrow(message);
});
