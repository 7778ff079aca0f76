/** What a caller sees beside the documented answers is the same with either engine: refusals, errors that are asked for, jobs, streams. */
import { expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import { createMock, type Mock } from '../../../src/mock/index.js';

const options = { now: () => Date.UTC(2026, 0, 15), bodyLimitBytes: 1000, taskSeconds: 10, eventsPerSecond: 1e6, journalSize: 10 };
const engines = await Promise.all([createMock(options), createMock({ ...options, engine: 'prism' })]);

const headers = { authorization: 'Bearer any', 'content-type': 'application/json' };
const chat = { model: 'any', messages: [{ role: 'user', content: 'Hi' }] };
const video = { model: 'sora-2', prompt: 'A cat' };
const post =
  (path: string, body: unknown, more: Record<string, string> = {}) =>
  (mock: Mock) =>
    mock.fetch(`http://mock${path}`, {
      method: 'POST',
      headers: { ...headers, ...more },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
const get =
  (path: string, init: RequestInit = {}) =>
  (mock: Mock) =>
    mock.fetch(`http://mock${path}`, { headers, ...init });

/** A job, asked for once it was created. */
const job = (prefer: string) => async (mock: Mock) => {
  const created = await post('/v1/videos', video, { prefer })(mock);
  return get(`/v1/videos/${((await created.json()) as { id: string }).id}`)(mock);
};

/** Ids are drawn at random; no word is as long. */
const masked = (text: string): string => text.replace(/[\w-]{20,}|(?<="responseId":")[^"]+/g, '(made up)');

async function seen(response: Response) {
  const named = [
    'allow',
    'content-type',
    'preference-applied',
    'retry-after',
    'www-authenticate',
    'x-mock-example',
    'x-mock-operation',
    'x-mock-violations',
  ];
  const shown = Object.fromEntries(named.map((name) => [name, response.headers.get(name)]));
  return { status: response.status, headers: shown, text: masked(await response.text()) };
}

test.each<[string, (mock: Mock) => Promise<Response>]>([
  ['an unknown path', get('/v1/chat/completion')],
  ['an unknown path that is like none', get('/nowhere')],
  ['an unknown method', get('/v1/chat/completions', { method: 'PUT' })],
  ['an unknown method of a path with a verb', get('/bypass/vertex/v1/models/google/gemini-2.5-pro:generateContent')],
  ['such a method, with the colon encoded', get('/bypass/vertex/v1/models/gemini-2.5-pro%3AgenerateContent')],
  ['an unknown verb', post('/bypass/vertex/v1/models/gemini-2.5-pro:generateContentXYZ', {})],
  ['a model with a slash', post('/bypass/vertex/v1/models/google/any:generateContent', { contents: [{ parts: [{ text: 'Hi' }] }] })],
  ['a colon that is encoded', post('/bypass/vertex/v1/models/any%3AgenerateContent', { contents: [{ parts: [{ text: 'Hi' }] }] })],
  ['HEAD', get('/v1/models', { method: 'HEAD' })],
  ['no key', get('/v1/files', { headers: {} })],
  ['no key and a bad body', post('/v1/chat/completions', '{bad', { authorization: '' })],
  ['another media type', post('/v1/chat/completions', 'model=any', { 'content-type': 'application/x-www-form-urlencoded' })],
  ['no JSON', post('/v1/chat/completions', '{bad')],
  ['no body', post('/v1/chat/completions', '')],
  ['too large a body', post('/v1/chat/completions', { ...chat, filler: 'x'.repeat(2000) })],
  ['a missing field', post('/v1/chat/completions', { messages: chat.messages })],
  ['a wrong type', post('/v1/chat/completions', { ...chat, temperature: 'hot' })],
  ['an unknown field', post('/v1/chat/completions', { ...chat, mood: 'good' })],
  ['a key that asks for an error', post('/v1/messages', '{bad', { authorization: 'sk-mock-429' })],
  ['such a key, and another dialect of the path', post('/v1/images/generations', { model: 'kling-v1' }, { authorization: 'sk-mock-503' })],
  ['code=', post('/v1/chat/completions', chat, { prefer: 'code=429' })],
  ['code= of the dialect of the body', post('/v1/images/generations', { model: 'kling-v1', prompt: 'A cat' }, { prefer: 'code=402' })],
  ['code= and example=', post('/v1/chat/completions', chat, { prefer: 'code=401, example=openai-401-missing-header' })],
  ['code= that nobody documents', post('/v1/chat/completions', chat, { prefer: 'code=418' })],
  ['code= of no error', post('/v1/chat/completions', chat, { prefer: 'code=201' })],
  ['code= with an Accept that no error has', post('/v1/chat/completions', chat, { prefer: 'code=429', accept: 'text/event-stream' })],
  ['an example', post('/v1/chat/completions', chat, { prefer: 'example=chat-completion.tool-call' })],
  ['an unknown example', post('/v1/chat/completions', chat, { prefer: 'example=nothing' })],
  ['an unknown example, later', post('/v1/chat/completions', chat, { prefer: 'example=nothing, latency-ms=1' })],
  ['a preference that makes no sense', post('/v1/chat/completions', chat, { prefer: 'code=abc' })],
  ['preferences that are used, and others', post('/v1/chat/completions', chat, { prefer: 'latency-ms=1, mood=good, stream-fault=cut@3' })],
  ['an answer that is made up', post('/v1/chat/completions', chat, { prefer: 'dynamic=true, seed=7' })],
  ['a query in the words of Prism', get('/v1/models?__code=503')],
  ['a stream, whatever the Accept', post('/v1/chat/completions', { ...chat, stream: true }, { accept: 'application/json' })],
  ['no stream, whatever the Accept', post('/v1/chat/completions', chat, { accept: 'text/event-stream' })],
  ['a job', job('task-seconds=60')],
  ['a job that ended', job('task-seconds=0')],
  ['a job that failed', job('task=failed, task-seconds=0')],
  ['a job of nobody', get('/v1/videos/nobody')],
])('%s', async (_, ask) => {
  const [prepared, prism] = await Promise.all(engines.map(async (mock) => seen(await ask(mock))));
  expect(prism).toEqual(prepared);
});

test('another key, and an error that nobody documents', async () => {
  const statuses = engines.map(async (_, index) => {
    const mock = await createMock({ authKey: 'right', engine: index === 0 ? 'prepared' : 'prism' });
    return (await post('/v1/chat/completions', chat, { prefer: 'code=418' })(mock)).status;
  });
  expect(await Promise.all(statuses)).toEqual([401, 401]);
});

test('the error of a job that is asked for by name', async () => {
  const examples = contract.operations.flatMap((operation) => operation.examples.map((example) => ({ operation, example })));
  const errors = examples.filter(({ example }) => example.status >= 400);
  expect(errors.length).toBeGreaterThan(0);
  for (const { operation, example } of errors) {
    const path = operation.path.replace(/\{\w+\}/g, 'nobody');
    const [prepared, prism] = await Promise.all(
      engines.map(async (mock) => seen(await get(path, { headers: { ...headers, prefer: `example=${example.name}` } })(mock))),
    );
    expect(prism).toEqual(prepared);
  }
});
