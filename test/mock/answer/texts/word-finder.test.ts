import { expect, test } from 'vitest';
import { WordFinder } from '../../../../src/mock/answer/texts/word-finder.js';

const find = (text: string, ...words: string[]) =>
  new WordFinder(
    words.map((word) => [word, word] as const),
    /\p{Script=Han}/u,
  )
    .find(text)
    .map(({ value, from, to }) => `${value}@${from}-${to}`);

test.each([
  ['a whole word', 'a table, tables and notables', ['table'], ['table@2-7']],
  ['at the ends', 'table table', ['table'], ['table@0-5', 'table@6-11']],
  ['a beginning', 'briefly, a brief and debrief', ['brief*'], ['brief*@0-5', 'brief*@11-16']],
  ['behind an article', 'בטבלה הטבלאות', ['*טבלה'], ['*טבלה@1-5']],
  ['but not deep inside', 'comfortable', ['*table*'], []],
  ['a phrase', 'step by step, step by', ['step by step', 'step by'], ['step by step@0-12', 'step by@14-21']],
  ['the longest', 'one sentence', ['one', 'one sentence'], ['one sentence@0-12']],
  ['what does not go on as it began', 'step by stages', ['step', 'step by step'], ['step@0-4']],
  ['letters whose words do not stand apart', '做一个表格吧', ['表格'], ['表格@3-5']],
  ['behind a number', 'in 50words', ['words'], ['words@5-10']],
  ['beside other letters', 'éclair clair', ['clair'], ['clair@7-12']],
  ['nothing in nothing', '', ['a', '*', '**'], []],
])('%s', (_, text, words, found) => expect(find(text, ...words)).toEqual(found));

test('of two that a word stands for, the first counts', () => {
  const finder = new WordFinder(
    [
      ['list', 1],
      ['list', 2],
    ],
    /(?!)/,
  );
  expect(finder.find('list')).toEqual([{ value: 1, from: 0, to: 4 }]);
});
