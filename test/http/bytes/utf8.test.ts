/** UTF-8 piece by piece. */
import { describe, expect, test } from 'vitest';
import { Utf8Reader } from '../../../src/http/bytes/utf8.js';

/** What is read of pieces of so many bytes, and what is wrong with them. */
function read(bytes: Uint8Array, size: number): { text: string; flaws: unknown[] } {
  const reader = new Utf8Reader();
  let text = '';
  const flaws: unknown[] = [];
  const take = (piece?: Uint8Array) => {
    text += reader.decode(piece, { stream: piece !== undefined });
    if (reader.flaw) flaws.push(reader.flaw);
  };
  for (let at = 0; at < bytes.length; at += size) take(bytes.subarray(at, at + size));
  take();
  return { text, flaws };
}

const utf8 = (text: string) => new TextEncoder().encode(text);

describe.each([1, 2, 3, 5, 100])('in pieces of %i bytes', (size) => {
  test.each(['plain', 'äöü €', '\u{1f600}', 'a \ufffd that was meant', '\ufffd\ufffd', ''])('nothing is wrong with %j', (text) => {
    expect(read(utf8(text), size)).toEqual({ text, flaws: [] });
  });

  test.each([
    ['a byte that is none', [0x61, 0xff, 0x62], 'a\ufffdb'],
    ['a character that breaks off', [0x61, 0xe2, 0x82], 'a\ufffd'],
    ['a letter of one byte', [0x61, 0xf6, 0x62], 'a\ufffdb'],
    ['one beside one that was meant', [0xef, 0xbf, 0xbd, 0xff], '\ufffd\ufffd'],
  ])('%s is found', (_, bytes, text) => {
    const found = read(Uint8Array.from(bytes), size);
    expect(found.text).toBe(text);
    expect(found.flaws).toContain('bytes');
  });

  test('a byte order mark is told, and left out', () => {
    expect(read(utf8('\ufeff{}'), size)).toEqual({ text: '{}', flaws: ['mark'] });
  });
});
