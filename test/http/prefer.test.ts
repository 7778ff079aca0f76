/** The `Prefer` header as RFC 7240 has it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPreference, parsePrefer } from '../../src/http/prefer.js';

describe('is read', () => {
  test.each([
    ['code=429', [['code', '429']]],
    [
      'a=1, b=2',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    // Several headers arrive joined.
    [
      'a=1,b=2,,',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    ['Respond-Async', [['respond-async', '']]],
    [
      'wait = 10 , Return=minimal',
      [
        ['wait', '10'],
        ['return', 'minimal'],
      ],
    ],
    ['session="a, b; c"', [['session', 'a, b; c']]],
    [String.raw`session="say \"hi\" \\"`, [['session', String.raw`say "hi" \ `.trim()]]],
    ['foo; bar', [['foo', '', 'bar']]],
    [
      'foo=""; some-parameter="a, b", x=1; y=2;z',
      [
        ['foo', '', 'some-parameter'],
        ['x', '1', 'y', 'z'],
      ],
    ],
    // What is no token, but is clear.
    [
      'stream-fault=error@5, session=a b',
      [
        ['stream-fault', 'error@5'],
        ['session', 'a b'],
      ],
    ],
    ['=5, , "x", ;, a=1', [['a', '1']]],
    [
      'a="never closed, b=2',
      [
        ['a', '"never closed'],
        ['b', '2'],
      ],
    ],
    [
      '__proto__=1, constructor',
      [
        ['__proto__', '1'],
        ['constructor', ''],
      ],
    ],
    ['', []],
  ])('%s', (header, expected) => {
    expect(parsePrefer(header).map(({ name, value, parameters }) => [name, value, ...parameters])).toEqual(expected);
  });
});

test.each([
  ['code', '429', 'code=429'],
  ['dynamic', '', 'dynamic'],
  ['stream-fault', 'error@5', 'stream-fault="error@5"'],
  ['session', 'say "hi" \\', String.raw`session="say \"hi\" \\"`],
  ['session', 'ünï\n', 'session="?n??"'],
])('%s with %j is written as %s', (name, value, expected) => {
  expect(formatPreference(name, value)).toBe(expected);
});

test('what is written is read back', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 }).map((text) => text.trim())), (values) => {
      const header = values.map((value) => formatPreference('session', value)).join(', ');
      expect(parsePrefer(header).map(({ value }) => value)).toEqual(values.map((value) => value.replace(/[^\x20-\x7e]/g, '?')));
    }),
  );
});
