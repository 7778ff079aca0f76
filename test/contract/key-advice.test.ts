import { describe, expect, test } from 'vitest';
import { keyAdvice } from '../../src/contract/key-advice.js';
import type { SecurityScheme } from '../../src/contract/prepared.js';

describe('the advice on a key where nobody looks', () => {
  const place = (part: 'header' | 'query', name: string) => ({ in: part, name });
  const all: Record<string, SecurityScheme> = {
    Raw: { type: 'apiKey', in: 'header', name: 'Authorization', words: ['Bearer', 'Key', 'App+Key'] },
    XApiKey: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
    Query: { type: 'apiKey', in: 'query', name: 'key' },
    Bearer: { type: 'http', scheme: 'bearer', stray: [place('header', 'x-goog-api-key'), place('query', 'api_key')] },
  };
  const advice = (security: string[][], headers: Record<string, string>, query = '') =>
    keyAdvice({ security }, all, { header: (name) => headers[name], query: new URLSearchParams(query) });
  const told = (place: string, forms = 'Authorization: Bearer <key>') =>
    `there is one in ${place}, where this gateway does not look: send it as ${forms}`;

  test.each<[security: string[][], headers: Record<string, string>, query: string, wanted: string | undefined]>([
    [[['Bearer']], { 'x-goog-api-key': 'abc' }, '', told('the header x-goog-api-key')],
    [[['Bearer']], {}, 'api_key=abc', told('the query parameter api_key')],
    // What is another operation's place, too.
    [[['Bearer']], {}, 'key=abc', told('the query parameter key')],
    [[['Bearer']], { 'x-api-key': 'abc' }, '', told('the header X-Api-Key')],
    [
      [['Bearer'], ['XApiKey']],
      { 'x-goog-api-key': 'abc' },
      '',
      told('the header x-goog-api-key', 'Authorization: Bearer <key> or X-Api-Key: <key>'),
    ],
    [[['Raw']], { authorization: 'Token abc' }, '', told('the header Authorization behind the word Token', 'Authorization: <key>')],
    [[['Query']], { 'x-api-key': 'abc' }, '', told('the header X-Api-Key', '?key=<key>')],
    [[['Bearer']], { 'x-goog-api-key': '' }, 'api_key=', undefined],
    [[['Bearer']], { authorization: 'Bearer' }, '', undefined],
    [[['Bearer']], { authorization: 'Bearer a b' }, '', undefined],
    // It may be a key itself.
    [[['Raw']], { authorization: 'sk-12345 abc' }, '', told('the header Authorization behind another word', 'Authorization: <key>')],
    [[['Bearer']], { authorization: 'sk-12345' }, '', told('the header Authorization with no word before it')],
    [[['Bearer']], { authorization: `Basic ${' '.repeat(100_000)}abc` }, '', told('the header Authorization behind the word Basic')],
  ])('of %j in %j %s', (security, headers, query, wanted) => {
    expect(advice(security, headers, query)).toBe(wanted);
  });
});
