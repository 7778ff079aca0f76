import { describe, expect, test } from 'vitest';
import { chatCompletions } from '../../../src/protocols/chat-completions/protocol.js';
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

describe('a request', () => {
  test('names its tools, in the newer or the older form', () => {
    const schema = weather.function.parameters;
    expect(chatCompletions.tools({ tools: [weather, time, { type: 'function' }] })).toEqual([
      { name: 'weather', schema },
      { name: 'time' },
    ]);
    expect(chatCompletions.tools({ functions: [weather.function] })).toEqual([{ name: 'weather', schema }]);
    expect(chatCompletions.tools({})).toEqual([]);
  });

  test('may narrow its tools', () => {
    const allowed_tools = { mode: 'required', tools: [{ type: 'function', function: { name: 'time' } }] };
    const request = { tools: [weather, time], tool_choice: { type: 'allowed_tools', allowed_tools } };
    expect(chatCompletions.tools(request)).toEqual([{ name: 'time' }]);
    expect(chatCompletions.toolChoice(request)).toEqual({ mode: 'required' });
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
    expect(chatCompletions.toolChoice(request)).toEqual(choice);
  });

  test('ends with the result of a tool if its last message is one', () => {
    const result = { role: 'tool', tool_call_id: 'call_1', content: 'Rain' };
    expect(chatCompletions.endsWithToolResult({ messages: [{ role: 'user', content: 'Hi' }, result] })).toBe(true);
    expect(chatCompletions.endsWithToolResult({ messages: [result, { role: 'user', content: 'Thanks' }] })).toBe(false);
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
    expect(chatCompletions.answerFormat(response_format === undefined ? {} : { response_format })).toEqual(format);
  });

  test.each([
    [{}, 1],
    [{ n: 3 }, 3],
    [{ n: 0 }, 1],
    [{ n: 1.5 }, 1],
    [{ n: null }, 1],
  ])('wants a number of choices: %j', (request, count) => {
    expect(chatCompletions.choices(request)).toBe(count);
  });

  test('is read without pictures and ids', () => {
    const image = { type: 'image_url', image_url: { url: 'data:image/png;base64,AAAA' } };
    const text = chatCompletions.requestText({
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
    expect(text).toBe('Be brief.\nWhat is it?\nweather\n{"city":"Oslo"}\ntime');
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

  test('gets another text instead of its calls, and is left as it was', () => {
    const before = structuredClone(callAnswer);
    expect(chatCompletions.withText(callAnswer, 'Rain.')).toEqual({
      ...callAnswer,
      choices: [{ index: 0, message: { role: 'assistant', content: 'Rain.' }, finish_reason: 'stop' }],
    });
    expect(callAnswer).toEqual(before);
  });

  test('gets calls; text that was an answer of its own goes, text that led up to calls stays', () => {
    const calls = [{ name: 'time', arguments: { zone: 'CET' } }];
    const tool_calls = [{ index: 0, type: 'function', id: 'call_new', function: { name: 'time', arguments: '{"zone":"CET"}' } }];
    expect(chatCompletions.withToolCalls(answer, calls, () => 'new')).toMatchObject({
      choices: [{ message: { content: '', reasoning_content: 'A greeting.', tool_calls }, finish_reason: 'tool_calls' }],
    });
    expect(chatCompletions.withToolCalls(callAnswer, calls, () => 'new')).toMatchObject({
      choices: [{ message: { content: 'Let me see.', tool_calls }, finish_reason: 'tool_calls' }],
    });
  });

  test('gets more choices', () => {
    expect(chatCompletions.withChoices(answer, 2)).toMatchObject({ choices: [answer.choices[0], { ...answer.choices[0], index: 1 }] });
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
    const events = chatCompletions.toEvents(chatCompletions.withChoices(answer, 2), {});
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
    expect(chatCompletions.errorOf(chatCompletions.errorEvent('Broken.'))).toEqual({ type: 'api_error', message: 'Broken.' });
    expect(chatCompletions.errorOf({ error: 'Broken.' })).toEqual({ message: 'Broken.' });
    expect(chatCompletions.errorOf(piece({}))).toBeUndefined();
  });
});
