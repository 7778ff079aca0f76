import { describe, expect, test } from 'vitest';
import { chatCompletions } from '../../../src/protocols/chat-completions/protocol.js';
import type { AnswerPart } from '../../../src/protocols/parts/answer.js';
import type { JsonObject } from '../../../src/protocols/parts/json.js';

const weather = {
  type: 'function',
  function: { name: 'weather', parameters: { type: 'object', properties: { city: { type: 'string' } } } },
};
const time = { type: 'function', function: { name: 'time' } };

const usage = { prompt_tokens: 5, completion_tokens: 9, total_tokens: 14, completion_tokens_details: { reasoning_tokens: 4 } };

const answer = {
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1,
  model: 'm',
  choices: [{ index: 0, message: { role: 'assistant', content: 'Hello world', reasoning_content: 'A greeting.' }, finish_reason: 'stop' }],
  usage,
};

const callAnswer = {
  ...answer,
  choices: [
    {
      index: 0,
      message: {
        role: 'assistant',
        content: 'Let me see.',
        tool_calls: [{ index: 0, id: 'call_1', type: 'function', function: { name: 'weather', arguments: '{"city":"Oslo"}' } }],
      },
      finish_reason: 'tool_calls',
    },
  ],
};

const newId = () => 'new';

describe('a request', () => {
  test('names its tools, in the newer or the older form', () => {
    const schema = weather.function.parameters;
    expect(chatCompletions.conversation({ tools: [weather, time, { type: 'function' }] }).tools).toEqual([
      { name: 'weather', schema },
      { name: 'time' },
    ]);
    expect(chatCompletions.conversation({ functions: [weather.function] }).tools).toEqual([{ name: 'weather', schema, kind: 'older' }]);
    expect(chatCompletions.conversation({}).tools).toEqual([]);
  });

  test('may narrow its tools', () => {
    const allowed_tools = { mode: 'required', tools: [{ type: 'function', function: { name: 'time' } }] };
    const request = { tools: [weather, time], tool_choice: { type: 'allowed_tools', allowed_tools } };
    expect(chatCompletions.conversation(request).tools).toEqual([{ name: 'time' }]);
    expect(chatCompletions.conversation(request).wishes.toolChoice).toEqual({ mode: 'required' });
  });

  test.each([
    [{}, { mode: 'auto' }],
    [{ tool_choice: 'auto' }, { mode: 'auto' }],
    [{ tool_choice: 'none' }, { mode: 'none' }],
    [{ tool_choice: 'required' }, { mode: 'required' }],
    [{ tool_choice: { type: 'function', function: { name: 'weather' } } }, { mode: 'required', name: 'weather' }],
    [{ function_call: { name: 'weather' } }, { mode: 'required', name: 'weather' }],
    [{ function_call: 'none' }, { mode: 'none' }],
  ])('chooses tools: %j', (request, choice) => {
    expect(chatCompletions.conversation({ tools: [weather], ...request }).wishes.toolChoice).toEqual(choice);
  });

  test('has the results of tools that follow the last turn of the assistant, also with a reminder after them', () => {
    const result = { role: 'tool', tool_call_id: 'call_1', content: 'Rain' };
    expect(chatCompletions.conversation({ messages: [{ role: 'user', content: 'Hi' }, result] }).toolResults.length > 0).toBe(true);
    expect(chatCompletions.conversation({ messages: [result, { role: 'user', content: 'Thanks' }] }).toolResults.length > 0).toBe(true);
  });

  test.each([
    [undefined, { kind: 'text' }],
    ['text', { kind: 'text' }],
    ['json_object', { kind: 'json' }],
    [{ type: 'json_object' }, { kind: 'json' }],
    [
      { type: 'json_schema', json_schema: { name: 'n', schema: { type: 'object' } } },
      { kind: 'json', schema: { type: 'object' } },
    ],
    [{ type: 'text' }, { kind: 'text' }],
  ])('asks for a form of the answer: %j', (response_format, format) => {
    expect(chatCompletions.conversation(response_format === undefined ? {} : { response_format }).wishes.format).toEqual(format);
  });

  test.each([
    [{}, 1],
    [{ n: 3 }, 3],
    [{ n: 0 }, 1],
    [{ n: 1.5 }, 1],
    [{ n: null }, 1],
  ])('wants a number of choices: %j', (request, count) => {
    expect(chatCompletions.conversation(request).wishes.choices).toBe(count);
  });

  test('is read without pictures and ids', () => {
    const image = { type: 'image_url', image_url: { url: 'data:image/png;base64,AAAA' } };
    const parts = chatCompletions.requestParts({
      model: 'm',
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: [{ type: 'text', text: 'What is it?' }, image] },
        {
          role: 'assistant',
          tool_calls: [{ id: 'call_1', type: 'function', function: { name: 'weather', arguments: '{"city":"Oslo"}' } }],
        },
      ],
      tools: [time],
    });
    expect(parts).toEqual(['Be brief.', 'What is it?', 'weather', '{"city":"Oslo"}', 'time']);
  });
});

describe('an answer', () => {
  test('is read', () => {
    expect(chatCompletions.read(answer)).toEqual({
      text: 'Hello world',
      reasoning: 'A greeting.',
      toolCalls: [],
      finishReason: 'stop',
      usage: { input: 5, output: 9, total: 14, reasoning: 4 },
    });
    expect(chatCompletions.read(callAnswer)).toMatchObject({
      text: 'Let me see.',
      toolCalls: [{ id: 'call_1', name: 'weather', arguments: { city: 'Oslo' } }],
      finishReason: 'tool_calls',
    });
  });

  test('is built with another text instead of its calls, and the frame is left as it was', () => {
    const before = structuredClone(callAnswer);
    const built = chatCompletions.build(callAnswer, { parts: [{ text: 'Rain.' }], finish: 'stop', usage: { input: 3, output: 2 } }, newId);
    expect(built).toEqual({
      ...callAnswer,
      choices: [{ index: 0, message: { role: 'assistant', content: 'Rain.' }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 3, completion_tokens: 2, total_tokens: 5, completion_tokens_details: { reasoning_tokens: 0 } },
    });
    expect(callAnswer).toEqual(before);
  });

  test('is built with calls, of functions and of tools that take any text', () => {
    const parts: AnswerPart[] = [
      { reasoning: 'I need the time.' },
      { toolCall: { name: 'time', arguments: { zone: 'CET' } } },
      { toolCall: { id: 'call_2', kind: 'custom', name: 'patch', arguments: 'a b' } },
    ];
    const built = chatCompletions.build(answer, { parts, finish: 'calls' }, newId);
    expect(built).toMatchObject({
      choices: [
        {
          message: {
            content: '',
            reasoning_content: 'I need the time.',
            tool_calls: [
              { index: 0, type: 'function', id: 'call_new', function: { name: 'time', arguments: '{"zone":"CET"}' } },
              { index: 1, type: 'custom', id: 'call_2', custom: { name: 'patch', input: 'a b' } },
            ],
          },
          finish_reason: 'tool_calls',
        },
      ],
    });
    expect(chatCompletions.fromEvents(chatCompletions.toEvents(built, {}))).toEqual(built);
    expect(chatCompletions.read(built).toolCalls[1]).toEqual({ id: 'call_2', kind: 'custom', name: 'patch', arguments: 'a b' });
  });

  test.each([
    ['length', 'length'],
    ['filtered', 'content_filter'],
  ] as const)('says that it ended by %s', (finish, finish_reason) => {
    expect(chatCompletions.build(answer, { parts: [{ text: 'Hel' }], finish }, newId)).toMatchObject({ choices: [{ finish_reason }] });
  });

  test('gets more choices', () => {
    expect(chatCompletions.withChoices(answer, 2, newId)).toMatchObject({
      choices: [answer.choices[0], { ...answer.choices[0], index: 1 }],
    });
  });
});

describe('a stream', () => {
  const chunk = (choices: JsonObject[]): JsonObject => ({
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'm',
    choices,
  });
  const piece = (delta: JsonObject, finish_reason: string | null = null, index = 0) => chunk([{ index, delta, finish_reason }]);
  const role = 'assistant';

  test('sends the role, reasoning, text, and the end with the counts', () => {
    expect(chatCompletions.toEvents(answer, {})).toEqual([
      piece({ role, content: '' }),
      piece({ role, content: '', reasoning_content: 'A' }),
      piece({ role, content: '', reasoning_content: ' greeting.' }),
      piece({ role, content: 'Hello' }),
      piece({ role, content: ' world' }),
      { ...piece({ content: '' }, 'stop'), usage },
    ]);
  });

  test('opens a call with its name, then sends its arguments', () => {
    expect(chatCompletions.toEvents(callAnswer, {}).slice(4)).toEqual([
      piece({ tool_calls: [{ index: 0, id: 'call_1', type: 'function', function: { name: 'weather', arguments: '' } }] }),
      piece({ tool_calls: [{ index: 0, function: { arguments: '{"city":' } }] }),
      piece({ tool_calls: [{ index: 0, function: { arguments: '"Oslo"}' } }] }),
      { ...piece({ content: '' }, 'tool_calls'), usage },
    ]);
  });

  test('ends each choice, and has the counts once', () => {
    const events = chatCompletions.toEvents(chatCompletions.withChoices(answer, 2, newId), {});
    expect(events.filter((event) => JSON.stringify(event).includes('"finish_reason":"stop"'))).toEqual([
      piece({ content: '' }, 'stop'),
      { ...piece({ content: '' }, 'stop', 1), usage },
    ]);
  });

  test('has no counts if the request declines them', () => {
    expect(chatCompletions.toEvents(answer, { stream_options: { include_usage: false } }).at(-1)).toEqual(piece({ content: '' }, 'stop'));
  });

  test('may open and end with an empty chunk, repeat nulls and send calls whole', () => {
    const call = { index: 0, id: 'call_1', type: 'function', function: { name: 'weather', arguments: '{}' } };
    const events: JsonObject[] = [
      { id: '', object: 'chat.completion.chunk', created: 0, model: '', choices: [], usage: null },
      { ...piece({ role, content: null, tool_calls: [call] }), usage: null },
      { ...piece({ content: null }, 'tool_calls'), usage: null },
      { ...chunk([]), usage },
      { id: '', object: 'chat.completion.chunk', choices: [], usage: null },
    ];
    expect(chatCompletions.fromEvents(events)).toEqual({
      ...answer,
      choices: [{ index: 0, message: { role, content: null, tool_calls: [call] }, finish_reason: 'tool_calls' }],
    });
  });

  test('that was cut gives what had come', () => {
    const events = chatCompletions.toEvents(answer, {}).slice(0, 4);
    expect(chatCompletions.read(chatCompletions.fromEvents(events))).toEqual({ text: 'Hello', reasoning: 'A greeting.', toolCalls: [] });
  });

  test('reports errors', () => {
    expect(chatCompletions.errorOf(chatCompletions.errorEvent({ message: 'Broken.' }))).toEqual({ type: 'api_error', message: 'Broken.' });
    expect(chatCompletions.errorOf({ error: 'Broken.' })).toEqual({ message: 'Broken.' });
    expect(chatCompletions.errorOf(piece({}))).toBeUndefined();
  });
});
