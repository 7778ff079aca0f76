/** The mock inside a test run, without a server: the stock OpenAI SDK calls the gateway's own address. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import OpenAI, { RateLimitError } from 'openai';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { contract } from '../../compiled/contract.js';
import { areas, contract as outline } from '../../compiled/outline.js';
import { areaOf } from '../../src/contract/area.js';
import { mockGateway } from '../../src/msw/index.js';

const gateway = mockGateway({ eventsPerSecond: 2000, taskSeconds: 0 });
const elsewhere = mockGateway({ baseUrl: 'http://localhost:9/gateway/' });
const server = setupServer(
  ...gateway.handlers,
  ...elsewhere.handlers,
  http.get('https://other.example/hello', () => HttpResponse.text('not the gateway')),
);

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => Promise.all([gateway.reset(), elsewhere.reset()]));
afterAll(() => server.close());

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const client = (apiKey = 'any-key') => new OpenAI({ apiKey, baseURL: `${contract.server}/v1`, maxRetries: 0 });
const model = 'gemini-2.5-flash';
const messages = [{ role: 'user' as const, content: 'What is the sun?' }];

describe('at the address in the contract', () => {
  test('requests are answered', async () => {
    const answer = await client().chat.completions.create({ model, messages });
    expect(answer.model).toBe(model);
    expect(answer.choices[0]?.message.content).toBeTruthy();
  });

  test('streams come event by event', async () => {
    for (const events of [1, 2, 3]) {
      // The rest never comes, so these have arrived before the stream was complete.
      const headers = { Prefer: `stream-fault=stall@${events}` };
      const stream = await client().chat.completions.create({ model, messages, stream: true }, { headers });
      let count = 0;
      for await (const _ of stream) if (++count === events) stream.controller.abort();
      expect(count).toBe(events);
    }
  });

  test('streams come in pieces of as many bytes as asked', async () => {
    const response = await fetch(`${contract.server}/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: 'Bearer any', 'content-type': 'application/json', prefer: 'chunks=7' },
      body: JSON.stringify({ model, messages, stream: true }),
    });
    const sizes: number[] = [];
    for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) sizes.push(piece.length);
    expect(new Set(sizes.slice(0, -1))).toEqual(new Set([7]));
    expect(response.headers.get('preference-applied')).toBe('chunks=7');
  });

  test('streams keep their pace', async () => {
    const started = performance.now();
    const stream = await client().chat.completions.create(
      { model, messages, stream: true },
      { headers: { Prefer: 'events-per-second=50' } },
    );
    const times: number[] = [];
    for await (const _ of stream) times.push(performance.now() - started);
    expect(times.length).toBeGreaterThan(3);
    expect(times.filter((time, index) => time < 20 * (index + 1) - 10)).toEqual([]);
  });

  test('a stream ends when the caller aborts it', async () => {
    const stream = await client().chat.completions.create(
      { model, messages, stream: true },
      { headers: { Prefer: 'first-event-ms=0, events-per-second=0.001' } },
    );
    let count = 0;
    for await (const _ of stream) {
      count++;
      // An abort reaches the mock whatever has been collected since.
      collectGarbage();
      stream.controller.abort();
    }
    expect(count).toBe(1);
  });

  test('errors are those of the gateway', async () => {
    await expect(client('sk-mock-429').chat.completions.create({ model, messages })).rejects.toBeInstanceOf(RateLimitError);
    await expect(client().chat.completions.create({ model } as never)).rejects.toThrow('400 messages is required');
    const unknown = await fetch(`${contract.server}/v2/chat`);
    expect(unknown.status).toBe(404);
  });

  test('what takes Prism is refused in plain words', async () => {
    const answer = await fetch(`${contract.server}/v1/models`, { headers: { Prefer: 'dynamic=true', Authorization: 'Bearer key' } });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('only the mock on Node.js');
  });

  test('journal and coverage tell of it, and can be reset', async () => {
    await client().models.list();
    expect(gateway.journal()).toMatchObject([{ operation: 'listModels', status: 200 }]);
    expect(gateway.coverage().operations.hit).toBe(1);
    await gateway.reset();
    expect(gateway.journal()).toEqual([]);
    expect(gateway.coverage().operations.hit).toBe(0);
  });
});

describe('the examples', () => {
  const other = 'http://examples.test';
  const use = (...options: Parameters<typeof mockGateway>) => {
    const created = mockGateway({ baseUrl: other, ...options[0] });
    server.use(...created.handlers);
    return created;
  };
  const send = (more = {}) =>
    fetch(`${other}/v1/chat/completions`, {
      method: 'POST',
      headers: { Authorization: 'Bearer key', 'Content-Type': 'application/json' },
      body: JSON.stringify({ model, messages, ...more }),
    });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    server.resetHandlers();
  });

  test('once ready, are all there', async () => {
    await use().ready();
    for (const operation of contract.operations)
      expect(outline.operations.find(({ id }) => id === operation.id)?.examples).toEqual(operation.examples);
  });

  test('once ready, are answered with while fake timers hold the time', async () => {
    await use({ eventsPerSecond: 1 }).ready();
    vi.useFakeTimers();
    expect((await send()).status).toBe(200);
    const stream = await send({ stream: true });
    const text = stream.text();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect((await text).trimEnd().endsWith('data: [DONE]')).toBe(true);
  });

  test('where they cannot be loaded, the answer is an error in the dialect of the path and the console says what helps; then they are', async () => {
    const area = areaOf(contract.operations.find(({ path }) => path === '/v1/chat/completions') as (typeof contract.operations)[number]);
    const load = vi.spyOn(areas as Record<string, (typeof areas)[string]>, area).mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    use();
    const failed = await send();
    expect(failed.status).toBe(500);
    expect(await failed.json()).toMatchObject({ error: { message: expect.stringContaining('Failed to fetch') } });
    expect(String(log.mock.calls[0]?.[0])).toContain('gateway.ready()');
    expect((await send()).status).toBe(200);
    expect(load).toHaveBeenCalledTimes(2);
  });

  test('of a contract of the caller’s own are there from the start', async () => {
    const loads = Object.keys(areas).map((area) => vi.spyOn(areas as Record<string, (typeof areas)[string]>, area));
    await use({ contract: { ...contract, build: '9.9.9+own' } }).ready();
    const answer = await send();
    expect(answer.headers.get('x-nexconn-contract')).toBe('9.9.9+own');
    expect(answer.status).toBe(200);
    for (const load of loads) expect(load).not.toHaveBeenCalled();
  });
});

describe('at another address', () => {
  const base = 'http://localhost:9/gateway';

  test('the mock is below the path of the base URL, and hands out addresses there', async () => {
    const headers = { Authorization: 'Bearer key', 'Content-Type': 'application/json', Prefer: 'task-seconds=0' };
    const models = await fetch(`${base}/v1/models`, { headers });
    expect(models.status).toBe(200);
    expect(elsewhere.journal()).toMatchObject([{ path: '/v1/models' }]);
    const create = contract.operations.find(
      ({ task, path }) => task?.role === 'create' && task.name === 'videos' && path.split('/').length === 3,
    );
    const query = contract.operations.find(({ task }) => task?.role === 'query' && task.name === 'videos');
    const created = await fetch(`${base}${create?.path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(create?.examples[0]?.request.body),
    });
    const { id } = (await created.json()) as { id: string };
    const job = await (await fetch(`${base}${query?.path.replace(/\{.*?\}/, id)}`, { headers })).text();
    const url = /http:[^"]+\.mp4/.exec(job)?.[0] ?? '';
    expect(url.startsWith(`${base}/`)).toBe(true);
    const video = await fetch(url);
    expect(video.headers.get('content-type')).toBe('video/mp4');
    expect((await video.arrayBuffer()).byteLength).toBeGreaterThan(500);
    expect(gateway.journal()).toEqual([]);
  });

  test('requests beside it pass by', async () => {
    expect(await (await fetch('https://other.example/hello')).text()).toBe('not the gateway');
    await expect(fetch('http://localhost:9/gatewayless/v1/models')).rejects.toThrow();
    expect(elsewhere.journal()).toEqual([]);
  });

  test('a base URL that is none is refused at once', () => {
    expect(() => mockGateway({ baseUrl: '/gateway' })).toThrow('Invalid URL');
  });
});
