/** No key is left in what is recorded. */
import { expect, test } from 'vitest';
import { secretNames } from '../../src/journal/redaction.js';
import type { Recording } from '../../src/recording/recording.js';
import { redactRecording } from '../../src/recording/redact-recording.js';

const names = secretNames({
  own: { type: 'apiKey', in: 'header', name: 'X-Own-Key', words: ['Key'] },
  inQuery: { type: 'apiKey', in: 'query', name: 'token' },
});

const recording = (headers: Record<string, string>, url = '/v1', json: unknown = {}): Recording => ({
  time: '',
  request: { method: 'GET', url, headers },
  response: { status: 200, headers: { 'set-cookie': 'session=abcdefgh' }, ended: 'end', json },
  duration: 1,
  violations: [],
});

test('keys in headers, the scheme stays', () => {
  const { request, response } = redactRecording(recording({ authorization: 'Bearer sk-12345678', 'x-own-key': 'k', accept: 'a' }), names);
  expect(request.headers).toEqual({ authorization: 'Bearer [redacted]', 'x-own-key': '[redacted]', accept: 'a' });
  expect(response?.headers).toEqual({ 'set-cookie': '[redacted]' });
});

test.each(['api-key', 'x-auth-token', 'x-client-secret', 'proxy-authorization', 'x-goog-api-key', 'cookie', 'x-my-key'])(
  'a header that is called as keys are: %s',
  (name) => {
    const { request, response } = redactRecording(recording({ [name]: 'sk-12345678' }, '/v1', { echo: 'sk-12345678' }), names);
    expect(request.headers).toEqual({ [name]: '[redacted]' });
    expect(response?.json).toEqual({ echo: '[redacted]' });
  },
);

test.each(['x-ratelimit-remaining-tokens', 'author', 'accept', 'x-request-id', 'keep-alive'])('no other: %s', (name) => {
  expect(redactRecording(recording({ [name]: '12345678' }), names).request.headers).toEqual({ [name]: '12345678' });
});

test('keys in the query', () => {
  expect(redactRecording(recording({}, '/v1?token=sk-12345678&limit=3'), names).request.url).toBe('/v1?token=%5Bredacted%5D&limit=3');
  expect(redactRecording(recording({}, '/v1?limit=3'), names).request.url).toBe('/v1?limit=3');
});

test('a key that an answer repeats', () => {
  const { response } = redactRecording(
    recording({ authorization: 'Key sk-"12345678' }, '/v1', { message: 'no such key: sk-"12345678' }),
    names,
  );
  expect(response?.json).toEqual({ message: 'no such key: [redacted]' });
  const { request } = redactRecording(recording({ authorization: 'Secret 12345678' }), names);
  expect(request.headers).toEqual({ authorization: '[redacted]' });
});

test('a short one may be an ordinary word, and stays there', () => {
  expect(redactRecording(recording({ authorization: 'any' }, '/v1', { text: 'company' }), names).response?.json).toEqual({
    text: 'company',
  });
});

test.each(['cancel', 'cut'] as const)('an answer that ends within the key, by %s', (ended) => {
  const cut = 'no such key: sk-live-4f9';
  const told = (response: Partial<NonNullable<Recording['response']>>) =>
    redactRecording(
      { ...recording({ authorization: 'Bearer sk-live-4f9a8b7c6d5e' }), response: { status: 200, headers: {}, ended, ...response } },
      names,
    ).response;
  expect(told({ text: cut })?.text).toBe('no such key: [redacted]');
  const pieces = [cut.slice(0, 18), cut.slice(18)].map((text, at) => ({ at, text }));
  expect(
    told({ chunks: pieces })
      ?.chunks?.map(({ text }) => text)
      .join(''),
  ).toBe('no such key: [redacted]');
  // What is whole ends as it ends.
  expect(told({ text: cut, ended: 'end' })?.text).toBe(cut);
});
