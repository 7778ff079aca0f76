/** What a made-up answer says: in the language of the question, in the form and of the length that it asks for, the same each time. */
import { describe, expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import { sampleReasoning, sampleText } from '../../../src/mock/answer/sample-text.js';
import { wordCounter } from '../../../src/mock/answer/texts/language.js';
import { countTokens } from '../../../src/mock/answer/tokens.js';

const samples = contract.answerSamples ?? expect.fail('the contract has sample texts');
const ask = (question: string, more: { seed?: string; words?: number | [number, number]; maxTokens?: number } = {}) =>
  sampleText(samples, { question, seed: question, ...more });
/** Answers to the same question in many conversations. */
const answers = (question: string, count = 200) =>
  Array.from({ length: count }, (_, index) => ask(question, { seed: `${question} ${index}` }));

const han = /\p{Script=Han}/u;
const english = /sample|mock|answer|model/i;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

describe('the language is that of the question', () => {
  test.each([
    ['Why is the sky blue?', english],
    ['为什么天空是蓝色的？', han],
    ['用 TypeScript 和 React 解释一下什么是状态管理', han],
    ['解释这段代码：\n```js\nconst answer = compute(everything, at, once);\nconsole.log(answer, answer, answer)\n```', han],
    ['空はなぜ青いのですか', kana],
    ['東京タワーの高さについて詳細説明', kana],
    ['하늘은 왜 파란가요?', /\p{Script=Hangul}/u],
    ['Почему небо голубое?', /\p{Script=Cyrillic}/u],
    ['لماذا السماء زرقاء؟', /\p{Script=Arabic}/u],
    ['למה השמיים כחולים?', /\p{Script=Hebrew}/u],
    ['आकाश नीला क्यों है?', /\p{Script=Devanagari}/u],
    ['Warum ist der Himmel blau?', english],
    ['Answer in Chinese: why is the sky blue?', han],
    ['ทำไมท้องฟ้าเป็นสีฟ้า', english],
    ['', english],
    ['What does 你好 mean in everyday speech?', english],
  ])('%s', (question, letters) => {
    for (const answer of answers(question, 20)) {
      expect(answer).toMatch(letters);
      // The English list of scripts has all of them.
      if (!letters.test('sample') && letters !== kana) expect(answer).not.toMatch(kana);
    }
  });
});

const forms = {
  table: /^\|.*\|\n\| ?:?-/m,
  list: /^- .*\n\s*- /m,
  steps: /^1\. [\s\S]*^2\. /m,
  code: /^```\w+\n[\s\S]*\n```$/,
  heading: /^#+ /m,
  emoji: /\p{Extended_Pictographic}/u,
  verse: /^[^\n]{2,60}\n[^\n]{2,60}\n[^\n]{2,60}/,
  markdown: /^#|[*`|]|^[-\d].*\n[-\d]/m,
};

describe('the form is the one that is asked for', () => {
  test.each<[question: string, form: keyof typeof forms]>([
    ['Compare apples and pears in a table.', 'table'],
    ['Make a Markdown table of planets', 'table'],
    ['做一个表格', 'table'],
    ['果物を表で比べて', 'table'],
    ['과일을 표로 정리해 줘', 'table'],
    ['Сделай таблицу планет', 'table'],
    ['اكتب جدولًا بالكواكب', 'table'],
    ['כתוב בטבלה את כוכבי הלכת', 'table'],
    ['ग्रहों की तालिका बनाओ', 'table'],
    ['Erstelle eine Tabelle der Planeten', 'table'],
    ['Give me a bullet list of ideas', 'list'],
    ['列出五个要点', 'list'],
    ['箇条書きでお願いします', 'list'],
    ['Explain it step-by-step', 'steps'],
    ['Опиши пошагово', 'steps'],
    ['Write a function that adds two numbers', 'code'],
    ['写一段代码来排序数组', 'code'],
    ['Напиши скрипт', 'code'],
    ['Write a report with headings', 'heading'],
    ['Cheer me up with emojis', 'emoji'],
    ['絵文字で答えて', 'emoji'],
    ['Write a POEM about rain', 'verse'],
    ['写一首关于雨的诗', 'verse'],
  ])('%s', (question, form) => {
    for (const answer of answers(question, 20)) expect(answer).toMatch(forms[form]);
  });

  test.each<[question: string, form: keyof typeof forms]>([
    ['Explain TCP in general terms, no table', 'table'],
    ['Explain TCP in general terms without emojis', 'emoji'],
    ["Explain TCP in general terms. Don't use bullet points.", 'list'],
    ['Explain TCP in plain text', 'markdown'],
    ['Explain TCP. Do not use any Markdown headings', 'heading'],
    ['解释一下网络协议的原理，不要用表情', 'emoji'],
    ['ネットワークについて説明してください、絵文字なしで', 'emoji'],
  ])('but not: %s', (question, form) => {
    const all = answers(question);
    for (const answer of all) expect(answer).not.toMatch(forms[form]);
  });

  test('who says what is not wanted may want something else', () => {
    for (const answer of answers('No table, please: a numbered procedure', 20)) expect(answer).toMatch(forms.steps);
  });
});

const words = (text: string) => text.split(/\s+/).length;

describe('the length is the one that is asked for', () => {
  test.each(['hi', 'Hello!', 'ping', 'Summarize the history of Rome.', 'Explain TCP briefly'])('short: %s', (question) => {
    for (const answer of answers(question, 50)) expect(words(answer)).toBeLessThanOrEqual(45);
  });

  test.each(['Tell me a story about a fox', 'Explain TCP in detail', 'Write an essay'])('long: %s', (question) => {
    for (const answer of answers(question, 50)) expect(words(answer)).toBeGreaterThanOrEqual(100);
  });

  test('one sentence, one word', () => {
    for (const answer of answers('In one sentence: what is Rust?', 20)) expect(answer).toMatch(/^[^.!?\n]+\.$/);
    for (const answer of answers('Answer with one word', 20)) expect(answer).toMatch(/^\w+\.$/);
  });

  test.each(['Explain the sky in 80 words', 'Write an 80-word text on the sky', 'Explique en 80 mots le ciel'])(
    'counted: %s',
    (question) => {
      expect(words(ask(question))).toBe(80);
    },
  );

  test('a number of other things is no length', () => {
    expect(words(ask('The year 1984 words'))).toBeGreaterThan(1000);
    for (const answer of answers('I have 12000 words of notes. What now?', 20)) expect(words(answer)).toBeLessThan(500);
    for (const answer of answers('Why do 3.50 words cost so much?', 20)) expect(words(answer)).not.toBe(50);
  });
});

test('an ordinary question gets answers of several lengths and kinds', () => {
  const all = new Set(answers('Why is the sky blue at noon?', 2000));
  expect(all.size).toBeGreaterThanOrEqual(12);
  const lengths = [...all].map(words);
  expect(Math.min(...lengths)).toBeLessThanOrEqual(20);
  expect(Math.max(...lengths)).toBeGreaterThanOrEqual(200);
  for (const form of ['list', 'steps', 'heading', 'emoji'] as const) expect([...all].some((answer) => forms[form].test(answer))).toBe(true);
});

test('each of the texts for a question is given as often as another', () => {
  const counts = new Map<string, number>();
  for (const answer of answers('Why is the sky blue at noon?', 4000)) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  const fair = 4000 / counts.size;
  for (const count of counts.values()) expect(Math.abs(count - fair)).toBeLessThan(fair / 2);
});

test('the same wish has the same answer', () => {
  for (const wish of [{}, { words: 300 }, { words: [20, 400] as [number, number] }, { maxTokens: 30 }])
    expect(ask('Why is the sky blue?', { seed: 'a', ...wish })).toBe(ask('Why is the sky blue?', { seed: 'a', ...wish }));
  const inMiddle = (letter: string) => 'x'.repeat(50_000) + letter + 'x'.repeat(50_000);
  expect(ask('Why?', { seed: inMiddle('a'), words: 300 })).toBe(ask('Why?', { seed: inMiddle('b'), words: 300 }));
});

describe('a text that fits into the tokens is preferred', () => {
  test.each([25, 60, 200])('%d', (maxTokens) => {
    const all = Array.from({ length: 100 }, (_, index) => ask('Why is the sky blue at noon?', { seed: `${index}`, maxTokens }));
    for (const answer of all) expect(countTokens(answer)).toBeLessThanOrEqual(maxTokens);
    expect(new Set(all).size).toBeGreaterThan(1);
  });

  test('but there is one where none fits', () => expect(ask('Write an essay', { maxTokens: 1 })).not.toBe(''));
});

describe('a number of words is kept in every language', () => {
  test.each(Object.entries(samples.languages))('%s', (_, language) => {
    const count = wordCounter(language);
    const question = language.texts.prose?.[0]?.text ?? expect.fail('it has a text');
    for (const wanted of [...Array(100).keys()].map((number) => number + 1).concat(500, 1234, 20_000))
      expect(count(ask(question, { seed: `${wanted}`, words: wanted })), `${wanted}`).toBe(wanted);
  });

  test('in paragraphs', () => {
    const text = ask('Why?', { words: 500 });
    expect(words(text)).toBe(500);
    const paragraphs = text.split('\n\n');
    expect(paragraphs.length).toBeGreaterThan(4);
    for (const paragraph of paragraphs) expect(paragraph).toMatch(/^[A-Z][^\n]*[.!?]$/);
  });

  test.each([30, 60, 120, 200, 300])('no sentence comes again before the others have come: %d words', (wanted) => {
    for (let seed = 0; seed < 20; seed++) {
      const sentences = ask('Why?', { seed: `${seed}`, words: wanted }).split(/(?<=\.)\s+/);
      expect(new Set(sentences).size).toBe(sentences.length);
    }
  });

  test('a range gets lengths all over it', () => {
    const lengths = Array.from({ length: 300 }, (_, index) => words(ask('Why?', { seed: `${index}`, words: [20, 400] })));
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(400);
    expect(lengths.filter((length) => length < 100).length).toBeGreaterThan(30);
    expect(lengths.filter((length) => length > 320).length).toBeGreaterThan(30);
  });

  test('a range and a limit of tokens are kept together, if they can be', () => {
    for (let seed = 0; seed < 50; seed++) {
      const text = ask('Why?', { seed: `${seed}`, words: [20, 400], maxTokens: 100 });
      expect(words(text)).toBeGreaterThanOrEqual(20);
      expect(countTokens(text)).toBeLessThanOrEqual(120);
    }
    expect(words(ask('Why?', { words: [300, 400], maxTokens: 10 }))).toBe(300);
  });

  test('it goes before what the question says', () => expect(words(ask('in 50 words', { words: 10 }))).toBe(10));
});

describe('reasoning', () => {
  const think = (question: string, more: { words?: number } = {}) => sampleReasoning(samples, { question, seed: question, ...more });
  const sentences = (text: string) => text.split(/(?<=[.。])\s*/).filter(Boolean).length;

  test('is a sentence or two for a short answer, and more for a long one', () => {
    expect(sentences(think('hi'))).toBeLessThanOrEqual(2);
    expect(sentences(think('Explain TCP', { words: 300 }))).toBeGreaterThan(5);
  });

  test('is in the language of the question', () => {
    expect(think('你好')).toMatch(han);
    expect(think('привет')).toMatch(/\p{Script=Cyrillic}/u);
  });
});

describe('odd input', () => {
  test('no samples: no text', () => {
    const none = { languages: {}, forms: {}, lengths: {}, units: [], negations: { before: [], after: [] }, pictureTokens: 0 };
    expect(sampleText(none, { question: 'Why?', seed: '', words: 5 })).toBe('');
    expect(sampleReasoning(none, { question: 'Why?', seed: '' })).toBe('');
  });

  test('one bare text is enough', () => {
    const english = { letters: ['Latin'], spaced: true, asked: [], texts: { prose: [{ text: 'Well.', words: 1 }] }, reasoning: [] };
    const bare = {
      languages: { english },
      forms: { prose: { asked: [], usual: true, plain: false } },
      lengths: {},
      units: [],
      negations: { before: [], after: [] },
      pictureTokens: 0,
    };
    expect(sampleText(bare, { question: 'Write a table of 20 words', seed: '', words: 50, maxTokens: 1 })).toBe('Well.');
  });

  test.each([
    ['a question of many megabytes', 'word '.repeat(2_000_000)],
    ['lone surrogates', '\ud83d\ude00 \ud83d \udc00'],
    ['nothing but signs', '?!… ***'],
    ['code that does not end', `\`\`\`js\n${'(('.repeat(100_000)}`],
  ])('%s has an answer', (_, question) => expect(ask(question)).not.toBe(''));
});
