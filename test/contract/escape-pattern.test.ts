import { expect, test } from 'vitest';
import { escapePattern } from '../../src/contract/escape-pattern.js';

test.each([
  ['v1.5', 'v1\\.5'],
  ['a+b', 'a\\+b'],
  ['{id}', '\\{id\\}'],
  ['plain/text-1', 'plain/text-1'],
])('%s is written %s', (text, pattern) => {
  expect(escapePattern(text)).toBe(pattern);
});

test('each character stands for itself', () => {
  const all = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).join('');
  expect(new RegExp(`^${escapePattern(all)}$`).test(all)).toBe(true);
});
