import { describe, expect, test } from 'vitest';
import { createNexconnClient, NexconnApiError, NexconnConnectionError, NexconnError, unwrap } from '../../src/client/index.js';
import { json, serve } from './server.js';
import { thrown } from './thrown.js';

const clientOf = (url: string) => createNexconnClient({ baseUrl: url, apiKey: 'sk-secret', retry: false });

describe('one error for every dialect', () => {
  const cases = {
    openai: [
      { error: { message: 'bad', type: 'invalid_request_error', code: 'c1' } },
      { message: 'bad', type: 'invalid_request_error', code: 'c1' },
    ],
    anthropic: [
      { type: 'error', error: { type: 'not_found_error', message: 'gone' }, request_id: 'req_1' },
      { message: 'gone', type: 'not_found_error', requestId: 'req_1' },
    ],
    gemini: [{ error: { code: 400, message: 'bad', status: 'INVALID_ARGUMENT' } }, { message: 'bad', type: 'INVALID_ARGUMENT' }],
    ark: [
      { error: { code: 'AuthenticationError', message: 'bad', type: 'Unauthorized' } },
      { code: 'AuthenticationError', type: 'Unauthorized' },
    ],
    veo: [{ error: { message: 'record not found', type: 'view_vertex_video_job_failed' } }, { message: 'record not found' }],
    queue: [
      { detail: { loc: ['body'], msg: 'Image pixel is invalid', type: 'VENDOR_FAILED', url: '' } },
      { message: 'Image pixel is invalid', type: 'VENDOR_FAILED' },
    ],
    'kling-image': [{ status: false, message: 'bad image' }, { message: 'bad image' }],
  } as const;
  const calls = (client: ReturnType<typeof clientOf>) => ({
    openai: () => client.listFiles(),
    anthropic: () => client.createMessage({ model: 'm', max_tokens: 1, messages: [] }),
    gemini: () => client.generateContent({ model: 'm', contents: [] }),
    ark: () => client.getContentGenerationTask({ id: 'x' }),
    veo: () => client.getVideoGeneration({ id: 'x' }),
    queue: () => client.getViduRequestStatus({ request_id: 'x' }),
    'kling-image': () => client.createImage({ model: 'kling-v2', prompt: 'a' } as never),
  });

  test.each(Object.keys(cases) as (keyof typeof cases)[])('%s', async (dialect) => {
    const [body, expected] = cases[dialect];
    const { url } = await serve(json(body, 400));
    const error = await thrown(unwrap(calls(clientOf(url))[dialect]()));
    expect(error).toBeInstanceOf(NexconnApiError);
    expect(error).toMatchObject({ name: 'NexconnApiError', status: 400, dialect, body, ...expected });
    expect(error.response.status).toBe(400);
  });

  test('the flat form of a dialect', async () => {
    const { url } = await serve(json({ error: 'no key', status: false }, 401));
    expect(await thrown(unwrap(clientOf(url).listFiles()))).toMatchObject({
      status: 401,
      dialect: 'openai',
      message: 'no key',
      code: undefined,
    });
  });

  test('an error in a list, as Google answers where a list was to come', async () => {
    const { url } = await serve(json([{ error: { code: 429, message: 'busy', status: 'RESOURCE_EXHAUSTED' } }], 429));
    expect(await thrown(unwrap(clientOf(url).generateContent({ model: 'm', contents: [] })))).toMatchObject({
      dialect: 'gemini',
      message: 'busy',
      type: 'RESOURCE_EXHAUSTED',
    });
  });

  test('a dialect that the operation does not speak is understood too', async () => {
    const { url } = await serve(json({ detail: 'no route' }, 404));
    expect(await thrown(unwrap(clientOf(url).listFiles()))).toMatchObject({ dialect: 'queue', message: 'no route' });
  });

  test('a body without a message', async () => {
    const { url } = await serve(
      (_request, response) => void response.writeHead(502, 'Bad Gateway', { 'content-type': 'text/html' }).end('<h1>nginx</h1>'),
    );
    expect(await thrown(unwrap(clientOf(url).listFiles()))).toMatchObject({
      message: 'HTTP 502 Bad Gateway',
      dialect: undefined,
      body: '<h1>nginx</h1>',
    });
  });
});

test('request id and Retry-After come from the headers', async () => {
  const { url } = await serve(json({ error: { message: 'slow down' } }, 429, { 'X-Request-Id': 'r1', 'Retry-After': '7' }));
  expect(await thrown(unwrap(clientOf(url).listFiles()))).toMatchObject({ requestId: 'r1', retryAfter: 7 });
});

test('Retry-After as a date is turned into seconds', async () => {
  const date = new Date(Date.now() + 3_600_000).toUTCString();
  const { url } = await serve(json({ error: { message: 'slow down' } }, 429, { 'Retry-After': date }));
  const left = () => (Date.parse(date) - Date.now()) / 1000;
  const before = left();
  const { retryAfter } = await thrown(unwrap(clientOf(url).listFiles()));
  expect(retryAfter).toBeLessThanOrEqual(before);
  expect(retryAfter).toBeGreaterThanOrEqual(left());
});

test('without unwrap an error answer is no exception', async () => {
  const { url } = await serve(json({ error: { message: 'bad' } }, 400));
  const { data, error, response } = await clientOf(url).listFiles();
  expect([data, error, response.status]).toEqual([undefined, { error: { message: 'bad' } }, 400]);
});

test('unwrap gives the data of a success, of path methods too', async () => {
  const { url } = await serve(json({ id: 'f' }), json({ id: 'f' }), json({ error: { message: 'bad' } }, 400));
  const client = clientOf(url);
  expect(await unwrap(client.getFile({ file_id: 'f' }))).toEqual({ id: 'f' });
  const get = () => client.GET('/v1/files/{file_id}', { params: { path: { file_id: 'f' } } });
  expect(await unwrap(get())).toEqual({ id: 'f' });
  expect(await thrown(unwrap(get()))).toMatchObject({ dialect: 'openai', message: 'bad' });
});

test('throwOnError throws the same error from every method', async () => {
  const { url } = await serve(json({ error: { message: 'bad' } }, 400));
  const client = createNexconnClient({ baseUrl: url, throwOnError: true });
  expect(await thrown(client.listFiles())).toMatchObject({ name: 'NexconnApiError', message: 'bad', dialect: 'openai' });
  expect(await thrown(client.GET('/v1/files'))).toMatchObject({ name: 'NexconnApiError', message: 'bad', dialect: 'openai' });
});

test('the key is in no message', async () => {
  const { url } = await serve(json({ error: { message: 'Incorrect API key provided: sk-secret.' } }, 401));
  const error = await thrown(unwrap(clientOf(url).listFiles()));
  expect(error.message).toBe('Incorrect API key provided: ***.');
  expect(String(error.stack)).not.toContain('sk-secret');
});

test('a key of a few characters is not looked for in messages', async () => {
  const { url } = await serve(json({ error: { message: 'task not found' } }, 404));
  const client = createNexconnClient({ baseUrl: url, apiKey: 'k' });
  expect((await thrown(unwrap(client.getFile({ file_id: 'f' })))).message).toBe('task not found');
});

test('no server: a connection error that says where and why', async () => {
  const client = clientOf('http://127.0.0.1:9');
  const error = await thrown(client.getVideo({ id: 'x' }));
  expect(error).toBeInstanceOf(NexconnConnectionError);
  expect(error).toBeInstanceOf(NexconnError);
  expect(error.message).toMatch(/^No response to GET http:\/\/127\.0\.0\.1:9\/v1\/videos\/x: /);
  expect(error.cause).toBeInstanceOf(Error);
});

test('an answer that breaks off is a connection error', async () => {
  const { url } = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' }).write('{"object":', () => response.destroy());
  });
  expect(await thrown(clientOf(url).listFiles())).toBeInstanceOf(NexconnConnectionError);
});

test('a success that is no JSON is an error that says what it is', async () => {
  const { url } = await serve((_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>log in</p>'));
  expect(await thrown(clientOf(url).listFiles())).toMatchObject({
    name: 'NexconnApiError',
    status: 200,
    message: 'The response is no valid JSON (text/html)',
    body: '<p>log in</p>',
  });
});

test('an aborted call rejects with the reason of its signal', async () => {
  const controller = new AbortController();
  const reason = new Error('the user left');
  const { url } = await serve(() => controller.abort(reason));
  expect(await thrown(clientOf(url).listFiles({}, { signal: controller.signal }))).toBe(reason);
});

test('an abort while the body arrives rejects with the reason too', async () => {
  const { url } = await serve(
    (_request, response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{"object":'),
  );
  const controller = new AbortController();
  const reason = new Error('the user left');
  const client = createNexconnClient({
    baseUrl: url,
    fetch: async (request) => {
      const response = await fetch(request);
      // The client has the head by then, and reads the body.
      setImmediate(() => controller.abort(reason));
      return response;
    },
  });
  expect(await thrown(client.listFiles({}, { signal: controller.signal }))).toBe(reason);
});
