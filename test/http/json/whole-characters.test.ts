/** Halves of characters in JSON are told from whole ones, and from what only looks like one. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inWholeCharacters } from '../../../src/http/json/whole-characters.js';

describe('JSON in whole characters', () => {
  test.each([
    ['a first half', '"a\\ud83d b"', 'a\ufffd b'],
    ['a second half', '"a\\uDE00 b"', 'a\ufffd b'],
    ['two first halves before a second one', '"\\ud83d\\ud83d\\ude00"', '\ufffd\ud83d\ude00'],
    ['halves in the wrong order', '"\\ude00\\ud83d"', '\ufffd\ufffd'],
    ['both halves', '"\\ud83d\\ude00"', '\ud83d\ude00'],
    ['a character that is not written as an escape', '"\ud83d\ude00"', '\ud83d\ude00'],
    ['a backslash before a u', '"\\\\ud83d"', '\\ud83d'],
    ['an escape before a half', '"\\n\\\\\\ud83d"', '\n\\\ufffd'],
  ])('%s', (_, json, text) => {
    expect(JSON.parse(inWholeCharacters(json))).toBe(text);
  });

  test('is what a reader of UTF-8 makes of it', () => {
    const text = fc.string({ unit: fc.integer({ min: 0xd700, max: 0xe0ff }).map((code) => String.fromCharCode(code)) });
    fc.assert(
      fc.property(text, (value) => {
        expect(JSON.parse(inWholeCharacters(JSON.stringify(value)))).toBe(new TextDecoder().decode(new TextEncoder().encode(value)));
      }),
    );
  });
});
