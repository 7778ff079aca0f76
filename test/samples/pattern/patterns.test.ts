import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Patterns } from '../../../src/samples/pattern/patterns.js';
import { Budget } from '../../../src/samples/schema/budget.js';
import { runs, seed } from '../../runs.js';

function matches(pattern: string, text: string): boolean | undefined {
  const budget = new Budget();
  budget.begin(1_000_000);
  return new Patterns(budget).matches(pattern, text);
}

const atoms = [
  'a',
  'b',
  '.',
  '[ab]',
  '[^a]',
  '\\w',
  '\\d',
  '(?:a|bc)',
  '(a|)',
  '(?=a)',
  '(?!ab)',
  '\\b',
  '^',
  '$',
  '(?:a*)',
  '(?:(?:b?c)+)',
  '\\.',
];
const quantifiers = ['', '', '', '*', '+', '?', '{2}', '{1,3}', '{2,}', '*?'];
const pattern = fc
  .array(fc.tuple(fc.constantFrom(...atoms), fc.constantFrom(...quantifiers)), { maxLength: 5 })
  .map((parts) => parts.map(([atom, quantifier]) => (/^(?:\^|\$|\\b|\(\?[=!])/.test(atom) ? atom : atom + quantifier)).join(''));
const text = fc.array(fc.constantFrom('a', 'b', 'c', '.', ' ', '1', 'é', '💩'), { maxLength: 8 }).map((characters) => characters.join(''));

test('matches as the platform does', () => {
  fc.assert(
    fc.property(pattern, pattern, text, (first, second, value) => {
      for (const source of [first, `${first}|${second}`, `(?:${first})*${second}`, `^(?:${first}|${second})+$`])
        expect([source, matches(source, value)]).toEqual([source, new RegExp(source, 'u').test(value)]);
    }),
    { numRuns: runs(2000), seed },
  );
});

test.each(['^(a+)+$', '^(a|a?)+$', '^(([a-z])+.)+[A-Z]([a-z])+$', '(x+x+)+y', '^((a?)*)*$', '^(?:(?!b)\\w)+$'])(
  '%s takes its time by the length of the text',
  (source) => {
    expect(matches(source, `${'a'.repeat(10_000)}!`)).toBe(false);
  },
);

test.each(['(a)\\1', '(?<=a)b', '(?<!a)b', '(', ')', 'a{2,1}', '[b-a]', '*', '(?i)a', '\\'])('%s is not run', (source) => {
  expect(matches(source, 'a')).toBeUndefined();
});
