/** What is kept of a request: enough to send it again, and no key. */
import { expect, test } from 'vitest';
import { createChecker } from '../../../src/check/packaged.js';
import type { SentRequest } from '../../../src/check/repeat/sent-request.js';

const key = 'sk-a-secret-key-42';

/** The request of the first violation of a call. */
function sent(
  headers: Record<string, string>,
  { path = '/v1/chat/completions', query = '', body = '{"messages":"Hi"}' as string | null } = {},
) {
  const exchange = createChecker().begin({
    method: 'POST',
    path,
    url: `https://user:pass@gateway.example${path}${query}`,
    query: new URLSearchParams(query),
    header: (name) => headers[name],
    headers: () => headers,
    body,
  });
  return exchange.violations[0]?.request as SentRequest;
}

const json = { 'content-type': 'application/json' };

test.each([
  ['a bearer token', { authorization: `Bearer ${key}` }, { header: 'Authorization', before: 'Bearer ' }],
  ['a scheme of its own', { authorization: `Key ${key}` }, { header: 'Authorization', before: 'Key ' }],
  ['no scheme', { authorization: key }, { header: 'Authorization', before: '' }],
  ['none, which is to be given', {}, { header: 'Authorization', before: 'Bearer ' }],
])('the key goes where it was: %s', (_, headers, expected) => {
  const request = sent({ ...json, ...headers });
  expect(request.key).toEqual(expected);
  expect(JSON.stringify(request)).not.toContain(key);
});

test('a key in a header of one protocol only goes there again', () => {
  const request = sent({ ...json, 'x-api-key': key }, { path: '/v1/messages' });
  expect(request).toMatchObject({ operation: 'createMessage', key: { header: 'x-api-key', before: '' } });
});

test('no key is left in address, headers and body', () => {
  const headers = { ...json, authorization: `Bearer ${key}`, cookie: 'a=b', 'user-agent': 'x', accept: '*/*', prefer: 'code=429' };
  const request = sent(headers, { query: `?key=${key}&x=1`, body: `{"messages":"${key}"}` });
  expect(request).toEqual({
    operation: 'createChatCompletion',
    method: 'POST',
    url: 'https://gateway.example/v1/chat/completions?key=%5Bredacted%5D&x=1',
    headers: { ...json, prefer: 'code=429' },
    key: { header: 'Authorization', before: 'Bearer ' },
    body: { kind: 'text', text: '{"messages":"[redacted]"}' },
  });
});

test('a long body is told by its beginning, and one that nobody read by its type', () => {
  const text = `{"messages":"${'x'.repeat(5000)}"}`;
  expect(sent(json, { body: text }).body).toEqual({ kind: 'long', length: text.length, start: text.slice(0, 60) });
  expect(sent({ 'content-type': 'multipart/form-data; boundary=x' }, { body: null }).body).toEqual({
    kind: 'unknown',
    why: 'its body (multipart/form-data) was not read',
  });
});

test('it is no part of JSON, nor of copies', () => {
  const [violation] = createChecker().begin({
    method: 'POST',
    path: '/v1/none',
    url: 'https://gateway.example/v1/none',
    query: new URLSearchParams(),
    header: () => null,
    headers: () => ({}),
    body: '{}',
  }).violations;
  expect(violation).toMatchObject({ method: 'POST', url: 'https://gateway.example/v1/none' });
  expect(violation?.request).toMatchObject({ body: { kind: 'text', text: '{}' } });
  expect(Object.keys({ ...violation })).not.toContain('request');
});
