/** Where a request carries its key, under schemes of every kind. */
import { expect, test } from 'vitest';
import { compileSecurity } from '../../src/contract/authentication.js';
import type { SecurityScheme } from '../../src/contract/prepared.js';

const schemes: Record<string, SecurityScheme> = {
  token: { type: 'http', scheme: 'bearer' },
  plain: { type: 'apiKey', in: 'header', name: 'Authorization' },
  worded: { type: 'apiKey', in: 'header', name: 'Authorization', words: ['Key', 'App+Key'] },
  inQuery: { type: 'apiKey', in: 'query', name: 'key' },
};

const read = (security: string[][], authorization: string | undefined, query = '') =>
  compileSecurity(
    { security },
    schemes,
  )({ header: (name) => (name === 'authorization' ? authorization : undefined), query: new URLSearchParams(query) });
const key = (value: string) => ({ kind: 'key', key: value });
const missing = { kind: 'missing' };

test.each<[scheme: string, authorization: string | undefined, credentials: object]>([
  ['token', 'Bearer secret', key('secret')],
  ['token', 'bearer  secret ', key('secret')],
  ['token', 'secret', missing],
  ['plain', 'secret', key('secret')],
  ['plain', 'Key secret', key('Key secret')],
  ['plain', ' ', missing],
  ['worded', 'Key secret', key('secret')],
  ['worded', 'KEY   secret', key('secret')],
  ['worded', 'App+Key secret', key('secret')],
  ['worded', 'Keysecret', key('Keysecret')],
  ['worded', 'Key', missing],
  ['worded', undefined, missing],
])('%s: %s', (scheme, authorization, credentials) => expect(read([[scheme]], authorization)).toEqual(credentials));

test('the first alternative that is met counts, and all of its schemes must be', () => {
  expect(read([['token'], ['inQuery']], undefined, 'key=secret')).toEqual(key('secret'));
  expect(read([['token', 'inQuery']], 'Bearer secret')).toEqual(missing);
  expect(read([['token'], []], undefined)).toEqual({ kind: 'anonymous' });
});
