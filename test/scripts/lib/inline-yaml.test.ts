import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { inlineYaml } from '../../../scripts/lib/inline-yaml.js';

test.each(['Create Video Task', 'kling-v3', '3:4', "it's", './a.yaml#/b', 'https://pets.test/?a=1'])('%j needs no quotes', (text) =>
  expect(inlineYaml(text)).toBe(text),
);

test.each([
  '',
  ' a',
  'a, b',
  'a: b',
  'a #b',
  '#a',
  '{a}',
  '[a',
  'a]',
  '&a',
  '*a',
  '!a',
  '- a',
  '? a',
  '"a"',
  "'a'",
  '5',
  'true',
  'null',
  '~',
  'a\nb',
])('%j is quoted', (text) => {
  expect(inlineYaml(text)).toBe(JSON.stringify(text));
  expect(parse(`a: [${inlineYaml(text)}]`)).toEqual({ a: [text] });
});

test('a list stands in brackets', () => expect(inlineYaml(['Video', 'a, b'])).toBe('[Video, "a, b"]'));
