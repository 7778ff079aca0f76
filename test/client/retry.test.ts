import { describe, expect, test } from 'vitest';
import { createNexconnClient, NexconnConnectionError, type RetryOptions } from '../../src/client/index.js';
import { pausesOf } from './pauses.js';
import { type Answer, events, json, serve } from './server.js';

const busy = json({ error: { message: 'busy' } }, 503);
const done = json({ object: 'list', data: [] });
const quick: RetryOptions = { minDelayMs: 1, maxDelayMs: 2 };
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

test('a stream that has begun is never repeated', async () => {
  const { url, requests } = await serve(busy, events({ choices: [] }));
  const client = createNexconnClient({ baseUrl: url, retry: { ...quick, nonIdempotent: true } });
  const read = async () => {
    for await (const _ of client.streamChatCompletion({ model: 'm', messages: [] }));
  };
  await expect(read()).rejects.toThrow(/broke off; events so far: 1/);
  expect(requests).toHaveLength(2);
});
