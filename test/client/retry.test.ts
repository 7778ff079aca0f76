import { describe, expect, test } from 'vitest';
import { createNexconnClient, NexconnConnectionError, type RetryOptions } from '../../src/client/index.js';
import { eventually } from '../eventually.js';
import { pausesOf } from './pauses.js';
import { type Answer, events, json, serve } from './server.js';
import { thrown } from './thrown.js';

const busy = json({ error: { message: 'busy' } }, 503);
const done = json({ object: 'list', data: [] });
const quick: RetryOptions = { minDelayMs: 1, maxDelayMs: 2 };
const read = async (stream: AsyncIterable<unknown>) => {
  for await (const _ of stream);
};
const drop: Answer = (_request, response) => void response.destroy();

describe('what may be repeated', () => {
  test.each([408, 429, 500, 502, 503, 504])('a GET after %i', async (status) => {
    const { url, requests } = await serve(json({}, status), done);
    const { data } = await createNexconnClient({ baseUrl: url, retry: quick }).listFiles();
    expect(data).toEqual({ object: 'list', data: [] });
    expect(requests).toHaveLength(2);
  });

  test('a GET after a network error', async () => {
    const { url, requests } = await serve(drop, done);
    expect((await createNexconnClient({ baseUrl: url, retry: quick }).listFiles()).data).toBeDefined();
    expect(requests).toHaveLength(2);
  });

  test('a DELETE', async () => {
    const { url, requests } = await serve(busy, done);
    await createNexconnClient({ baseUrl: url, retry: quick }).deleteFile({ file_id: 'f' });
    expect(requests.map(({ method }) => method)).toEqual(['DELETE', 'DELETE']);
  });

  test.each([400, 401, 402, 403, 404])('nothing after %i', async (status) => {
    const { url, requests } = await serve(json({}, status), done);
    expect((await createNexconnClient({ baseUrl: url, retry: quick }).listFiles()).response.status).toBe(status);
    expect(requests).toHaveLength(1);
  });

  test('no POST unless asked', async () => {
    const { url, requests } = await serve(busy);
    const { response } = await createNexconnClient({ baseUrl: url, retry: quick }).createFile({ model: 'm' } as never);
    expect([response.status, requests.length]).toEqual([503, 1]);
  });

  test('a POST if asked, with its body', async () => {
    const { url, requests } = await serve(busy, drop, json({ id: 'f' }, 201));
    const client = createNexconnClient({ baseUrl: url, retry: { ...quick, nonIdempotent: true } });
    expect((await client.createFile({ model: 'm' } as never)).data).toEqual({ id: 'f' });
    expect(requests.map(({ body }) => body)).toEqual([{ model: 'm' }, { model: 'm' }, { model: 'm' }]);
  });

  test('a call has its own say', async () => {
    const { url, requests } = await serve(busy);
    const client = createNexconnClient({ baseUrl: url, retry: quick });
    await client.listFiles({}, { retry: false });
    expect(requests).toHaveLength(1);
    await client.createFile({ model: 'm' } as never, { retry: { ...quick, limit: 1, nonIdempotent: true } });
    expect(requests).toHaveLength(3);
  });
});

describe('how often and when', () => {
  test('three tries, then the last answer', async () => {
    const { url, requests } = await serve(busy);
    const { error, response } = await createNexconnClient({ baseUrl: url, retry: quick }).listFiles();
    expect([response.status, error, requests.length]).toEqual([503, { error: { message: 'busy' } }, 3]);
  });

  test('three tries, then the network error', async () => {
    const { url, requests } = await serve(drop);
    await expect(createNexconnClient({ baseUrl: url, retry: quick }).listFiles()).rejects.toThrow(NexconnConnectionError);
    expect(requests).toHaveLength(3);
  });

  test('Retry-After is waited for', async () => {
    const { url } = await serve(json({}, 429, { 'retry-after': '1' }), done);
    const start = performance.now();
    await createNexconnClient({ baseUrl: url, retry: quick }).listFiles();
    expect(performance.now() - start).toBeGreaterThan(990);
  });

  test('a Retry-After that is too long is left to the caller', async () => {
    const { url, requests } = await serve(json({}, 429, { 'retry-after': '3600' }));
    const { response } = await createNexconnClient({ baseUrl: url, retry: quick }).listFiles();
    expect([response.headers.get('retry-after'), requests.length]).toEqual(['3600', 1]);
  });

  test('the pause doubles, with jitter, up to the longest', async () => {
    const client = createNexconnClient({
      fetch: async () => new Response('{}', { status: 503 }),
      retry: { limit: 4, minDelayMs: 100, maxDelayMs: 300 },
    });
    const pauses = await pausesOf(() => client.listFiles());
    expect(pauses).toHaveLength(4);
    [100, 200, 300, 300].forEach((longest, index) => {
      expect(pauses[index]).toBeGreaterThanOrEqual(longest / 2);
      expect(pauses[index]).toBeLessThanOrEqual(longest);
    });
  });

  test('a pause beyond what timers can do is not cut to none', async () => {
    const client = createNexconnClient({
      fetch: async () => new Response('{}', { status: 503, headers: { 'retry-after': '99999999' } }),
      retry: { limit: 1, maxRetryAfterSeconds: 1e9 },
    });
    expect(await pausesOf(() => client.listFiles())).toEqual([2 ** 31 - 1]);
  });

  test('an abort ends the waiting at once', async () => {
    const { url, requests } = await serve(json({}, 429, { 'retry-after': '3600' }));
    const controller = new AbortController();
    const client = createNexconnClient({
      baseUrl: url,
      // Longer than any test.
      retry: { maxRetryAfterSeconds: 3600 },
      fetch: async (request) => {
        const response = await fetch(request);
        // Not before the waiting has begun.
        setImmediate(() => controller.abort());
        return response;
      },
    });
    await expect(client.listFiles({}, { signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' });
    expect(requests).toHaveLength(1);
  });
});

describe('how long a try may take', () => {
  const hang: Answer = () => {};
  const timedOut = {
    name: 'NexconnConnectionTimeoutError',
    message: expect.stringMatching(/^No response to GET http.*\/v1\/files within 0.05 s$/),
  };

  test('is for the client to say', async () => {
    const { url } = await serve(hang);
    let tries = 0;
    const counting = (request: Request) => {
      tries++;
      return fetch(request);
    };
    const client = createNexconnClient({ baseUrl: url, fetch: counting, retry: { ...quick, limit: 1 }, timeoutMs: 50 });
    const error = await thrown(client.listFiles());
    expect(error).toBeInstanceOf(NexconnConnectionError);
    expect(error).toMatchObject(timedOut);
    expect(tries).toBe(2);
  });

  test('and for the call, over it', async () => {
    const { url } = await serve(hang);
    const client = createNexconnClient({ baseUrl: url, retry: false, timeoutMs: 3_600_000 });
    expect(await thrown(client.listFiles({}, { timeoutMs: 50 }))).toMatchObject(timedOut);
    expect(await thrown(read(client.streamChatCompletion({ model: 'm', messages: [] }, { timeoutMs: 50 })))).toMatchObject({
      name: timedOut.name,
    });
  });

  test('a call with its own time keeps the retries of the client', async () => {
    let tries = 0;
    const client = createNexconnClient({
      fetch: () => (tries++ === 0 ? new Promise(() => {}) : Promise.resolve(Response.json({}))),
      retry: quick,
    });
    expect((await client.listFiles({}, { timeoutMs: 50 })).data).toBeDefined();
    expect(tries).toBe(2);
  });

  test('the connection is closed', async () => {
    let isClosed = false;
    const { url } = await serve(
      (_request, response) =>
        void response.on('close', () => {
          isClosed = true;
        }),
    );
    const client = createNexconnClient({ baseUrl: url, retry: false, timeoutMs: 50 });
    // On a busy machine a call may be given up before the server knows of it.
    await eventually(async () => {
      expect(await thrown(client.listFiles())).toMatchObject({ name: timedOut.name });
      expect(isClosed).toBe(true);
    });
  });

  test('a fetch that heeds no signal is given up too', async () => {
    const client = createNexconnClient({ fetch: () => new Promise(() => {}), retry: false, timeoutMs: 20 });
    expect(await thrown(client.listFiles())).toMatchObject({ name: timedOut.name });
  });

  test('what comes after the beginning takes its time', async () => {
    const slow = new ReadableStream({
      async start(controller) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        controller.enqueue(new TextEncoder().encode('{"object":"list"}'));
        controller.close();
      },
    });
    const headers = { 'content-type': 'application/json' };
    const { data } = await createNexconnClient({ fetch: async () => new Response(slow, { headers }), timeoutMs: 50 }).listFiles();
    expect(data).toEqual({ object: 'list' });
  });

  test.each([Number.NaN, -1, '5' as unknown as number])('%j is refused', async (timeoutMs) => {
    expect(() => createNexconnClient({ timeoutMs })).toThrow(/timeoutMs must be/);
    await expect(createNexconnClient().listFiles({}, { timeoutMs })).rejects.toThrow(/timeoutMs must be/);
  });
});

test('what a platform puts into requests stays in them', async () => {
  const seen: unknown[] = [];
  const client = createNexconnClient({
    fetch: async (request) => {
      seen.push((request as Request & { next?: unknown }).next);
      return Response.json({});
    },
  });
  await client.GET('/v1/models', { next: { revalidate: 60 } });
  expect(seen).toEqual([{ revalidate: 60 }]);
});

test('a stream that has begun is never repeated', async () => {
  const { url, requests } = await serve(busy, events({ choices: [] }));
  const client = createNexconnClient({ baseUrl: url, retry: { ...quick, nonIdempotent: true } });
  await expect(read(client.streamChatCompletion({ model: 'm', messages: [] }))).rejects.toThrow(/broke off; events so far: 1/);
  expect(requests).toHaveLength(2);
});
