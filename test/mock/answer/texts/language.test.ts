import { describe, expect, test } from 'vitest';
import { sentencesOf, shareOf, wordCounter } from '../../../../src/mock/answer/texts/language.js';

const latin = { letters: ['Latin'], spaced: true };
const chinese = { letters: ['Han'], spaced: false };
const japanese = { letters: ['Hiragana', 'Katakana', 'Han'], marks: ['Hiragana', 'Katakana'], spaced: false };

test.each([
  [latin, 'One, two - three! 4', 4],
  [latin, 'half-done | **bold** ```', 2],
  [latin, '', 0],
  [chinese, '你好，世界！', 4],
  [chinese, '使用 Markdown 写 3 行', 6],
  [japanese, 'コードを書く', 6],
] as const)('%j: %s', (writing, text, words) =>
  expect(wordCounter({ ...writing, letters: [...writing.letters] } as never)(text)).toBe(words),
);

describe('a text is in the language with the larger share', () => {
  const larger = (text: string) => Math.sign(shareOf(latin)(text) - shareOf(chinese)(text));
  test.each([
    ['What does 你好 mean?', 1],
    ['用 TypeScript 写一个组件', -1],
    ['12 + 30', 0],
  ])('%s', (text, sign) => expect(larger(text)).toBe(sign));

  test('that has its marks', () => {
    expect(shareOf(japanese)('東京の空')).toBeGreaterThan(shareOf(chinese)('東京の空'));
    expect(shareOf(japanese)('东京的天空')).toBe(0);
    expect(shareOf(japanese)('这个句子里面只有一个日文假名の而已没有别的')).toBe(0);
  });
});

test.each([
  ['One. Two! Three?\n\nFour.', ['One.', 'Two!', 'Three?', 'Four.']],
  ['A version such as 1.5 is no end. "Is it?" No.', ['A version such as 1.5 is no end.', '"Is it?"', 'No.']],
  ['第一句。第二句！\n\n第三句。', ['第一句。', '第二句！', '第三句。']],
  ['यह एक है। यह दो है।', ['यह एक है।', 'यह दो है।']],
  ['هل هذا؟ نعم.', ['هل هذا؟', 'نعم.']],
])('sentences of %j', (text, sentences) => expect(sentencesOf(text)).toEqual(sentences));
