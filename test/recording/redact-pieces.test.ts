/** A stream keeps its pieces, without the keys in them. */
import { describe, expect, test } from 'vitest';
import { Secrets } from '../../src/journal/secrets.js';
import { redactPieces } from '../../src/recording/redact-pieces.js';

const key = 'sk-live-4f9a8b7c6d5e';
const secrets = new Secrets([key]);

test('pieces of a stream, wherever it is cut', () => {
  const text = `data: {"a":"${key}"}\n\ndata: {"b":"x${key}y"}\n\n`;
  for (let first = 0; first <= text.length; first++)
    for (const second of [first, first + 1, first + 5, text.length]) {
      const pieces = [text.slice(0, first), text.slice(first, second), text.slice(second)];
      const clean = redactPieces(pieces, secrets);
      expect(clean).toHaveLength(3);
      expect(clean.join('')).toBe('data: {"a":"[redacted]"}\n\ndata: {"b":"x[redacted]y"}\n\n');
    }
});

describe('members that somebody named', () => {
  const own = new Secrets([], new Set(['user', 'metadata']));
  const value = { user: 'al', list: [{ User: 5 }], metadata: { a: [1, '}'], b: null }, other: 'user' };
  const clean = { user: '[redacted]', list: [{ User: '[redacted]' }], metadata: '[redacted]', other: 'user' };
  test('of pieces', () => {
    for (const json of [JSON.stringify(value), `${JSON.stringify(value, null, 2)}`]) {
      const text = `data: ${json}`;
      for (let cut = 0; cut <= text.length; cut++) {
        const pieces = redactPieces([text.slice(0, cut), text.slice(cut)], own);
        expect(JSON.parse(pieces.join('').slice('data: '.length))).toEqual(clean);
      }
    }
  });
  test('that end too early', () => {
    expect(redactPieces(['{"user":"al'], own)).toEqual(['{"user":"[redacted]"']);
    expect(redactPieces(['{"metadata":{"a":', '[1'], own)).toEqual(['{"metadata":"[redacted]"', '']);
  });
});

test('a number that stands by itself becomes another one, so that JSON stays JSON', () => {
  const own = new Secrets(['12345678901234']);
  expect(redactPieces(['data: {"a":123456', '78901234,"b":"of 12345678901234"}'], own).join('')).toBe('data: {"a":0,"b":"of [redacted]"}');
});
