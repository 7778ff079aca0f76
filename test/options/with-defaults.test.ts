/** Options of the client that nobody knows, that make no sense, or that go by an old name. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createNexconnClient } from '../../src/client/index.js';
import { withDefaults } from '../../src/options/with-defaults.js';

const answer = async () => Response.json({ object: 'list', data: [] });
const client = createNexconnClient({ apiKey: 'k', fetch: answer });

describe('createNexconnClient refuses', () => {
  test.each<[object, new () => Error, string]>([
    [{ apikey: 'k' }, TypeError, 'createNexconnClient: no option apikey; there are apiKey, baseUrl, auth,'],
    [{ baseUrl: 5 }, TypeError, 'createNexconnClient: baseUrl must be a string'],
    [{ throwOnError: 'yes' }, TypeError, 'createNexconnClient: throwOnError must be a boolean'],
    [JSON.parse('{"__proto__":1}'), TypeError, 'createNexconnClient: no option __proto__'],
    [{ constructor: 1 }, TypeError, 'createNexconnClient: no option constructor'],
    [{ retry: { tries: 5 } }, TypeError, 'retry: no option tries; there are limit,'],
    [{ retry: { limit: '5' } }, TypeError, 'retry: limit must be a number'],
    [{ retry: { limit: Number.NaN } }, RangeError, 'retry: limit must be at least 0'],
    [{ retry: { minDelayMs: -1 } }, RangeError, 'retry: minDelayMs must be at least 0'],
  ])('%j', (options, type, message) => {
    expect(() => createNexconnClient(options)).toThrow(type);
    expect(() => createNexconnClient(options)).toThrow(message);
  });

  test('likewise what one call is given', async () => {
    await expect(client.listModels({}, { retry: { maxDelayMs: -1 } })).rejects.toThrow('retry: maxDelayMs must be at least 0');
    const task = { name: 'videos', id: 'qvideo-1' } as const;
    await expect(client.waitFor(task, { timeoutMs: Number.NaN })).rejects.toThrow('waitFor: timeoutMs must be at least 0');
    await expect(client.waitFor(task, { timeout: 1 } as object)).rejects.toThrow('waitFor: no option timeout; there are onProgress,');
  });
});

test('undefined is as good as nothing', async () => {
  const plain = createNexconnClient({ fetch: answer, baseUrl: undefined, retry: undefined, throwOnError: undefined });
  expect((await plain.listModels()).response.status).toBe(200);
  expect(withDefaults('x', { limit: undefined }, { limit: 2 })).toEqual({ limit: 2 });
});

test.each([Number.POSITIVE_INFINITY, 0])('%d is a number that makes sense', (limit) => {
  expect(() => createNexconnClient({ retry: { limit, maxRetryAfterSeconds: limit } })).not.toThrow();
});

describe('an old name', () => {
  afterEach(() => vi.restoreAllMocks());

  test('works, with a warning', async () => {
    const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
    let calls = 0;
    const fetch = async () => {
      calls++;
      return Response.json({}, { status: 429, headers: { 'retry-after': '7' } });
    };
    const { listModels } = createNexconnClient({ fetch, retry: { maxRetryAfter: 6, minDelayMs: 0 } });
    expect((await listModels()).response.status).toBe(429);
    expect(calls).toBe(1);
    expect(warn).toHaveBeenCalledWith(
      'retry: maxRetryAfter is now maxRetryAfterSeconds; the old name is gone in 0.3',
      'DeprecationWarning',
    );
  });
});
