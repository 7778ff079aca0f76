/** The texts of made-up answers, with what can be counted of them. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { prepareAnswerSamples } from '../../../scripts/generate/answer-samples.js';

const source = parse(`
negations: { before: ['no, without', ohne], after: [] }
units: ['words, word']
lengths:
  short: { most: 40, question: 2, asked: ['short, in brief', kurz] }
forms:
  prose: { usual: true, plain: true, shows: '.', asked: [plain text] }
  list: { usual: true, shows: '(?:^|\\n)- ', asked: ['list, bullet*'] }
  table: { shows: '(?:^|\\n)\\|', asked: [table] }
languages:
  english:
    letters: [Latin]
    spaced: true
    asked: [in english]
    texts:
      prose: [Two words.]
      list: ["- one\\n- two", "- one\\n\\n| a |"]
    reasoning: [Hm.]
  chinese: { letters: [Han], spaced: false, asked: [], texts: { prose: [示例。] }, reasoning: [] }
`);

test('lines of words are taken apart, and texts are counted', () => {
  expect(prepareAnswerSamples(source)).toEqual({
    negations: { before: ['no', 'without', 'ohne'], after: [] },
    units: ['words', 'word'],
    lengths: { short: { most: 40, question: 2, asked: ['short', 'in brief', 'kurz'] } },
    forms: {
      prose: { usual: true, plain: true, asked: ['plain text'] },
      list: { usual: true, plain: false, asked: ['list', 'bullet*'] },
      table: { usual: false, plain: false, asked: ['table'] },
    },
    languages: {
      english: {
        letters: ['Latin'],
        spaced: true,
        asked: ['in english'],
        texts: {
          prose: [{ text: 'Two words.', words: 2 }],
          list: [
            { text: '- one\n- two', words: 2 },
            { text: '- one\n\n| a |', words: 2, shows: ['table'] },
          ],
        },
        reasoning: ['Hm.'],
      },
      chinese: { letters: ['Han'], spaced: false, asked: [], texts: { prose: [{ text: '示例。', words: 2 }] }, reasoning: [] },
    },
  });
});
