/** JSON that is begun is completed, and nothing else is. */
import { expect, test } from 'vitest';
import { restOfJson } from '../../../src/mock/adaptation/begun-json.js';

const answer = 'So it "is".';

test.each<[begun: string, whole: unknown]>([
  ['{', { answer }],
  ['[', [answer]],
  ['{"a": ', { a: answer }],
  ['{"a"', { a: answer }],
  ['{"ab', { ab: answer }],
  ['{"a": "b', { a: 'b' }],
  ['{"a": 12, ', { a: 12, answer }],
  ['{"a": [1, {"b": true', { a: [1, { b: true }] }],
  ['[{"a": "\\"{"}, ', [{ a: '"{' }, answer]],
  ['{"a": [', { a: [answer] }],
])('%s', (begun, whole) => {
  expect(JSON.parse(begun + restOfJson(begun, answer))).toEqual(whole);
});

test.each(['', 'Sure.', '{"a": 1}', '[1]', '{a: 1', '{"a" 1', '(see [1] and {x})', 'Sure [a', `{${' '.repeat(200_000)}`])(
  'what begins none has no rest, %#',
  (text) => {
    expect(restOfJson(text, answer)).toBeUndefined();
  },
);

test('what stands before it is no part of it', () => {
  expect(restOfJson('Here it is:\n```json\n{"a": ', 'b')).toBe('"b"}');
});
