/** Findings in the caller's terms: the field, what was expected, what came; of a union, only the alternative that was meant. */
import { describe, expect, test } from 'vitest';
import requestValidators from '../../../compiled/request-validators.js';
import { explain, shorten } from '../../../src/contract/judge/explain.js';

const messages = (operation: string, body: unknown): string[] => {
  const validate = requestValidators[`${operation}_body`];
  expect(validate?.(body)).toBe(false);
  return explain(validate?.errors ?? [], body, 'body').map(({ message }) => message);
};
const chat = (message: object) => ({ model: 'any', messages: [message] });

describe('explain', () => {
  test.each([
    ['createVideo', { prompt: 'A cat' }, ['model is required']],
    ['createVideo', 'text', ['the body must be object, got string "text"']],
    ['createVideo', { model: 'sora-2', prompt: 'A cat', seconds: '5' }, ['seconds must be one of "4", "8", "12", got string "5"']],
    ['createChatCompletion', chat({ role: 'user', content: 5 }), ['messages[0].content must be string or array or null, got number 5']],
    ['createChatCompletion', chat({ role: 'user', content: [{ type: 'text' }] }), ['messages[0].content[0].text is required']],
    ['createChatCompletion', chat({ role: 'user' }), ['messages[0].content is required']],
    ['createChatCompletion', { model: 'any', messages: [] }, ['messages must have at least 1 item, got an array []']],
    [
      'createMessage',
      { model: 'any', max_tokens: 1, messages: [{ role: 'user', content: [{ type: 'text' }] }] },
      ['messages[0].content[0].text is required'],
    ],
    ['createFile', { model: 'gemini-x' }, ['source_url is required', 'kodo_source is required']],
    ['createFile', { model: 'gemini-x', source_url: 'ftp://x' }, ['source_url must match ^https?://, got string "ftp://x"']],
    ['createFile', { model: 'gemini-x', source_url: 'https://x/', expires_in: 5 }, ['expires_in must be >= 3600, got number 5']],
    [
      'createContentGenerationTask',
      { model: 'bytedance/doubao-seedance-2-0-260128', content: [{ type: 'image_url' }] },
      ['content[0].image_url is required'],
    ],
  ])('%s %j', (operation, body, expected) => {
    expect(messages(operation, body)).toEqual(expected);
  });

  test('an unknown kind of tool lists the known ones', () => {
    const [message] = messages('createChatCompletion', { ...chat({ role: 'user', content: 'Hi' }), tools: [{ type: 'hologram' }] });
    expect(message).toBe('tools[0].type must be one of "function", "custom", got string "hologram"');
  });

  test('what is wrong with a part comes before the rule of the whole that it breaks too', () => {
    const frames = [
      { type: true, image: 'https://x/a.png' },
      { type: 'end_frame', image: 'https://x/b.png' },
    ];
    expect(messages('createVideo', { model: 'kling-video-o1', prompt: 'A cat', image_list: frames })).toEqual([
      expect.stringMatching(/^image_list\[0\]\.type must be one of/),
      expect.stringMatching(/^image_list needs a first_frame/),
    ]);
  });

  test('a long value is cut', () => {
    const [message] = messages('createFile', { model: 'gemini-x', source_url: 'x'.repeat(5000) });
    expect(message?.length).toBeLessThan(150);
  });
});

describe('alternatives whose tag may be left out', () => {
  const message = { role: 'user', content: 'Hi' };
  test.each([
    [
      'createMessage',
      { model: 'any', max_tokens: 1, messages: [message], tools: [{ type: 'web_search_20260209', name: null }] },
      'tools[0].name must be string, got null',
    ],
    [
      'createResponse',
      { model: 'any', input: [message, { type: 'function_call_output', call_id: null, output: 'x' }] },
      'input[1].call_id must be string, got null',
    ],
  ])('%s names the member that is wrong', (operation, body, expected) => {
    expect(messages(operation, body)).toEqual([expected]);
  });
});

describe('a value in a few words', () => {
  const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
  test.each<[value: unknown, words: string]>([
    [undefined, 'nothing'],
    [null, 'null'],
    [4, 'number 4'],
    ['a "b"', 'string "a \\"b\\""'],
    [[], 'an array []'],
    [{}, 'an object {}'],
    [[1, null, 'a', [true]], 'an array [1,null,"a",[true]]'],
    [{ a: 1, b: undefined, 'c"': { d: ['e'] } }, 'an object {"a":1,"c\\"":{"d":["e"]}}'],
    ['x'.repeat(58), `string "${'x'.repeat(58)}"`],
    ['x'.repeat(59), `string "${'x'.repeat(56)}...`],
    [['x'.repeat(56)], `an array ["${'x'.repeat(56)}"]`],
    [['x'.repeat(57)], `an array ["${'x'.repeat(55)}...`],
    [Array(30).fill(1), `an array [${'1,'.repeat(28)}...`],
    [{ a: { b: { c: 'x'.repeat(100) } } }, `an object {"a":{"b":{"c":"${'x'.repeat(41)}...`],
    [deep, `an array ${'['.repeat(57)}...`],
    [{ a: deep }, `an object {"a":${'['.repeat(52)}...`],
  ])('%#', (value, words) => {
    expect(shorten(value)).toBe(words);
  });
});
