import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../../src/contract/prepared/json.js';
import { jsonLength } from '../../../src/mock/answer/json-length.js';

const lengthOf = (value: Json) => JSON.stringify(value).length;

test('is that of the JSON, whatever is in it', () => {
  const values = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }));
  fc.assert(fc.property(values, (value) => jsonLength(value as Json) === lengthOf(value as Json)));
});

test.each(['"', '\\', '\n', '\u0001', '\u2028', 'é', '😀', '\ud800', '\udc00x'])('counts what JSON escapes: %j', (text) => {
  expect(jsonLength({ [text]: [text] })).toBe(lengthOf({ [text]: [text] }));
});

test('is exact for all that a caller writes by hand', () => {
  const schema = { properties: Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`p${index}`, { type: 'string' }])) };
  expect(jsonLength(schema)).toBe(lengthOf(schema));
});

test.each<[string, Json]>([
  ['an object', Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`p${100_000 + index}`, { description: 'Any' }]))],
  ['a list', Array.from({ length: 50_000 }, () => 'item')],
])('of a great many members, some tell how long all are: %s', (_, value) => {
  expect(jsonLength({ a: value, b: 1 })).toBe(lengthOf({ a: value, b: 1 }));
});
