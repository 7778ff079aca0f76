import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLinear } from '../../../src/scenarios/pattern/linear.js';
import { parsePattern } from '../../../src/scenarios/pattern/pattern.js';

const patterns = [
  '/refund|money back/i',
  '/^a.b$/s',
  '/^two$/m',
  '/\\bcat\\b/',
  '/^\\p{Lu}\\w+[^\\s\\d]{2,}$/u',
  '/[\\w.-]+@[\\w-]+\\.[a-z]{2,}/',
  '/(?<year>\\d{4})-\\d\\d/',
  '/\\/path\\/x/',
  '/\\u00e9|\\x41/',
  '/(?:a|b)*?c/',
  '/[^]/',
];

describe('as the platform has it', () => {
  test.each(patterns)('%s', (text) => {
    const own = readLinear(text);
    const platform = parsePattern(text);
    const pieces = fc.constantFrom(
      'refund',
      'Money Back',
      'a',
      'b',
      'c',
      '\n',
      ' ',
      'two',
      'cat',
      'Éa',
      'Zoë',
      'me@x.de',
      '2024-12',
      '/path/x',
      'é',
      'A',
      '-',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 6 }), (parts) => {
        const subject = parts.join('');
        expect([subject, own.test(subject)]).toEqual([subject, platform.test(subject)]);
      }),
    );
  });
});

test.each(['/(a|a)*b/', '/^(a+)+$/', '/(.*a){20}$/', '/(x+x+)+y/'])('%s looks at each character a bounded number of times', (text) => {
  // The platform would be at it for longer than anybody waits.
  expect(readLinear(text).test(`${'ax'.repeat(30_000)}!`)).toBe(false);
});

test.each([
  ['/(?=a)b/', 'is not run here'],
  ['/(?<!a)b/', 'is not run here'],
  ['/(a)\\1/', 'refers back'],
  ['/(?<n>a)\\k<n>/', 'refers back'],
  ['/(a{90}){90}/', 'is not run here'],
  ['/(?:\\p{L}x?){200}/', 'repeats too much'],
  [`/${'ab'.repeat(300)}/`, 'at most 500 characters'],
  ['/a/g', 'the flags of'],
  ['/(/', 'Unterminated group'],
])('%s is refused', (text, message) => {
  expect(() => readLinear(text)).toThrow(message);
});
