import { describe, expect, test } from 'vitest';
import { server as gateway, operations } from '../../generated/client.js';
import { createNexconnClient } from '../../src/client/index.js';
import { json, serve } from './server.js';

test('the key is sent as a bearer token, or as it is', async () => {
  const { url, requests } = await serve(json({}));
  await createNexconnClient({ baseUrl: url, apiKey: 'sk-1' }).listModels();
  await createNexconnClient({ baseUrl: url, apiKey: 'sk-1\n', auth: 'raw' }).listModels();
  await createNexconnClient({ baseUrl: url }).listModels();
  expect(requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer sk-1', 'sk-1', undefined]);
});

test.each(['', '  ', 'sk 1', 'sk-\u00e9', 'sk-1\nx: y'])('a key that no header can carry is refused without being shown: %j', (apiKey) => {
  const error = (() => {
    try {
      return createNexconnClient({ apiKey });
    } catch (error) {
      return error as Error;
    }
  })() as Error;
  expect(error).toBeInstanceOf(TypeError);
  expect(error.message).toMatch(/apiKey/);
  if (apiKey.trim()) expect(error.message).not.toContain(apiKey);
});

test('an unknown way to send the key is refused with the known ones', () => {
  expect(() => createNexconnClient({ auth: 'basic' as 'raw' })).toThrow(/auth is one of .*bearer/);
});

test("requests go to the contract's server unless told otherwise", async () => {
  const seen: string[] = [];
  const client = createNexconnClient({
    fetch: async (request) => {
      seen.push(request.url);
      return Response.json({ data: [] });
    },
  });
  await client.listModels();
  expect(seen).toEqual([`${gateway}/v1/models`]);
});

test('the global fetch is looked up at each call, so that it can be replaced later', async () => {
  const client = createNexconnClient();
  const original = globalThis.fetch;
  globalThis.fetch = async () => Response.json({ object: 'list', data: [] });
  try {
    expect((await client.listModels()).data).toEqual({ object: 'list', data: [] });
  } finally {
    globalThis.fetch = original;
  }
});

test('there is a method for each operation of the contract', () => {
  const client: Record<string, unknown> = { ...createNexconnClient() };
  expect(Object.keys(operations).filter((id) => typeof client[id] !== 'function')).toEqual([]);
});

test('path, query and body are taken out of one input', async () => {
  const { url, requests } = await serve(json({ id: 'x' }));
  const client = createNexconnClient({ baseUrl: `${url}/` });
  await client.getVideo({ id: 'a b/c' });
  await client.listFiles({ status: 'ready', limit: 2 });
  await client.remixVideo({ id: 'v', prompt: 'more' });
  await client.generateContent({ model: 'google/gemini', contents: [] });
  await client.deleteFile({ file_id: 'f' });
  expect(requests.map(({ method, url, body }) => [method, url, body])).toEqual([
    ['GET', '/v1/videos/a%20b%2Fc', undefined],
    ['GET', '/v1/files?status=ready&limit=2', undefined],
    ['POST', '/v1/videos/v/remix', { prompt: 'more' }],
    ['POST', '/bypass/vertex/v1/models/google%2Fgemini:generateContent', { contents: [] }],
    ['DELETE', '/v1/files/f', undefined],
  ]);
});

describe('no id leads to another path', () => {
  test.each<[unknown, string]>([
    ['.', 'cannot be .'],
    ['..', 'cannot be ..'],
    ['', 'is missing'],
    [null, 'is missing'],
    [{}, 'must be a text'],
    [{ id: 'v' }, 'must be a text'],
    [['v'], 'must be a text'],
    ['\ud83d', 'must be of whole characters'],
  ])('%j is refused before anything is sent', async (given, refusal) => {
    const id = given as string;
    const { url, requests } = await serve(json({}));
    const client = createNexconnClient({ baseUrl: url });
    for (const call of [
      client.deleteFile({ file_id: id }),
      client.remixVideo({ id, prompt: 'more' }),
      client.generateContent({ model: id, contents: [] }),
      client.waitFor({ name: 'files', id }),
      client.GET('/v1/files/{file_id}', { params: { path: { file_id: id } } }),
    ]) {
      await expect(call).rejects.toThrow(TypeError);
      await expect(call).rejects.toThrow(refusal);
    }
    expect(requests).toEqual([]);
  });

  test('nor does half of a character in a query', async () => {
    const client = createNexconnClient({ baseUrl: 'http://127.0.0.1:9' });
    await expect(client.listFiles({ after: '\ud83d' })).rejects.toThrow(
      new TypeError('`after` must be of whole characters, and has half of one'),
    );
  });

  test.each(['../models', '%2e%2e', '%2E', '..%2f', '..\\', '/', '?a', '#a', '...', '\t..', ' '])('%j is sent as an id', async (id) => {
    const { url, requests } = await serve(json({}));
    await createNexconnClient({ baseUrl: url }).getFile({ file_id: id });
    const [, encoded = ''] = /^\/v1\/files\/([^/?]+)$/.exec(requests[0]?.url ?? '') ?? [];
    expect(decodeURIComponent(encoded)).toBe(id);
  });
});

test('the input is left as it was', async () => {
  const { url } = await serve(json({ id: 'x' }));
  const input = { id: 'v', prompt: 'more' };
  await createNexconnClient({ baseUrl: url }).remixVideo(input);
  expect(input).toEqual({ id: 'v', prompt: 'more' });
});

test.each([
  [{}, '`id` is missing'],
  [{ id: '' }, '`id` is missing'],
  [{ id: 'v', seconds: 5 }, 'no parameter `seconds`'],
])('an input that does not fit is refused before anything is sent: %j', async (input, message) => {
  const { url, requests } = await serve(json({}));
  await expect(createNexconnClient({ baseUrl: url }).getVideo(input as { id: string })).rejects.toThrow(message);
  expect(requests).toEqual([]);
});

test('a stream asked of the wrong method is refused with the right one', async () => {
  const call = createNexconnClient().createChatCompletion({ model: 'm', messages: [], stream: true as false });
  await expect(call).rejects.toThrow(/createChatCompletion.*method that streams/);
});

test('headers of the client and of the call are sent, those of the call win', async () => {
  const { url, requests } = await serve(json({}));
  const client = createNexconnClient({ baseUrl: url, headers: { 'x-a': 'client', 'x-b': 'client' } });
  await client.createMessage(
    { model: 'm', max_tokens: 1, messages: [] },
    { headers: { 'x-b': 'call', 'anthropic-version': '2023-06-01' } },
  );
  expect(requests[0]?.headers).toMatchObject({ 'x-a': 'client', 'x-b': 'call', 'anthropic-version': '2023-06-01' });
});

test("openapi-fetch's own methods work as there", async () => {
  const { url, requests } = await serve(json({ id: 'f1' }), json({ error: { message: 'no such file' } }, 404));
  const client = createNexconnClient({ baseUrl: url, apiKey: 'k' });
  const found = await client.GET('/v1/files/{file_id}', { params: { path: { file_id: 'f1' } } });
  const missing = await client.GET('/v1/files/{file_id}', { params: { path: { file_id: 'f2' } } });
  expect(found.data).toEqual({ id: 'f1' });
  expect(missing.error).toEqual({ error: { message: 'no such file' } });
  expect(requests[0]?.headers.authorization).toBe('Bearer k');
});

test('an answer in one piece has data and response', async () => {
  const { url } = await serve(json({ object: 'list', data: [] }, 200, { 'x-request-id': 'r1' }));
  const { data, error, response } = await createNexconnClient({ baseUrl: url }).listModels();
  expect([data, error, response.headers.get('x-request-id')]).toEqual([{ object: 'list', data: [] }, undefined, 'r1']);
});
