import { expect, test } from 'vitest';
import { Patterns } from '../../../src/samples/pattern/patterns.js';
import { findText, type TextWish } from '../../../src/samples/pattern/search.js';
import { Budget } from '../../../src/samples/schema/budget.js';

function find(wish: Partial<TextWish>): string | undefined {
  const budget = new Budget();
  budget.begin(100_000);
  return findText({ matching: [], notMatching: [], except: [], least: 0, most: 1000, ...wish }, new Patterns(budget), budget);
}

const usual = [
  '^[A-Z]{3}-\\d{4}$',
  '^https:.*',
  '.*\\.pdf$',
  '^(?:[0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{26})$',
  '^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$',
  '^\\+[1-9]\\d{6,14}$',
  "^(?!\\.)(?!.*\\.\\.)([A-Za-z0-9_'+\\-\\.]*)[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}$",
  '^#(?<hex>[0-9a-f]{6}|[0-9a-f]{3})$',
  '^[^a-zA-Z0-9\\s]+$',
  '^\\p{Lu}\\p{Ll}+$',
  '[\\]x]{2}\\/',
  '^(?=.*\\d)(?=.*[a-z])(?=.*[A-Z]).{8,}$',
  '^\\p{Script=Han}+$',
];

test.each(usual)('a text that %s matches', (pattern) => {
  expect(find({ matching: [pattern] })).toMatch(new RegExp(pattern, 'u'));
});

test('of several patterns, and not of others', () => {
  expect(find({ matching: ['^a', 'z$'], notMatching: ['az'] })).toBe('aAz');
  expect(find({ matching: ['^a$', '^b$'] })).toBeUndefined();
});

test('of a length, and other than some', () => {
  expect(find({ matching: ['^[a-z]+$'], least: 5, most: 9 })).toBe('aaaaa');
  expect(find({ matching: ['^[A-Z]{2}$'], except: ['AA'] })).toBe('AB');
  expect(find({ matching: ['^a?$'], least: 2 })).toBeUndefined();
});
