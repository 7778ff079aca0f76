/** Where and why a text is no JSON, in one line on every engine. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonMistake } from '../../../src/scenarios/files/json-mistake.js';

test.each(['{"a":1}', '[]', ' 1 ', '"x"', 'null'])('%s is JSON', (text) => expect(jsonMistake(text)).toBeUndefined());

test.each([
  ['[{"a":"x"},]\n', 11],
  ['[1,\n 2,\n tru3]', 12],
  ['{"a":1,}', 7],
  ['{a:1}', 1],
  ["{'a':1}", 1],
  ['[1 2]', 3],
  ['{"a":1} x', 8],
  ['[-x]', 2],
  ['["\\x"]', 3],
  ['', 0],
  ['[1, 2', 5],
  ['"abc', 4],
])('%j at %i', (text, offset) => {
  const mistake = jsonMistake(text);
  expect(mistake?.offset).toBe(offset);
  expect(mistake?.message).toMatch(/^[^\n]+$/);
});

describe('a mistake in the middle', () => {
  test('is found at the character that does not fit', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), fc.nat(), (values, seed) => {
        const parts = values.map((value) => JSON.stringify(value));
        const index = seed % parts.length;
        const before = `[${parts
          .slice(0, index)
          .map((part) => `${part},`)
          .join('')}`;
        expect(jsonMistake(`${before}?${parts.slice(index).join(',')}]`)?.offset).toBe(before.length);
      }),
    );
  });
});
