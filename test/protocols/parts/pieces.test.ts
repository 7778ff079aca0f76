import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fragments, words } from '../../../src/protocols/parts/pieces.js';

/** Any text, broken surrogate pairs included. */
const anyText = fc
  .array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\ud83d', '\ude00', ' ', '\n')), { maxLength: 20 })
  .map((parts) => parts.join(''));

const splitsPair = (left: string, right: string) => /[\ud800-\udbff]$/.test(left) && /^[\udc00-\udfff]/.test(right);

describe('words', () => {
  test('keeps the space before a word', () => {
    expect(words('Hello world,  how are you?\n')).toEqual(['Hello', ' world,', '  how', ' are', ' you?', '\n']);
  });

  test('cuts text that has no spaces', () => {
    expect(words('天空是蓝色的。')).toEqual(['天空', '是蓝', '色的', '。']);
    expect(words('{"city":"Oslo","date":"2026-05-03"}')).toEqual(['{"city":"Oslo","', 'date":"2026-05-0', '3"}']);
  });

  test('has no piece of an empty text', () => {
    expect(words('')).toEqual([]);
  });
});

describe('fragments', () => {
  test('are few, however long the text is', () => {
    expect(fragments('{"city":"Oslo"}')).toEqual(['{"city":', '"Oslo"}']);
    expect(fragments('x'.repeat(100_000))).toHaveLength(4);
  });
});

describe.each([
  ['words', words],
  ['fragments', fragments],
])('%s', (_, cut) => {
  test('joined are the text, and no character is cut in two', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const pieces = cut(text);
        expect(pieces.join('')).toBe(text);
        expect(pieces.some((piece) => piece === '')).toBe(false);
        expect(pieces.some((piece, index) => index > 0 && splitsPair(pieces[index - 1] ?? '', piece))).toBe(false);
      }),
    );
  });
});
