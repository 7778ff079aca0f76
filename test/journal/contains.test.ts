import { expect, test } from 'vitest';
import { contains } from '../../src/journal/contains.js';

test.each([
  [{ a: 1, b: 2 }, { a: 1 }, true],
  [{ a: { b: [1, { c: 2, d: 3 }] } }, { a: { b: [1, { c: 2 }] } }, true],
  [{ a: [1, 2] }, { a: [1] }, false],
  [{ a: [1] }, { a: { 0: 1 } }, false],
  [{ a: null }, { a: null }, true],
  [{ a: 1 }, { a: '1' }, false],
  [{}, { toString: undefined }, true],
  [{}, { a: null }, false],
  ['text', { a: 1 }, false],
  [undefined, { a: 1 }, false],
])('%j contains %j: %s', (value, wanted, expected) => {
  expect(contains(value, wanted)).toBe(expected);
});
