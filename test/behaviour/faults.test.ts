/** Faults on request and by chance, keys, and preferences that make no sense. */
import { describe, expect, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import { createMock } from '../mocks.js';

const chatBody = { model: 'any', messages: [{ role: 'user', content: 'Hi' }] };

async function chat(options: Parameters<typeof createMock>[0], headers: Record<string, string> = {}, body: object = chatBody) {
  const mock = await createMock(options);
  const response = await mock.fetch('http://mock/v1/chat/completions', {
    method: 'POST',
    headers: { authorization: 'Bearer any', 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as any };
}

describe('Prefer', () => {
  test('code= answers the documented body of that status', async () => {
    const { status, headers, body } = await chat({}, { prefer: 'code=429' });
    expect(status).toBe(429);
    expect(headers.get('retry-after')).toBe('1');
    expect(body).toEqual(contract.errors.openai?.[429]?.[0]?.body);
  });

  test('code= with example= picks one of several', async () => {
    const { headers, body } = await chat({}, { prefer: 'code=401, example=openai-401-missing-header' });
    expect(headers.get('x-mock-example')).toBe('openai-401-missing-header');
    expect(body).toEqual({ error: 'authorization header missing', status: false });
  });

  test('example= picks an answer', async () => {
    const { headers } = await chat({}, { prefer: 'example=chat-completion.tool-call' });
    expect(headers.get('x-mock-example')).toBe('chat-completion.tool-call');
  });

  test.each([
    ['example=nothing', 404, /must be one of .*chat-completion/],
    ['code=429, example=nothing', 404, /must be one of openai-429/],
    ['code=abc', 400, /HTTP status/],
    ['code=201', 404, /must be one of 200, 400/],
    ['latency-ms=soon', 400, /latency-ms must be a number from 0 to 2147483647, got "soon"/],
    ['events-per-second=0', 400, /events-per-second must be a number of at least 0.001/],
    ['dynamic=maybe', 400, /dynamic must be true or false/],
    ['session', 400, /session must be a text that is not empty/],
    ['stream-fault=explode', 400, /error@N, cut@N or stall@N/],
    ['chunks=0', 400, /chunks must be a whole number from 1 to 1000000, got "0"/],
  ])('%s is refused, with what is valid', async (prefer, expected, message) => {
    const { status, body } = await chat({}, { prefer });
    expect(status).toBe(expected);
    expect(body.error.message).toMatch(message);
  });

  test.each(['prepared', 'prism'] as const)('times= ends the error after so many requests of a session (%s)', async (engine) => {
    const mock = await createMock({ engine });
    const ask = async (prefer: string, body: object = chatBody, path = '/v1/chat/completions') =>
      mock.fetch(`http://mock${path}`, {
        method: 'POST',
        headers: { authorization: 'Bearer any', 'content-type': 'application/json', prefer },
        body: JSON.stringify(body),
      });
    const asked = 'code=503, times=2';
    // What is refused does not count.
    expect((await ask(asked, { model: 5 })).status).toBe(400);
    const answers = [await ask(asked), await ask(asked), await ask(asked)];
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 200]);
    expect(answers.map(({ headers }) => headers.get('preference-applied'))).toEqual([asked, asked, 'times=2']);
    expect(answers[2]?.headers.get('x-mock-violations')).not.toContain('503');
    expect((await ask(`${asked}, session=other`)).status).toBe(503);
    expect((await ask(asked, { model: 'any', max_tokens: 9, messages: chatBody.messages }, '/v1/messages')).status).toBe(503);
    await mock.reset();
    expect((await ask(asked)).status).toBe(503);
  });

  test('times= without a status is said to count for nothing', async () => {
    const { status, headers } = await chat({}, { prefer: 'times=2' });
    expect(status).toBe(200);
    expect(headers.get('x-mock-violations')).toMatch(/times=2 was not used; it counts for valid requests with a code/);
  });

  test('an invalid request comes before the preference, as in Prism', async () => {
    expect((await chat({}, { prefer: 'code=429' }, { model: 5 })).status).toBe(400);
  });

  test('latency-ms=', async () => {
    const started = performance.now();
    await chat({}, { prefer: 'latency-ms=200' });
    expect(performance.now() - started).toBeGreaterThanOrEqual(195);
  });

  test('dynamic= makes an answer up from the schema', async () => {
    const { status, body } = await chat({}, { prefer: 'dynamic=true, seed=7' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: expect.any(String), choices: expect.any(Array) });
  });
});

describe('the same preferences as Prism’s query parameters', () => {
  test('__code', async () => {
    const mock = await createMock();
    expect((await mock.fetch('http://mock/v1/models?__code=503')).status).toBe(503);
  });
});

describe('keys', () => {
  test('only one passes, if one is given', async () => {
    expect((await chat({ authKey: 'the-one' })).status).toBe(401);
    expect((await chat({ authKey: 'the-one' }, { authorization: 'Bearer the-one' })).status).toBe(200);
    expect((await chat({ authKey: 'the-one' }, { authorization: 'sk-mock-402' })).status).toBe(402);
  });

  test('none is asked for, if so told', async () => {
    const mock = await createMock({ auth: false });
    const response = await mock.fetch('http://mock/v1/chat/completions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(chatBody),
    });
    expect(response.status).toBe(200);
  });

  test('a key that only looks magic is a key', async () => {
    for (const key of ['sk-mock-200', 'sk-mock-42', 'sk-mock-4290', 'sk-mock-'])
      expect((await chat({}, { authorization: key })).status).toBe(200);
  });
});

describe('by chance', () => {
  const statuses = async (seed: number | undefined, errorRate: number) => {
    const mock = await createMock({ errorRate, ...(seed !== undefined && { seed }) });
    const found: number[] = [];
    for (let index = 0; index < 200; index++) found.push((await mock.fetch('http://mock/v1/models')).status);
    return found;
  };

  test('errors come at their rate, and a seed repeats them', async () => {
    const first = await statuses(7, 0.2);
    expect(await statuses(7, 0.2)).toEqual(first);
    expect(await statuses(8, 0.2)).not.toEqual(first);
    const errors = first.filter((status) => status >= 400);
    expect(errors.length).toBeGreaterThan(20);
    expect(errors.length).toBeLessThan(60);
    expect(errors.every((status) => [429, 500, 503].includes(status))).toBe(true);
  });

  test('latency stays within its range', async () => {
    const mock = await createMock({ latencyMs: [20, 60], seed: 1 });
    for (let index = 0; index < 5; index++) {
      const started = performance.now();
      await mock.fetch('http://mock/v1/models');
      expect(performance.now() - started).toBeGreaterThanOrEqual(19);
    }
  });
});

describe('--strict', () => {
  test('refuses unknown fields, which are a warning otherwise', async () => {
    const body = { ...chatBody, messages: [{ role: 'user', content: 'Hi', mood: 'good' }], colour: 'red' };
    const lenient = await chat({}, {}, body);
    expect(lenient.status).toBe(200);
    expect(lenient.headers.get('x-mock-violations')).toContain('/messages/0/mood');
    const strict = await chat({ strict: true }, {}, body);
    expect(strict.status).toBe(400);
    expect(strict.body.error.message).toContain('/messages/0/mood, /colour');
  });

  test('takes every documented request', async () => {
    const mock = await createMock({ strict: true, eventsPerSecond: 1e6 });
    for (const operation of contract.operations) {
      for (const { request, status } of operation.examples) {
        const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(request.path?.[name] ?? ''));
        const response = await mock.fetch(`http://mock${path}`, {
          method: operation.method,
          headers: { authorization: 'k', 'content-type': 'application/json' },
          ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
        });
        await response.body?.cancel();
        expect({ status: response.status, warnings: response.headers.get('x-mock-violations') }).toEqual({ status, warnings: null });
      }
    }
  });
});
