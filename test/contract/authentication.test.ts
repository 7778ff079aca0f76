/** Which key a request carries, if any: by the schemes of the contract, in the order of its alternatives. */
import { describe, expect, test } from 'vitest';
import { compileSecurity } from '../../src/contract/authentication.js';
import type { SecurityScheme } from '../../src/contract/prepared.js';

const schemes: Record<string, SecurityScheme> = {
  Raw: { type: 'apiKey', in: 'header', name: 'Authorization', words: ['Bearer', 'Key', 'App+Key'] },
  Plain: { type: 'apiKey', in: 'header', name: 'Authorization' },
  Bearer: { type: 'http', scheme: 'bearer' },
  XApiKey: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
  Query: { type: 'apiKey', in: 'query', name: 'key' },
};

function credentials(security: string[][], headers: Record<string, string>, query = '') {
  const header = (name: string) => headers[name] ?? null;
  return compileSecurity({ security }, schemes)({ header, query: new URLSearchParams(query) });
}

const key = (text: string) => ({ kind: 'key', key: text });
const missing = { kind: 'missing' };
const anonymous = { kind: 'anonymous' };

describe('a key', () => {
  test.each<[security: string[][], headers: Record<string, string>, query: string, wanted: object]>([
    [[['Raw']], { authorization: 'abc' }, '', key('abc')],
    [[['Raw']], { authorization: '  abc ' }, '', key('abc')],
    [[['Raw']], { authorization: 'Bearer abc' }, '', key('abc')],
    [[['Raw']], { authorization: 'bearer   abc' }, '', key('abc')],
    // A key may begin like a word that stands before keys.
    [[['Raw']], { authorization: 'bearerabc' }, '', key('bearerabc')],
    [[['Raw']], { authorization: 'Keyring' }, '', key('Keyring')],
    [[['Raw']], { authorization: 'App+Key abc' }, '', key('abc')],
    [[['Plain']], { authorization: 'Key abc' }, '', key('Key abc')],
    [[['Plain']], { authorization: ' ' }, '', missing],
    [[['Raw']], { authorization: 'Bearer' }, '', missing],
    [[['Raw']], { authorization: 'Bearer ' }, '', missing],
    [[['Raw']], { authorization: '' }, '', missing],
    [[['Raw']], { authorization: '   ' }, '', missing],
    [[['Raw']], {}, '', missing],
    [[['Bearer']], { authorization: 'Bearer abc' }, '', key('abc')],
    [[['Bearer']], { authorization: 'BEARER abc' }, '', key('abc')],
    [[['Bearer']], { authorization: 'Bearer\tabc ' }, '', key('abc')],
    [[['Bearer']], { authorization: 'abc' }, '', missing],
    [[['Bearer']], { authorization: 'Basic abc' }, '', missing],
    [[['Bearer']], { authorization: 'Bearer a b' }, '', missing],
    [[['Bearer']], { authorization: 'Bearer ' }, '', missing],
    [[['XApiKey']], { 'x-api-key': 'abc' }, '', key('abc')],
    [[['XApiKey']], { authorization: 'abc' }, '', missing],
    [[['Query']], {}, 'key=abc', key('abc')],
    [[['Query']], {}, 'key=', missing],
    [[['Query']], {}, 'Key=abc', missing],
    [[['Query']], {}, 'key=a%2Bb', key('a+b')],
    [[['Raw']], { authorization: 'ключ-🔑' }, '', key('ключ-🔑')],
    [[['Raw']], { authorization: 'Token abc' }, '', missing],
    [[['Raw']], { authorization: 'Bearer abc def' }, '', missing],
  ])('of %j in %j %s', (security, headers, query, wanted) => {
    expect(credentials(security, headers, query)).toMatchObject(wanted);
  });

  test('is looked for quickly in a header of any length', () => {
    expect(credentials([['Bearer']], { authorization: `Bearer${' '.repeat(100_000)}a b` })).toEqual(missing);
    expect(credentials([['Raw']], { authorization: `${' '.repeat(100_000)}a` })).toEqual(key('a'));
  });
});

describe('of alternatives', () => {
  test.each<[what: string, security: string[][], headers: Record<string, string>, wanted: object]>([
    ['the first that is met counts', [['XApiKey'], ['Bearer']], { 'x-api-key': 'x', authorization: 'Bearer b' }, key('x')],
    ['another will do', [['XApiKey'], ['Bearer']], { authorization: 'Bearer b' }, key('b')],
    ['several keys together must all be there', [['XApiKey', 'Bearer']], { 'x-api-key': 'x' }, missing],
    ['of several together the first is the key', [['XApiKey', 'Bearer']], { 'x-api-key': 'x', authorization: 'Bearer b' }, key('x')],
    ['none is asked for', [], {}, anonymous],
    ['none is asked for, and a key that is sent counts for nothing', [], { authorization: 'Bearer b' }, anonymous],
    ['a key may be left out', [['Bearer'], []], {}, anonymous],
    ['a key that may be left out counts', [[], ['Bearer']], { authorization: 'Bearer b' }, key('b')],
    ['a scheme that the contract does not have is never met', [['Unknown']], { authorization: 'Bearer b' }, missing],
  ])('%s', (_, security, headers, wanted) => {
    expect(credentials(security, headers)).toEqual(wanted);
  });
});
