/** What a response says of the preferences in its request. */
import { describe, expect, test } from 'vitest';
import { createMock } from '../../mocks.js';

const mock = await createMock({ taskSeconds: 0, eventsPerSecond: 1e6 });
const chat = { model: 'gemini-2.5-flash', messages: [{ role: 'user', content: 'Hi' }] };
const video = { model: 'kling-v2-6', prompt: 'A cat' };

interface Sent {
  path?: string;
  body?: object;
  key?: string;
}

async function send(prefer: string | undefined, { path = '/v1/chat/completions', body = chat, key = 'any' }: Sent = {}) {
  const response = await mock.fetch(`http://mock${path}`, {
    method: 'POST',
    headers: { authorization: key, 'content-type': 'application/json', ...(prefer !== undefined && { prefer }) },
    body: JSON.stringify(body),
  });
  const text = await response.text().catch(() => 'broken');
  return {
    status: response.status,
    text,
    applied: response.headers.get('preference-applied'),
    warned: response.headers.get('x-mock-violations'),
  };
}

describe('is applied, and so says the response', () => {
  test.each<[string, string, Sent?]>([
    ['code=429, session=a', 'code=429, session=a'],
    ['Code="429"', 'code=429'],
    ['code=200', 'code=200'],
    ['code=401, example=openai-401-missing-header', 'code=401, example=openai-401-missing-header'],
    ['example=chat-completion.tool-call', 'example=chat-completion.tool-call'],
    ['latency-ms=1', 'latency-ms=1'],
    ['dynamic=true, seed=7', 'dynamic=true, seed=7'],
    ['dynamic', 'dynamic'],
    ['session="say \\"hi\\", twice"', 'session="say \\"hi\\", twice"'],
    ['first-event-ms=1, events-per-second=1000000', 'first-event-ms=1, events-per-second=1000000', { body: { ...chat, stream: true } }],
    ['stream-fault=error@1', 'stream-fault="error@1"', { body: { ...chat, stream: true } }],
    ['chunks=7', 'chunks=7', { body: { ...chat, stream: true } }],
    ['task=failed, task-seconds=1', 'task=failed, task-seconds=1', { path: '/v1/videos', body: video }],
  ])('%s', async (prefer, expected, sent) => {
    const { applied, warned } = await send(prefer, sent);
    expect({ applied, warned }).toEqual({ applied: expected, warned: null });
  });

  test('nothing where nothing is preferred', async () => {
    expect(await send(undefined)).toMatchObject({ applied: null, warned: null });
  });

  test('as a query parameter', async () => {
    expect(await send(undefined, { path: '/v1/chat/completions?__code=503' })).toMatchObject({
      status: 503,
      applied: 'code=503',
      warned: null,
    });
  });

  test('to a page of another origin too', async () => {
    const { headers } = await mock.fetch('http://mock/v1/models', { headers: { origin: 'http://app', prefer: 'session=a' } });
    expect(headers.get('access-control-expose-headers')).toContain('preference-applied');
  });
});

describe('is not used, with a warning', () => {
  const streamed: Sent = { body: { ...chat, stream: true } };
  test.each<[string, string, Sent?]>([
    ['task=failed', 'task=failed was not used; it counts for requests that create a job'],
    ['stream-fault=cut@1', 'stream-fault=cut@1 was not used; it counts for streams of more events'],
    ['stream-fault=error@5000', 'stream-fault=error@5000 was not used; it counts for streams of more events', streamed],
    ['chunks=7', 'chunks=7 was not used; it counts for streams'],
    ['events-per-second=5', 'events-per-second=5 was not used; it counts for streams'],
    ['dynamic=true', 'dynamic=true was not used; it counts for valid requests for no stream', streamed],
    ['seed=7', 'seed=7 was not used; it counts for answers that are made up'],
    ['code=503', 'code=503 was not used; it counts for valid requests', { key: 'sk-mock-429' }],
    ['code=503', 'code=503 was not used; it counts for valid requests', { body: {} }],
    ['latency-ms=1', 'latency-ms=1 was not used; it counts for requests to a known path, with a key', { path: '/v9' }],
    ['session=a, session=b', 'session=b was not used; the first session counts'],
    ['session=a; code=429', 'session takes no parameters, so code was not used; put a comma between preferences'],
    ['sesion=a', 'sesion is not known; did you mean session?'],
    ['first-event=5', 'first-event is not known; did you mean first-event-ms?'],
    ['xyz=a', 'xyz is not known; there are code, times, example, dynamic, '],
    ['__proto__=1', '__proto__ is not known; there are '],
    ['constructor=1', 'constructor is not known; there are '],
    ['toString', 'tostring is not known; there are '],
  ])('%s', async (prefer, message, sent) => {
    const { warned } = await send(prefer, sent);
    expect(warned).toContain(`warning header/prefer: ${message}`);
    expect(mock.journal().at(-1)?.warnings).toContainEqual({ in: 'header', pointer: '/prefer', message: expect.stringContaining(message) });
  });

  test.each([
    ['__cod=1', 'warning query/__cod: cod is not known; did you mean code?'],
    ['__task=failed', 'warning query/__task: task=failed was not used'],
    ['____proto__=1', 'warning query/____proto__: __proto__ is not known'],
  ])('%s in the query', async (query, message) => {
    const { status, warned } = await send(undefined, { path: `/v1/chat/completions?${query}` });
    expect(status).toBe(200);
    expect(warned).toContain(message);
  });

  test('but an unknown one is no unknown field', async () => {
    const strict = await createMock({ strict: true });
    const headers = { prefer: 'xyz', authorization: 'k' };
    expect((await strict.fetch('http://mock/v1/models', { headers })).status).toBe(200);
  });
});

test.each(['respond-async', 'return=minimal', 'handling=strict', 'wait=10; x=1'])(
  '%s is a standard one, and no mistake',
  async (prefer) => {
    expect(await send(prefer)).toMatchObject({ status: 200, applied: null, warned: null });
  },
);

describe('old names work until they are gone, with a warning', () => {
  test.each<[string, string, string, Sent?]>([
    ['latency=1', 'latency-ms=1', 'latency is now latency-ms; the old name is gone in 0.3'],
    ['ttft=1', 'first-event-ms=1', 'ttft is now first-event-ms', { body: { ...chat, stream: true } }],
    ['tps=5000', 'events-per-second=5000', 'tps is now events-per-second', { body: { ...chat, stream: true } }],
  ])('%s', async (prefer, expected, message, sent) => {
    const { applied, warned } = await send(prefer, sent);
    expect(applied).toBe(expected);
    expect(warned).toContain(message);
  });

  test('and are checked like the new ones', async () => {
    expect(await send('tps=0')).toMatchObject({
      status: 400,
      text: expect.stringContaining('Prefer: tps must be a number of at least 0.001'),
    });
  });
});

test('a session that comes with nonsense is a session', async () => {
  expect((await send('session=mine, code=abc')).status).toBe(400);
  expect(mock.journal({ session: 'mine' })).toMatchObject([{ status: 400 }]);
});
