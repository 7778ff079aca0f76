import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/contract/prepared/json.js';
import { messages } from '../../../src/protocols/messages/protocol.js';
import type { JsonObject } from '../../../src/protocols/parts/json.js';

const thinking = { type: 'thinking', thinking: 'A greeting.', signature: 'c2ln' };

const answer: JsonObject = {
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  model: 'm',
  content: [thinking, { type: 'text', text: 'Hello world' }],
  stop_reason: 'end_turn',
  stop_sequence: null,
  stop_details: null,
  container: null,
  usage: {
    input_tokens: 5,
    output_tokens: 9,
    cache_read_input_tokens: 0,
    service_tier: 'standard',
    output_tokens_details: { thinking_tokens: 4 },
  },
};

const call = { type: 'tool_use', id: 'toolu_1', name: 'weather', input: { city: 'Oslo' } };
const callAnswer = { ...answer, content: [{ type: 'text', text: 'Let me see.' }, call], stop_reason: 'tool_use' };

const newId = () => 'new';

describe('a request', () => {
  const input_schema = { type: 'object', properties: {} };

  test('names its own tools, not those of the vendor', () => {
    const tools: JsonObject[] = [
      { name: 'weather', input_schema },
      { type: 'custom', name: 'time', input_schema },
      { type: 'web_search_20260209', name: 'web_search' },
    ];
    expect(messages.conversation({ tools }).tools).toEqual([
      { name: 'weather', schema: input_schema },
      { name: 'time', schema: input_schema },
    ]);
  });

  test.each([
    [undefined, { mode: 'auto' }],
    [{ type: 'auto' }, { mode: 'auto' }],
    [{ type: 'any' }, { mode: 'required' }],
    [{ type: 'none' }, { mode: 'none' }],
    [
      { type: 'tool', name: 'weather' },
      { mode: 'required', name: 'weather' },
    ],
  ])('chooses tools: %j', (tool_choice, choice) => {
    expect(messages.conversation({ tools: [{ name: 'weather' }], ...(tool_choice && { tool_choice }) }).wishes.toolChoice).toEqual(choice);
    const withoutTools = messages.conversation(tool_choice ? { tool_choice } : {}).wishes.toolChoice;
    expect(withoutTools).toEqual(choice.mode === 'required' ? { mode: 'auto', lacksTools: true } : choice);
  });

  test('ends with the result of a tool if the last turn of the user has one', () => {
    const result = { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content: 'Rain' }] };
    expect(messages.conversation({ messages: [{ role: 'user', content: 'Hi' }, result] }).toolResults.length > 0).toBe(true);
    expect(messages.conversation({ messages: [result, { role: 'user', content: 'Thanks' }] }).toolResults.length > 0).toBe(true);
    expect(messages.conversation({ messages: [] }).toolResults.length > 0).toBe(false);
  });

  test('asks for a form of the answer', () => {
    const schema = { type: 'object' };
    expect(messages.conversation({ output_config: { format: { type: 'json_schema', schema } } }).wishes.format).toEqual({
      kind: 'json',
      describesLimits: true,
      schema,
    });
    expect(messages.conversation({ output_config: { effort: 'low' } }).wishes.format).toEqual({ kind: 'text' });
  });

  test('wants one answer', () => {
    expect(messages.conversation({ n: 3 }).wishes.choices).toBe(1);
  });

  test('is read without pictures and ids', () => {
    const image = { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'AAAA' } };
    const parts = messages.requestParts({
      system: [{ type: 'text', text: 'Be brief.' }],
      messages: [
        { role: 'user', content: [image, { type: 'text', text: 'Weather?' }] },
        { role: 'assistant', content: [call] },
        { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content: 'Rain' }] },
      ],
      tools: [{ name: 'weather', input_schema }],
    });
    expect(parts).toEqual(['Be brief.', 'Weather?', 'weather', { city: 'Oslo' }, 'Rain', 'weather', input_schema]);
  });
});

describe('an answer', () => {
  test('is read', () => {
    expect(messages.read(answer)).toEqual({
      text: 'Hello world',
      reasoning: 'A greeting.',
      toolCalls: [],
      finishReason: 'end_turn',
      usage: { input: 5, output: 9, reasoning: 4 },
    });
    expect(messages.read(callAnswer)).toMatchObject({ toolCalls: [{ id: 'toolu_1', name: 'weather', arguments: { city: 'Oslo' } }] });
  });

  test('is built with another text', () => {
    expect(messages.build(callAnswer, { parts: [{ text: 'Rain.' }], finish: 'stop' }, newId)).toMatchObject({
      content: [{ type: 'text', text: 'Rain.' }],
      stop_reason: 'end_turn',
      stop_sequence: null,
    });
    expect(messages.build(answer, { parts: [{ text: 'R' }], finish: 'length' }, newId)).toMatchObject({ stop_reason: 'max_tokens' });
    const stopped = messages.build(answer, { parts: [{ text: 'R' }], finish: 'stop', stopSequence: 'ain' }, newId);
    expect(stopped).toMatchObject({ stop_reason: 'stop_sequence', stop_sequence: 'ain' });
  });

  test('keeps what only this protocol has, such as text with its sources', () => {
    const cited = { type: 'text', text: 'Old.', citations: [{ type: 'page_location' }] };
    const parts = messages.parts({ ...answer, content: [cited] });
    expect(messages.build(answer, { parts, finish: 'stop' }, newId)).toMatchObject({ content: [cited] });
  });

  test('is built with calls, whose arguments are objects', () => {
    const calls = [
      { name: 'time', arguments: { zone: 'CET' } },
      { id: 'toolu_2', name: 'time', arguments: 'CET' },
    ];
    const parts = [{ reasoning: thinking.thinking }, ...calls.map((toolCall) => ({ toolCall }))];
    expect(messages.build(answer, { parts, finish: 'calls' }, newId)).toMatchObject({
      content: [
        thinking,
        { type: 'tool_use', id: 'toolu_new', name: 'time', input: { zone: 'CET' } },
        { type: 'tool_use', id: 'toolu_2', name: 'time', input: {} },
      ],
      stop_reason: 'tool_use',
    });
  });

  test('stays one', () => {
    expect(messages.withChoices(answer, 3, () => 'id')).toEqual(answer);
  });
});

describe('a stream', () => {
  test('opens and closes the message and each block', () => {
    const end = { stop_reason: 'end_turn', stop_sequence: null, stop_details: null, container: null };
    expect(messages.toEvents(answer, {})).toEqual([
      {
        type: 'message_start',
        message: {
          id: 'msg_1',
          type: 'message',
          role: 'assistant',
          model: 'm',
          content: [],
          ...end,
          stop_reason: null,
          usage: { input_tokens: 5, output_tokens: 2, cache_read_input_tokens: 0, service_tier: 'standard' },
        },
      },
      { type: 'content_block_start', index: 0, content_block: { type: 'thinking', thinking: '', signature: '' } },
      { type: 'content_block_delta', index: 0, delta: { type: 'thinking_delta', thinking: 'A' } },
      { type: 'content_block_delta', index: 0, delta: { type: 'thinking_delta', thinking: ' greeting.' } },
      { type: 'content_block_delta', index: 0, delta: { type: 'signature_delta', signature: 'c2ln' } },
      { type: 'content_block_stop', index: 0 },
      { type: 'content_block_start', index: 1, content_block: { type: 'text', text: '' } },
      { type: 'content_block_delta', index: 1, delta: { type: 'text_delta', text: 'Hello' } },
      { type: 'content_block_delta', index: 1, delta: { type: 'text_delta', text: ' world' } },
      { type: 'content_block_stop', index: 1 },
      {
        type: 'message_delta',
        delta: end,
        usage: { input_tokens: 5, output_tokens: 9, cache_read_input_tokens: 0, output_tokens_details: { thinking_tokens: 4 } },
      },
      { type: 'message_stop' },
    ]);
  });

  test('sends the arguments of a call as JSON text', () => {
    expect(messages.toEvents({ ...callAnswer, content: [call] }, {}).slice(1, -2)).toEqual([
      { type: 'content_block_start', index: 0, content_block: { ...call, input: {} } },
      { type: 'content_block_delta', index: 0, delta: { type: 'input_json_delta', partial_json: '{"city":' } },
      { type: 'content_block_delta', index: 0, delta: { type: 'input_json_delta', partial_json: '"Oslo"}' } },
      { type: 'content_block_stop', index: 0 },
    ]);
  });

  test('may hold pings and calls without arguments, and was cut gives what had come', () => {
    const events: Json[] = [
      ...messages.toEvents({ ...callAnswer, content: [] }, {}).slice(0, 1),
      { type: 'ping' },
      { type: 'content_block_start', index: 0, content_block: { ...call, input: {} } },
      { type: 'content_block_delta', index: 0, delta: { type: 'input_json_delta', partial_json: '' } },
    ];
    expect(messages.fromEvents(events)).toMatchObject({ id: 'msg_1', content: [{ ...call, input: {} }], stop_reason: null });
    expect(messages.fromEvents([])).toEqual({ content: [] });
  });

  test('reports errors', () => {
    expect(messages.errorOf(messages.errorEvent({ message: 'Broken.' }))).toEqual({ type: 'api_error', message: 'Broken.' });
    expect(messages.errorOf({ type: 'ping' })).toBeUndefined();
  });
});
