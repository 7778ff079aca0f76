/** Limits of requests, per key. */
import { describe, expect, test } from 'vitest';
import { memoryStore } from '../../src/mock/store/store.js';
import { createMock, type Mock } from '../mocks.js';

/** Where the clock stands, in milliseconds: no window ends in the middle of a test. */
const minute = 60_000;
const model = 'gemini-2.5-flash';
const messages = [{ role: 'user', content: 'Hi' }];

async function ask(mock: Mock, { key = 'one', path = '/v1/chat/completions', prefer = '', body = { model, messages } as object } = {}) {
  const response = await mock.fetch(`http://mock${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...(prefer && { prefer }) },
    body: JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as any };
}

const statuses = async (mock: Mock, count: number, options?: Parameters<typeof ask>[1]) => {
  const all = [];
  for (let number = 0; number < count; number++) all.push((await ask(mock, options)).status);
  return all;
};

describe('a rate limit', () => {
  test('refuses one request too many, says when to come back, and lets it in then', async () => {
    let now = 100 * minute + 18_000;
    const mock = await createMock({ rateLimit: '2/60s', now: () => now });
    expect(await statuses(mock, 2)).toEqual([200, 200]);
    const { status, headers, body } = await ask(mock);
    expect(status).toBe(429);
    expect(headers.get('retry-after')).toBe('42');
    expect(body.error.message).toBe('2 requests in 60 s are allowed to a key (--rate-limit); try again in 42 s');
    now += 42_000;
    expect(await statuses(mock, 3)).toEqual([200, 200, 429]);
  });

  test('is one for each key and each session, and forgotten by a reset', async () => {
    const mock = await createMock({ rateLimit: '1/h', now: minute });
    expect(await statuses(mock, 2)).toEqual([200, 429]);
    expect(await statuses(mock, 2, { key: 'two' })).toEqual([200, 429]);
    expect(await statuses(mock, 2, { prefer: 'session=s' })).toEqual([200, 429]);
    await mock.reset('s');
    expect(await statuses(mock, 2, { prefer: 'session=s' })).toEqual([200, 429]);
    expect(await statuses(mock, 1)).toEqual([429]);
  });

  test('does not count what is refused, nor what is preferred', async () => {
    const mock = await createMock({ rateLimit: '1/h', now: minute });
    expect(await statuses(mock, 2, { body: { model: 5 } })).toEqual([400, 400]);
    expect(await statuses(mock, 2, { key: 'sk-mock-503' })).toEqual([503, 503]);
    expect(await statuses(mock, 2, { prefer: 'code=500' })).toEqual([500, 500]);
    expect(await statuses(mock, 2, { prefer: 'example=chat-completion.tool-call' })).toEqual([200, 200]);
    expect(await statuses(mock, 2)).toEqual([200, 429]);
  });

  test('comes before the answers of scenarios, and does not use them up', async () => {
    const mock = await createMock({ rateLimit: '1/1m', now: () => minute });
    const poem = await mock.use({ answers: [{ text: 'Roses' }] });
    expect(await statuses(mock, 3)).toEqual([200, 429, 429]);
    expect(poem.calls).toBe(1);
  });

  test('lets in no more where all come at once', async () => {
    const mock = await createMock({ rateLimit: '10/h', now: minute });
    const all = await Promise.all(Array.from({ length: 40 }, () => ask(mock)));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(10);
  });

  test('speaks the dialect of the path', async () => {
    const mock = await createMock({ rateLimit: '0/h', now: minute });
    const { status, body } = await ask(mock, { path: '/v1/messages', body: { model, max_tokens: 9, messages } });
    expect(status).toBe(429);
    expect(body).toMatchObject({ type: 'error', error: { message: expect.stringContaining('0 requests in 3600 s') } });
  });

  test('is told by the headers that the gateway was seen to send', async () => {
    const mock = await createMock({ rateLimit: '2/60s', now: () => 90_000 });
    const told = async () => {
      const { headers } = await ask(mock, { path: '/bypass/openai/v1/responses', body: { model: 'gpt-5', input: 'Hi' } });
      return ['limit', 'remaining', 'renewalperiod', 'reset'].map((name) => headers.get(`x-ratelimit-${name}-requests`));
    };
    expect([await told(), await told(), await told()]).toEqual([
      ['2', '1', '60', '30'],
      ['2', '0', '60', '30'],
      ['2', '0', '60', '30'],
    ]);
  });

  test('keeps no key in clear', async () => {
    const store = memoryStore();
    await ask(await createMock({ rateLimit: '1/h', quota: 5, store, now: minute }), { key: 'secret-key' });
    expect(await store.getKeys()).toHaveLength(2);
    expect(JSON.stringify(await store.getKeys())).not.toMatch(/secret|c2VjcmV0/);
  });

  test('that is none is refused', async () => {
    await expect(createMock({ rateLimit: '10' })).rejects.toThrow(/rateLimit must be a number of requests and a time, such as 10\/60s/);
    await expect(createMock({ rateLimit: '10/0s' })).rejects.toThrow(/rateLimit must be/);
  });
});

describe('a quota', () => {
  test('is used up until the next day', async () => {
    let now = Date.UTC(2026, 0, 1, 23);
    const mock = await createMock({ quota: 2, now: () => now });
    expect(await statuses(mock, 3)).toEqual([200, 200, 402]);
    const { headers, body } = await ask(mock);
    expect(headers.get('retry-after')).toBeNull();
    expect(body.error.message).toBe('2 requests a day are allowed to a key (--quota)');
    now += 60 * minute;
    expect(await statuses(mock, 1)).toEqual([200]);
  });

  test('has the status that is wanted', async () => {
    const mock = await createMock({ quota: 0, quotaStatus: 429, now: () => Date.UTC(2026, 0, 1, 23) });
    const { status, headers } = await ask(mock);
    expect([status, headers.get('retry-after')]).toEqual([429, '3600']);
  });
});
