/** What the mock refuses, and how: in the dialect of the path, with a word about what would be right. */
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import { getAt } from '../../src/contract/pointer.js';
import { createMock, type Mock } from '../mocks.js';

let mock: Mock;
let url: string;
let port: number;

beforeAll(async () => {
  mock = await createMock({ bodyLimitBytes: 2_000_000, eventsPerSecond: 2000 });
  ({ url, port } = await mock.listen());
});
afterAll(() => mock.close());

const headers = { authorization: 'Bearer any', 'content-type': 'application/json' };
const chatPath = '/v1/chat/completions';
const chatBody = { model: 'any', messages: [{ role: 'user', content: 'Hi' }] };

async function call(path: string, init: RequestInit = {}): Promise<{ status: number; headers: Headers; body: any }> {
  const response = await fetch(url + path, { headers, ...init });
  expect(response.headers.get('content-type')).not.toContain('problem+json');
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}
const post = (path: string, body: unknown, more: Record<string, string> = {}) =>
  call(path, { method: 'POST', headers: { ...headers, ...more }, body: typeof body === 'string' ? body : JSON.stringify(body) });

test('a target may be a whole address', async () => {
  const { hostname, port } = new URL(url);
  const status = await new Promise((resolve, reject) =>
    httpRequest({ hostname, port, path: 'http://gateway.example/v1/models?a=b' }, ({ statusCode }) => resolve(statusCode))
      .on('error', reject)
      .end(),
  );
  expect(status).toBe(200);
});

test('as many pictures as were asked for', async () => {
  const ask = (more: object) => post('/v1/images/generations', { model: 'gemini-2.5-flash-image', prompt: 'A cat', ...more });
  expect((await ask({})).body.data).toHaveLength(1);
  const { data } = (await ask({ n: 3 })).body;
  expect(data).toHaveLength(3);
  for (const { b64_json } of data) expect(Buffer.from(b64_json, 'base64').subarray(1, 4).toString()).toBe('PNG');
});

test('a tool without parameters is called with none', async () => {
  const { body } = await post(chatPath, { ...chatBody, tools: [{ type: 'function', function: { name: 'ring' } }] });
  expect(body.choices[0].message.tool_calls[0].function).toEqual({ name: 'ring', arguments: '{}' });
});

test('what is wrong with a body is not told as a file that is too large', async () => {
  const { status, body } = await post('/v1/videos/generations', {});
  expect(status).toBe(400);
  expect(body.error).toMatchObject({ message: expect.stringContaining('model'), type: 'invalid_request_error' });
});

describe('bad input is answered', () => {
  test('malformed JSON', async () => {
    const { status, body } = await post(chatPath, '{bad');
    expect(status).toBe(400);
    expect(body.error.message).toMatch(/not valid JSON/);
  });

  test('malformed JSON, sent in chunks', async () => {
    const status = await new Promise((resolve, reject) => {
      const outgoing = httpRequest(
        { port, path: chatPath, method: 'POST', headers: { ...headers, 'transfer-encoding': 'chunked' } },
        (response) => resolve(response.statusCode),
      );
      outgoing.on('error', reject);
      outgoing.write('{"model":');
      outgoing.end();
    });
    expect(status).toBe(400);
  });

  test('no body', async () => {
    const { status, body } = await post(chatPath, '');
    expect(status).toBe(400);
    expect(body.error.message).toContain('body is required');
  });

  test.each(['null', '0', 'false', '""', '[]', '"text"'])('a body that is no object: %s', async (text) => {
    expect((await post(chatPath, text)).status).toBe(400);
  });

  test('missing field', async () => {
    const { status, body } = await post(chatPath, { messages: chatBody.messages });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ message: 'model is required', param: 'model' });
  });

  test('wrong type', async () => {
    const { body } = await post(chatPath, { ...chatBody, temperature: 'hot' });
    expect(body.error).toMatchObject({ message: 'temperature must be number, got string "hot"', param: 'temperature' });
  });

  test('of a body with several forms, only the one that the model names', async () => {
    const { status, body } = await post('/v1/videos', { model: 'sora-2', prompt: 'A cat', seconds: '5' });
    expect(status).toBe(400);
    expect(body.error.message).toBe('seconds must be one of "4", "8", "12", got string "5"');
  });

  test('unknown model of a closed list', async () => {
    const { body } = await post('/v1/videos', { model: 'sora-9', prompt: 'A cat' });
    expect(body.error.message).toMatch(/^model must be one of "sora-2"/);
  });

  test('a deep field', async () => {
    const { body } = await post(chatPath, { model: 'any', messages: [{ role: 'user', content: [{ type: 'text' }] }] });
    expect(body.error.message).toBe('messages[0].content[0].text is required');
  });

  test.each<[path: string, body: object, message: string]>([
    [
      chatPath,
      { ...chatBody, tool_choice: 'any' },
      'tool_choice must be one of "none", "auto", "required", or an object with type "function", "custom" or "allowed_tools", got string "any"',
    ],
    [
      '/bypass/openai/v1/responses',
      { model: 'any', input: 'Hi', tool_choice: 'any' },
      'tool_choice must be one of "none", "auto", "required", or an object with type, got string "any"',
    ],
    [
      chatPath,
      { ...chatBody, tool_choice: 5 },
      'tool_choice must be one of "none", "auto", "required", or an object with type "function", "custom" or "allowed_tools", got number 5',
    ],
    [
      '/v1/messages',
      { ...chatBody, max_tokens: 5, tool_choice: 'any' },
      'tool_choice must be object with type "auto", "any", "tool" or "none", got string "any"',
    ],
    [
      '/v1/messages',
      { ...chatBody, max_tokens: 2000, thinking: true },
      'thinking must be object with type "enabled", "disabled" or "adaptive", got boolean true',
    ],
    [chatPath, { ...chatBody, stop: 5 }, 'stop must be string or array, got number 5'],
  ])('a choice between words and objects: both are told, %s %j', async (path, body, message) => {
    const answer = await post(path, body);
    expect([answer.status, answer.body.error.message]).toEqual([400, message]);
  });

  test('wrong content type', async () => {
    const { status, body } = await post(chatPath, 'model=any', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(status).toBe(415);
    expect(body.error.message).toContain('send application/json');
  });

  test('wrong content type without a length', async () => {
    const response = await mock.fetch(`http://mock${chatPath}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'text/plain' },
      body: 'Hi',
    });
    expect(response.status).toBe(415);
  });

  test('too large', async () => {
    const { status, body } = await post(chatPath, { ...chatBody, filler: 'x'.repeat(3_000_000) });
    expect(status).toBe(413);
    expect(body.error.message).toContain('2000000 bytes');
  });

  test('a large body below the limit is fine', async () => {
    const { status } = await post(chatPath, { model: 'any', messages: [{ role: 'user', content: 'x'.repeat(1_500_000) }] });
    expect(status).toBe(200);
  });

  test('unknown route, with the nearest one', async () => {
    const { status, body } = await post('/v1/chat/completion', chatBody);
    expect(status).toBe(404);
    expect(body.error.message).toContain('did you mean POST /v1/chat/completions?');
  });

  test('unknown route that nothing is like, with no advice', async () => {
    expect((await post('/v1/assistants', chatBody)).body.error.message).toBe('no such path: POST /v1/assistants');
  });

  test('unknown verb of a path with verbs', async () => {
    const { status, body } = await post('/bypass/vertex/v1/models/gemini-2.5-pro:generateContentXYZ', { contents: [] });
    expect(status).toBe(404);
    expect(body.error).toMatchObject({ code: 404, status: 'NOT_FOUND' });
    expect(body.error.message).toContain(':generateContent');
  });

  test('wrong method, with those that are right', async () => {
    const { status, headers, body } = await call(chatPath, { method: 'PUT' });
    expect(status).toBe(405);
    expect(headers.get('allow')).toBe('POST');
    expect(body.error.message).toContain('allowed: POST');
  });

  test('missing key', async () => {
    const { status, body } = await call(chatPath, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(chatBody),
    });
    expect(status).toBe(401);
    expect(body).toEqual({ error: 'authorization header missing', status: false });
  });

  test.each(['', 'Bearer', 'Bearer '])('an empty key: %j', async (authorization) => {
    expect((await post(chatPath, chatBody, { authorization })).status).toBe(401);
  });

  test('a request that is not HTTP', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('nonsense\r\n\r\n'));
      socket.on('data', (data) => resolve(data.toString()));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1.1 400/);
  });
});

describe('keys', () => {
  test.each(['sk-any', 'Bearer sk-any', 'bearer sk-any', 'Key sk-any'])('%s passes', async (authorization) => {
    expect((await post(chatPath, chatBody, { authorization })).status).toBe(200);
  });

  test.each<[path: string, headers: Record<string, string>, place: string]>([
    [chatPath, { 'x-goog-api-key': 'a key' }, 'the header x-goog-api-key'],
    [chatPath, { 'api-key': 'a key' }, 'the header api-key'],
    [chatPath, { 'x-api-key': 'a key' }, 'the header x-api-key'],
    [chatPath, { authorization: 'Basic abc' }, 'the header Authorization behind the word Basic'],
    [`${chatPath}?key=abc`, {}, 'the query parameter key'],
    ['/v1/messages', { 'x-goog-api-key': 'a key' }, 'the header x-goog-api-key'],
    ['/queue/fal-ai/vidu/q2/text-to-video', { 'x-fal-key': 'a key' }, 'the header x-fal-key'],
    ['/bypass/vertex/v1/models/any:generateContent', { 'x-goog-api-key': 'a key' }, 'the header x-goog-api-key'],
    ['/bypass/vertex/v1/models/any:generateContent?key=abc', {}, 'the query parameter key'],
  ])('%s with %j: the refusal tells where the key is and where it goes', async (path, own, place) => {
    const { status, body } = await call(path, { method: 'POST', headers: { 'content-type': 'application/json', ...own }, body: '{}' });
    expect(status).toBe(401);
    const text = JSON.stringify(body);
    expect(text).toContain(`a key is required; there is one in ${place}, where this gateway does not look: send it as Authorization: `);
    expect(text).not.toContain('a key"');
  });

  test('Anthropic paths look at x-api-key too', async () => {
    const send = {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': 'a' },
      body: JSON.stringify({ ...chatBody, max_tokens: 5 }),
    };
    expect((await call('/v1/messages', send)).status).toBe(200);
  });

  test('the model list needs none', async () => {
    expect((await call('/v1/models', { headers: {} })).status).toBe(200);
  });
});

describe('every operation answers errors in its own dialect', () => {
  test.each(contract.operations.map((operation) => [operation.id, operation] as const))('%s', async (_, operation) => {
    const path = operation.path.replace(/\{\w+\}/g, 'unknown');
    for (const status of [400, 401, 402, 403, 404, 408, 429, 500, 502, 503, 504]) {
      const response = await fetch(url + path, {
        method: operation.method,
        headers: { ...headers, authorization: `Bearer sk-mock-${status}` },
        ...(operation.body && { body: '{}' }),
      });
      expect(response.status).toBe(status);
      const body = await response.json();
      const dialect = contract.dialects[operation.dialect];
      const message = dialect?.message.map((pointer) => getAt(body, pointer)).find((value) => typeof value === 'string');
      expect(message, `${operation.id} ${status}`).toBeTruthy();
      expect(response.headers.has('retry-after')).toBe(status === 429 || status === 503);
    }
  });

  test('and the branch of a request its own', async () => {
    const kling = await post('/v1/images/generations', { model: 'kling-v1', prompt: 'A cat' }, { authorization: 'sk-mock-429' });
    expect(kling.body).toMatchObject({ status: false, message: expect.any(String) });
    const gemini = await post(
      '/v1/images/generations',
      { model: 'gemini-2.5-flash-image', prompt: 'A cat' },
      { authorization: 'sk-mock-429' },
    );
    expect(gemini.body.error.type).toBe('rate_limit_error');
  });
});

describe('model ids with a slash', () => {
  test.each([
    ['google/gemini-3.1-flash-lite', 'gemini-3.1-flash-lite'],
    ['google%2Fgemini-3.1-flash-lite', 'gemini-3.1-flash-lite'],
    ['gemini-3.1-pro-preview', 'gemini-3.1-pro'],
  ])('%s', async (model, version) => {
    const { status, body } = await post(`/bypass/vertex/v1/models/${model}:generateContent`, {
      contents: [{ role: 'user', parts: [{ text: 'Hi' }] }],
    });
    expect(status).toBe(200);
    expect(body.modelVersion).toBe(version);
  });
});

describe('HEAD and OPTIONS', () => {
  test('HEAD is GET without the body', async () => {
    const response = await fetch(`${url}/v1/models`, { method: 'HEAD', headers });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  test('a preflight is answered for any page', async () => {
    const response = await fetch(url + chatPath, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://app.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,prefer',
        'access-control-request-private-network': 'true',
      },
    });
    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': 'https://app.example',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'authorization,prefer',
      'access-control-allow-credentials': 'true',
      'access-control-allow-private-network': 'true',
    });
  });

  test('an error can be read by a page too', async () => {
    const response = await fetch(`${url}/nothing`, { headers: { origin: 'https://app.example' } });
    expect(response.status).toBe(404);
    expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example');
    expect(response.headers.get('access-control-expose-headers')).toContain('x-nexconn-contract');
  });
});
