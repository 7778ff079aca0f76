/** A gateway behind the mock: what nothing else answers is passed on, checked, and recorded. */
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Recording } from '../../src/recording/recording.js';
import { type CreateMockOptions, createMock } from '../../src/upstream/index.js';
import { eventually } from '../eventually.js';

const headers = { authorization: 'Bearer sk-a-secret-key', 'content-type': 'application/json' };
const chat = (content: string, more: object = {}) => ({ model: 'gemini-2.5-flash', messages: [{ role: 'user', content }], ...more });
const chatPath = '/v1/chat/completions';
const post = (body: unknown, more: RequestInit = {}): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(body),
  ...more,
  headers: { ...headers, ...more.headers },
});

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'upstream-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

type Answer = (incoming: IncomingMessage, outgoing: ServerResponse, body: string) => void;

/** A gateway that answers as told, and remembers what it was asked. */
async function gateway(answer: Answer) {
  const asked: { url: string; headers: IncomingMessage['headers']; body: string }[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const pieces: Buffer[] = [];
    for await (const piece of incoming) pieces.push(piece);
    const body = Buffer.concat(pieces).toString();
    asked.push({ url: incoming.url ?? '', headers: incoming.headers, body });
    answer(incoming, outgoing, body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

async function mockBefore(upstream: string, options: CreateMockOptions = {}) {
  const mock = await createMock({ upstream, ...options });
  onTestFinished(() => mock.close());
  const { url } = await mock.listen();
  return { mock, url };
}

const recordingsIn = async (path: string): Promise<Recording[]> =>
  Promise.all((await readdir(path)).sort().map(async (name) => JSON.parse(await readFile(join(path, name), 'utf8'))));

const json: Answer = (_, outgoing) => {
  const text = JSON.stringify({ id: 'c', object: 'chat.completion', created: 1, model: 'm', choices: [] });
  outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length, 'x-own': 'gateway' }).end(text);
};

test('a request reaches the gateway as it was, and the response the caller', async () => {
  const { url: target, asked } = await gateway((_, outgoing) => {
    outgoing.writeHead(418, { 'content-type': 'text/plain', 'x-own': 'gateway' }).end('Tea');
  });
  const { url } = await mockBefore(`${target}/base`);
  const response = await fetch(`${url}/v1/files?limit=1&after=a%20b`, { headers: { ...headers, 'x-mine': 'yes', prefer: 'session=a' } });
  expect([response.status, response.headers.get('x-own'), await response.text()]).toEqual([418, 'gateway', 'Tea']);
  expect(response.headers.get('x-mock-violations')).toContain('error header/content-type: listFiles response');
  expect(asked).toMatchObject([
    {
      url: '/base/v1/files?limit=1&after=a+b',
      headers: { authorization: headers.authorization, 'x-mine': 'yes', 'x-forwarded-host': new URL(url).host },
    },
  ]);
  expect(asked[0]?.headers).not.toHaveProperty('prefer');
  await fetch(`${url}${chatPath}`, post(chat('早上好', { unknown: 1 })));
  expect(asked[1]?.body).toBe(JSON.stringify(chat('早上好', { unknown: 1 })));
});

test('what the mock itself decides is not passed on', async () => {
  const { url: target, asked } = await gateway(json);
  const { url } = await mockBefore(target);
  const statuses = await Promise.all([
    fetch(`${url}${chatPath}`, post({ ...chat('Hi'), messages: 'Hi' })),
    fetch(`${url}${chatPath}`, post(chat('Hi'), { headers: { prefer: 'code=503' } })),
    fetch(`${url}${chatPath}`, post(chat('Hi'), { headers: { authorization: 'Bearer sk-mock-402' } })),
    fetch(`${url}/v1/nothing`, { headers }),
    fetch(`${url}/__mock/health`),
  ]);
  expect(statuses.map(({ status }) => status)).toEqual([400, 503, 402, 404, 200]);
  expect(asked).toEqual([]);
});

test('what the gateway does wrong is told in the response and the journal', async () => {
  const { url: target } = await gateway(json);
  const { mock, url } = await mockBefore(target);
  const response = await fetch(`${url}/v1/files/qfile-1`, { headers });
  expect(await response.json()).toMatchObject({ object: 'chat.completion' });
  expect(response.headers.get('x-mock-violations')).toMatch(/error body\/object: getFile response body \/object: must be/);
  expect(mock.journal()[0]?.violations.length).toBeGreaterThan(0);
});

test('a stream passes event by event, and is recorded with its times and what is wrong with it', async () => {
  const events = ['data: {"object":"wrong"}\n\n', 'data: {}\n\n', 'data: [DONE]\n\n'];
  let next = () => {};
  const { url: target } = await gateway(async (_, outgoing) => {
    outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const event of events) {
      const taken = new Promise<void>((resolve) => {
        next = resolve;
      });
      outgoing.write(event);
      // The next is not sent before this one has arrived.
      await taken;
    }
    outgoing.end();
  });
  const record = join(await folder(), 'new');
  const { mock, url } = await mockBefore(target, { record });
  const response = await fetch(`${url}${chatPath}`, post(chat('Hi', { stream: true })));
  const pieces: string[] = [];
  for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
    pieces.push(Buffer.from(piece).toString());
    next();
  }
  expect(pieces).toEqual(events);
  await mock.close();
  expect(mock.journal()[0]?.violations[0]).toMatchObject({ in: 'event 1', part: 'stream' });
  const [recording] = await recordingsIn(record);
  expect(recording).toMatchObject({
    operation: 'createChatCompletion',
    request: { method: 'POST', url: chatPath, headers: { authorization: 'Bearer [redacted]' }, json: chat('Hi', { stream: true }) },
    response: { status: 200, ended: 'end', chunks: events.map((text) => ({ text })) },
  });
  expect(recording?.violations.length).toBeGreaterThan(0);
  const [name = ''] = await readdir(record);
  expect((await stat(join(record, name))).mode & 0o077).toBe(0);
});

test('errors are recorded too, and a broken stream breaks for the caller', async () => {
  const { url: target } = await gateway((_, outgoing, body) => {
    if (body.includes('error')) return outgoing.writeHead(503, { 'content-type': 'application/json' }).end('{"error":{"message":"Busy"}}');
    outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
    return outgoing.write('data: {}\n\n', () => outgoing.destroy());
  });
  const record = await folder();
  const { mock, url } = await mockBefore(target, { record });
  const busy = await fetch(`${url}${chatPath}`, post(chat('error')));
  expect([busy.status, await busy.text()]).toEqual([503, '{"error":{"message":"Busy"}}']);
  const broken = await fetch(`${url}${chatPath}`, post(chat('Hi', { stream: true })));
  await expect(broken.text()).rejects.toThrow();
  await mock.close();
  expect((await recordingsIn(record)).map(({ response }) => [response?.status, response?.ended])).toEqual([
    [503, 'end'],
    [200, 'cut'],
  ]);
});

test('a caller that goes away ends the call to the gateway', async () => {
  let isClosed = false;
  const { url: target } = await gateway((_, outgoing) => {
    outgoing.on('close', () => {
      isClosed = true;
    });
    outgoing.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: {}\n\n');
  });
  const record = await folder();
  const { mock, url } = await mockBefore(target, { record });
  const controller = new AbortController();
  const response = await fetch(`${url}${chatPath}`, post(chat('Hi', { stream: true }), { signal: controller.signal }));
  await response.body?.getReader().read();
  controller.abort();
  await eventually(() => expect(isClosed).toBe(true));
  await eventually(async () => expect(await recordingsIn(record)).toMatchObject([{ response: { ended: 'cancel' } }]));
  await mock.close();
});

test('a caller that left before all of its request was there is not passed on', async () => {
  const { url: target } = await gateway(() => {});
  const { mock } = await mockBefore(target);
  const controller = new AbortController();
  const rest = new ReadableStream({
    pull(stream) {
      controller.abort();
      stream.enqueue(new TextEncoder().encode(JSON.stringify(chat('Hi'))));
      stream.close();
    },
  });
  const init = { ...post({}), body: rest, signal: controller.signal, duplex: 'half' } as RequestInit;
  await expect(mock.fetch(`http://mock${chatPath}`, init)).rejects.toThrow();
  expect(mock.journal()).toMatchObject([{ aborted: true }]);
});

test('a gateway that cannot be reached is a 502 in the words of the path', async () => {
  const { url } = await mockBefore('http://127.0.0.1:9');
  const response = await fetch(`${url}/v1/messages`, post({ ...chat('Hi'), model: 'claude-4.5-sonnet', max_tokens: 1 }));
  expect(response.status).toBe(502);
  expect(await response.json()).toMatchObject({
    type: 'error',
    error: { message: 'the mock got no response from http://127.0.0.1:9: ECONNREFUSED' },
  });
});

test('bytes that are no text pass as they are', async () => {
  const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x80]);
  const { url: target } = await gateway((_, outgoing) =>
    outgoing.writeHead(200, { 'content-type': 'application/octet-stream' }).end(bytes),
  );
  const { mock, url } = await mockBefore(target);
  expect(Buffer.from(await (await fetch(`${url}/v1/models`, { headers })).arrayBuffer())).toEqual(bytes);
  const through = await mock.fetch('http://mock/v1/models', { headers });
  expect(Buffer.from(await through.arrayBuffer())).toEqual(bytes);
});

test('with recordings, only what is missing is asked for and recorded', async () => {
  const { url: target, asked } = await gateway(json);
  const record = join(await folder(), 'recordings');
  const once = await mockBefore(target, { record, replay: record });
  for (const words of ['one', 'two']) await (await fetch(`${once.url}${chatPath}`, post(chat(words)))).text();
  await once.mock.close();
  expect(await recordingsIn(record)).toHaveLength(2);

  const again = await mockBefore(target, { record, replay: record });
  for (const words of ['one', 'two', 'three', 'one']) await (await fetch(`${again.url}${chatPath}`, post(chat(words)))).text();
  await again.mock.close();
  expect(asked.map(({ body }) => JSON.parse(body).messages[0].content)).toEqual(['one', 'two', 'three']);
  expect(await recordingsIn(record)).toHaveLength(3);
});

test('a recorded run of the mock is replayed to the byte', async () => {
  const source = await createMock({ taskPolls: 2, eventsPerSecond: 1000 });
  onTestFinished(() => source.close());
  const record = await folder();
  const first = await mockBefore((await source.listen()).url, { record });
  const run = async (base: string) => {
    const texts: string[] = [];
    const call = async (path: string, init: RequestInit = { headers }) => {
      const text = await (await fetch(`${base}${path}`, init)).text();
      texts.push(text.replaceAll(base, 'http://base'));
      return text;
    };
    await call(chatPath, post(chat('Tell me a story')));
    await call(chatPath, post(chat('Tell me a story', { stream: true })));
    await call('/v1/messages', post({ ...chat('Hi'), model: 'claude-4.5-sonnet', max_tokens: 50, stream: true }));
    const { id } = JSON.parse(await call('/v1/videos', post({ model: 'sora-2', prompt: 'A cat' })));
    for (let poll = 0; poll < 3; poll++) await call(`/v1/videos/${id}`);
    await call('/v1/videos/none');
    return texts;
  };
  const recorded = await run(first.url);
  await first.mock.close();
  const second = await createMock({ replay: record, replaySpeed: 1000 });
  onTestFinished(() => second.close());
  expect(await run((await second.listen()).url)).toEqual(recorded);
  expect(second.journal().flatMap(({ warnings, violations }) => [...warnings, ...violations])).toEqual(
    first.mock.journal().flatMap(({ warnings, violations }) => [...warnings, ...violations]),
  );
});

test.each([
  ['changes the protocol', 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n', 502],
  ['has a body where none may be', 'HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\n{}', 204],
])('a gateway that %s is answered for', async (_, answer, status) => {
  const server = createSocketServer((socket) => socket.on('error', () => {}).once('data', () => socket.end(answer)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { url } = await mockBefore(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const response = await fetch(`${url}/v1/files`, { headers });
  await response.text();
  expect(response.status).toBe(status);
});

test('a mock that records listens on this machine only', async () => {
  const mock = await createMock({ upstream: 'http://127.0.0.1:9', record: await folder() });
  onTestFinished(() => mock.close());
  await expect(mock.listen(0, '0.0.0.0')).rejects.toThrow('a mock that records listens on this machine only, not on 0.0.0.0');
  expect((await mock.listen(0, 'localhost')).port).toBeGreaterThan(0);
});

test('a folder that cannot be is said at once', async () => {
  await expect(createMock({ upstream: 'http://127.0.0.1:9', record: '/dev/null/recordings' })).rejects.toThrow(
    /^nothing can be recorded in \/dev\/null\/recordings: /,
  );
});
