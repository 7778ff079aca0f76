import { expect, test } from 'vitest';
import { headerText } from '../../src/http/header-text.js';

test.each([
  [[], ''],
  [['one'], 'one'],
  [['one', 'two'], 'one; two'],
  [['für\nalle'], 'f?r?alle'],
  [['~ \x7f'], '~ ?'],
])('%j is %j', (parts, text) => {
  expect(headerText(parts)).toBe(text);
});

test.each([
  [2000, '...', 'x'.repeat(2000)],
  [2001, '...', `${'x'.repeat(1997)}...`],
  [2001, '', 'x'.repeat(2000)],
])('of %i characters, with the end %j', (length, end, text) => {
  expect(headerText(['x'.repeat(length)], end)).toBe(text);
});
