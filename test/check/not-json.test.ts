/** Where a text stops being JSON. */
import { expect, test } from 'vitest';
import { notJson } from '../../src/check/not-json.js';
import { readJson, type UnreadableJsonError } from '../../src/http/json/json-text.js';

function got(text: string): string {
  try {
    readJson(text);
  } catch (error) {
    return notJson({ part: 'response', in: 'body' }, error as UnreadableJsonError, text).got;
  }
  throw new Error('it is JSON');
}

test.each([
  ['<html>', 'what is none from line 1, column 1 on: string "<html>"'],
  ['{"a": tru}', 'what is none from line 1, column 10 on: string "{\\"a\\": tru}"'],
  ['{\n  "a": 1,\n  "b" 2\n}', 'what is none from line 3, column 7 on: string "{\\n  \\"a\\": 1,\\n  \\"b\\" 2\\n}"'],
  ['{"a":1', 'what ends too early, at line 1, column 7: string "{\\"a\\":1"'],
  ['', 'nothing'],
])('%j', (text, expected) => {
  expect(got(text)).toBe(expected);
});

test('what is nested too deep is JSON all the same', () => {
  const text = '['.repeat(1001) + ']'.repeat(1001);
  expect(got(text)).toMatch(/^string "\[\[/);
});
