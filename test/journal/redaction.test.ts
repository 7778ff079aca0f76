/** Which names are those of keys, and which keys a request has. */
import { describe, expect, test } from 'vitest';
import { redactHeaders, redactQuery, redactUrl, secretNames, secretsOf } from '../../src/journal/redaction.js';
import { Secrets } from '../../src/journal/secrets.js';

const names = secretNames({ bearer: { type: 'http', scheme: 'bearer' } }, ['X-Tenant']);

describe('names', () => {
  test.each([
    ...[
      'api-key',
      'x-api-keys',
      'x-key-id',
      'apikey',
      'x-auth-token',
      'x-token',
      'x-token-2',
      'csrftoken',
      'x-client-secret',
      'x-secret-id',
    ],
    ...[
      'authorization',
      'proxy-authorization',
      'x-auth',
      'auth',
      'cookie',
      'set-cookie',
      'x-amz-signature',
      'x-amz-credential',
      'password',
    ],
    'x-tenant',
  ])('%s is that of a key', (name) => {
    expect([names.headers.has(name), names.query.has(name)]).toEqual([true, true]);
  });

  test.each([
    ...['max_tokens', 'x-ratelimit-remaining-tokens', 'tokens_used', 'token-count', 'token_usage', 'x-tokenizer', 'author', 'authors'],
    ...['author_id', ':authority', 'www-authenticate', 'keyword', 'keep-alive', 'accept', 'x-request-id', 'limit'],
  ])('%s is none', (name) => {
    expect([names.headers.has(name), names.query.has(name)]).toEqual([false, false]);
  });
});

const key = 'sk-live-4f9a8b7c6d5e';

const cleaned = (headers: Record<string, string>, query = '', body?: unknown) =>
  secretsOf(names, { headers, query: new URLSearchParams(query), body }).text(`<${key}>`);

describe('keys', () => {
  test.each([
    [{ authorization: `Bearer ${key}` }],
    [{ authorization: key }],
    [{ authorization: `Unheard ${key}` }],
    [{ authorization: `Digest username="a", response="${key}"` }],
    [{ cookie: `theme=dark; session=${key}` }],
    [{ 'x-tenant': key }],
  ])('in the headers %j', (headers: Record<string, string>) => {
    expect(cleaned(headers)).toBe('<[redacted]>');
  });

  test('in the query, and in members that somebody named', () => {
    expect(cleaned({}, `a=1&key=${key}`)).toBe('<[redacted]>');
    expect(cleaned({}, '', { deep: [{ 'x-tenant': { id: key } }] })).toBe('<[redacted]>');
    expect(cleaned({ accept: key }, `a=${key}`, { text: key })).toBe(`<${key}>`);
  });
});

test('headers keep the words that they may', () => {
  const headers = { authorization: `Bearer ${key}`, 'api-key': 'k', referer: `http://a/${key}`, accept: '*/*' };
  expect(redactHeaders(headers, names, new Secrets([key]))).toMatchObject({ authorization: '[redacted]' });
  expect(redactHeaders(headers, names, new Secrets([key]), names.words)).toEqual({
    authorization: 'Bearer [redacted]',
    'api-key': '[redacted]',
    referer: 'http://a/[redacted]',
    accept: '*/*',
  });
});

test('a query stays as it was written, but for the keys', () => {
  const none = new Secrets([]);
  expect(redactQuery('a=%20+1&key=x&Api%2DKey=y&b&key=z', names, none)).toBe(
    'a=%20+1&key=%5Bredacted%5D&Api%2DKey=%5Bredacted%5D&b&key=%5Bredacted%5D',
  );
  expect(redactUrl(`https://host/${key}?limit=1`, names, new Secrets([key]))).toBe('https://host/[redacted]?limit=1');
});

test.each([
  ['https://me:hunter2-hunter2@example.com/hook?a=1', 'https://[redacted]@example.com/hook?a=1'],
  ['http://token-1234567@example.com', 'http://[redacted]@example.com'],
  ['https://example.com/@me?q=a@b', 'https://example.com/@me?q=a@b'],
  ['/v1/@me', '/v1/@me'],
])('who asks is not told of %s', (address, shown) => {
  const names = secretNames({});
  expect(redactUrl(address, names, secretsOf(names, { headers: {}, query: new URLSearchParams() }))).toBe(shown);
});

test('a name and a password that are packed in one text are looked for unpacked too', () => {
  const told = (authorization: string, text: string) =>
    secretsOf(names, { headers: { authorization }, query: new URLSearchParams() }).text(text);
  expect(told(`Basic ${btoa('me:hunter2-hunter2')}`, 'me:hunter2-hunter2, or hunter2-hunter2')).toBe('[redacted], or [redacted]');
  expect(told('Basic none-at-all', 'none-at-all')).toBe('[redacted]');
});

test('a body with very many keys takes no longer than it is long, and hides all of them in their own members', () => {
  const body = Array.from({ length: 200_000 }, (_, index) => ({ 'x-tenant': `tenant-number-${index}` }));
  const secrets = secretsOf(names, { headers: {}, query: new URLSearchParams(), body });
  expect(secrets.text('<tenant-number-0>')).toBe('<[redacted]>');
  expect(new Set(secrets.json(body).map((member) => member['x-tenant']))).toEqual(new Set(['[redacted]']));
});
