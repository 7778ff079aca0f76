/** An entry of the journal becomes the request that it tells of. */
import { describe, expect, test } from 'vitest';
import type { JournalEntry } from '../../../../src/journal/journal.js';
import { draftOf, lacksBody } from '../../../../src/reference/browser/activity/draft.js';

const entry = (given: Partial<JournalEntry>): JournalEntry => ({
  id: 1,
  time: 0,
  session: '',
  method: 'POST',
  path: '/v1/chat/completions',
  query: '',
  status: 200,
  mediaType: 'application/json',
  violations: [],
  warnings: [],
  duration: 1,
  requestHeaders: {},
  ...given,
});

describe('sent again, an entry', () => {
  test('is the same request', () => {
    const requestHeaders = { 'content-type': 'application/json', prefer: 'session=one', 'x-trace': 'a' };
    expect(draftOf(entry({ session: 'one', query: 'a=1&b=%26', requestHeaders, requestBody: { model: 'any' } }), 'key')).toEqual({
      method: 'POST',
      path: '/v1/chat/completions?a=1&b=%26',
      session: 'one',
      headers: requestHeaders,
      body: '{"model":"any"}',
    });
  });

  test.each([
    [{ authorization: '[redacted]' }, { authorization: 'Bearer key' }],
    [
      { 'x-api-key': '[redacted]', 'x-trace': 'a' },
      { 'x-api-key': 'key', 'x-trace': 'a' },
    ],
    [{}, {}],
  ])('has the key of the page where it had one: %j', (requestHeaders: Record<string, string>, headers) => {
    expect(draftOf(entry({ requestHeaders }), 'key').headers).toEqual(headers);
  });

  test('has none where the page has none', () => {
    expect(draftOf(entry({ requestHeaders: { authorization: '[redacted]' } }), '').headers).toEqual({});
  });

  test('has the key in its query where it had one there', () => {
    expect(draftOf(entry({ query: 'key=%5Bredacted%5D&a=1' }), 'a key').path).toBe('/v1/chat/completions?key=a+key&a=1');
  });

  test('has a body that is no JSON as it came, in plain UTF-8', () => {
    const requestHeaders = { 'content-type': 'text/plain; charset=utf-16le; a=b', 'content-encoding': 'gzip', 'content-length': '99' };
    const { headers, body } = draftOf(entry({ requestHeaders, requestBody: '{"a":' }), 'key');
    expect([headers, body]).toEqual([{ 'content-type': 'text/plain; a=b' }, '{"a":']);
  });

  test('has no body where it may have none', () => {
    expect(draftOf(entry({ method: 'GET', requestBody: 'x' }), 'key').body).toBeUndefined();
  });

  test('goes where it went, whatever its path says', () => {
    expect(draftOf(entry({ path: '/v1/a#b' }), 'key').path).toBe('/v1/a%23b');
  });
});

test.each([
  [{ requestHeaders: { 'content-length': '12' } }, true],
  [{ requestHeaders: { 'transfer-encoding': 'chunked' } }, true],
  [{ requestHeaders: { 'content-length': '12' }, requestBody: 'x' }, false],
  [{ requestHeaders: { 'content-length': '0' } }, false],
  [{ requestHeaders: {} }, false],
  [{ method: 'GET', requestHeaders: { 'content-length': '12' } }, false],
])('of %j it is said whether the journal lacks the body: %j', (given, expected) => {
  expect(lacksBody(entry(given))).toBe(expected);
});
