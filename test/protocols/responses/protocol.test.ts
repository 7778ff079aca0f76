import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/contract/prepared/json.js';
import type { AnswerPart } from '../../../src/protocols/parts/answer.js';
import type { JsonObject } from '../../../src/protocols/parts/json.js';
import { responses } from '../../../src/protocols/responses/protocol.js';

const reasoning = { id: 'rs_1', type: 'reasoning', summary: [{ type: 'summary_text', text: 'A greeting.' }] };
const part = { type: 'output_text', annotations: [], logprobs: [], text: 'Hello world' };
const message = { id: 'msg_1', type: 'message', status: 'completed', content: [part], role: 'assistant' };
const call = { id: 'fc_1', type: 'function_call', status: 'completed', call_id: 'call_1', name: 'weather', arguments: '{"city":"Oslo"}' };

const usage = { input_tokens: 5, output_tokens: 9, output_tokens_details: { reasoning_tokens: 4 }, total_tokens: 14 };
const answerWith = (...output: JsonObject[]): JsonObject => ({
  id: 'resp_1',
  object: 'response',
  created_at: 1,
  completed_at: 2,
  status: 'completed',
  error: null,
  incomplete_details: null,
  model: 'm',
  output,
  usage,
});

const newId = () => 'new';

describe('a request', () => {
  const schema = { type: 'object', properties: {} };
  const tools: JsonObject[] = [
    { type: 'function', name: 'weather', parameters: schema },
    { type: 'function', name: 'time' },
    { type: 'web_search', name: 'web_search' },
  ];

  test('names its functions, not the tools of the vendor', () => {
    expect(responses.conversation({ tools }).tools).toEqual([{ name: 'weather', schema }, { name: 'time' }]);
  });

  test.each(['additional_tools', 'tool_search_output'])('has the functions that an item of its input adds, each once: %s', (type) => {
    const input: Json = [
      { role: 'user', content: 'Hi' },
      {
        type,
        tools: [
          { type: 'function', name: 'time' },
          { type: 'function', name: 'place' },
        ],
      },
    ];
    expect(responses.conversation({ tools, input }).tools.map(({ name }) => name)).toEqual(['weather', 'time', 'place']);
  });

  test('may narrow its functions', () => {
    const tool_choice = { type: 'allowed_tools', mode: 'required', tools: [{ type: 'function', name: 'time' }] };
    expect(responses.conversation({ tools, tool_choice }).tools).toEqual([{ name: 'time' }]);
    expect(responses.conversation({ tools, tool_choice }).wishes.toolChoice).toEqual({ mode: 'required' });
  });

  test.each([
    [{}, { mode: 'auto' }],
    [{ tool_choice: 'none' }, { mode: 'none' }],
    [{ tool_choice: 'required' }, { mode: 'required' }],
    [{ tool_choice: { type: 'function', name: 'weather' } }, { mode: 'required', name: 'weather' }],
    [{ tool_choice: { type: 'web_search' } }, { mode: 'none', isOfVendor: true }],
  ])('chooses functions: %j', (request, choice) => {
    expect(responses.conversation({ tools, ...request }).wishes.toolChoice).toEqual(choice);
  });

  test('ends with the result of a function if its last item is one', () => {
    const result = { type: 'function_call_output', call_id: 'call_1', output: 'Rain' };
    expect(responses.conversation({ input: [{ role: 'user', content: 'Hi' }, call, result] }).toolResults.length > 0).toBe(true);
    expect(responses.conversation({ input: [result, { role: 'user', content: 'Thanks' }] }).toolResults.length > 0).toBe(true);
    expect(responses.conversation({ input: 'Hi' }).toolResults.length > 0).toBe(false);
  });

  test.each([
    [{ type: 'text' }, { kind: 'text' }],
    [{ type: 'json_object' }, { kind: 'json' }],
    [
      { type: 'json_schema', name: 'n', schema },
      { kind: 'json', schema },
    ],
  ])('asks for a form of the answer: %j', (format, expected) => {
    expect(responses.conversation({ text: { format } }).wishes.format).toEqual(expected);
  });

  test('is read without pictures and ids', () => {
    const image = { type: 'input_image', image_url: 'data:image/png;base64,AAAA' };
    const input: JsonObject[] = [
      { role: 'user', content: [{ type: 'input_text', text: 'Weather?' }, image] },
      call,
      { type: 'function_call_output', call_id: 'call_1', output: 'Rain' },
    ];
    expect(responses.requestParts({ instructions: 'Be brief.', input })).toEqual([
      'Be brief.',
      'Weather?',
      'weather',
      '{"city":"Oslo"}',
      'Rain',
    ]);
    expect(responses.requestParts({ input: 'Hello' })).toEqual(['Hello']);
  });
});

describe('an answer', () => {
  test('is read', () => {
    expect(responses.read(answerWith(reasoning, message, call))).toEqual({
      text: 'Hello world',
      reasoning: 'A greeting.',
      toolCalls: [{ id: 'call_1', name: 'weather', arguments: { city: 'Oslo' } }],
      finishReason: 'completed',
      usage: { input: 5, output: 9, total: 14, reasoning: 4 },
    });
  });

  test('is built with another text, in a message like that of the frame', () => {
    const content = [{ type: 'output_text', annotations: [], logprobs: [], text: 'Rain.' }];
    const parts: AnswerPart[] = [{ reasoning: 'Look up.' }, { text: 'Rain.' }];
    expect(responses.build(answerWith(reasoning, message, call), { parts, finish: 'stop' }, newId)).toMatchObject({
      status: 'completed',
      incomplete_details: null,
      output: [
        { ...reasoning, summary: [{ type: 'summary_text', text: 'Look up.' }] },
        { ...message, content },
      ],
    });
  });

  test.each([
    ['length', 'max_output_tokens'],
    ['filtered', 'content_filter'],
  ] as const)('is incomplete where it ended by %s', (finish, reason) => {
    expect(responses.build(answerWith(message), { parts: [{ text: 'R' }], finish }, newId)).toMatchObject({
      status: 'incomplete',
      incomplete_details: { reason },
      output: [{ type: 'message', status: 'incomplete' }],
    });
  });

  test('is built with calls, of functions and of tools that take any text', () => {
    const parts: AnswerPart[] = [
      { toolCall: { name: 'time', arguments: { zone: 'CET' } } },
      { toolCall: { id: 'call_2', kind: 'custom', name: 'patch', arguments: 'a b' } },
    ];
    const built = responses.build(answerWith(message), { parts, finish: 'calls' }, newId);
    const output = [
      { type: 'function_call', status: 'completed', id: 'fc_new', call_id: 'call_new', name: 'time', arguments: '{"zone":"CET"}' },
      { type: 'custom_tool_call', status: 'completed', id: 'ctc_new', call_id: 'call_2', name: 'patch', input: 'a b' },
    ];
    expect(built).toMatchObject({ output });
    expect(responses.fromEvents(responses.toEvents(built, {}).slice(0, -1))).toMatchObject({ output });
  });
});

describe('a stream', () => {
  const types = (events: unknown[]) => events.map((event) => (event as { type: string }).type);

  test('opens, fills and closes each item, and numbers its events', () => {
    const events = responses.toEvents(answerWith(reasoning, message), {});
    expect(types(events)).toEqual([
      'response.created',
      'response.in_progress',
      'response.output_item.added',
      'response.reasoning_summary_part.added',
      'response.reasoning_summary_text.delta',
      'response.reasoning_summary_text.delta',
      'response.reasoning_summary_text.done',
      'response.reasoning_summary_part.done',
      'response.output_item.done',
      'response.output_item.added',
      'response.content_part.added',
      'response.output_text.delta',
      'response.output_text.delta',
      'response.output_text.done',
      'response.content_part.done',
      'response.output_item.done',
      'response.completed',
    ]);
    expect(events.map((event) => (event as { sequence_number: number }).sequence_number)).toEqual(events.map((_, index) => index));
    expect(events[0]).toMatchObject({ response: { id: 'resp_1', status: 'in_progress', completed_at: null, output: [], usage: null } });
    expect(events.slice(9, 14)).toMatchObject([
      { output_index: 1, item: { ...message, status: 'in_progress', content: [] } },
      { item_id: 'msg_1', output_index: 1, content_index: 0, part: { ...part, text: '' } },
      { item_id: 'msg_1', output_index: 1, content_index: 0, delta: 'Hello', logprobs: [] },
      { item_id: 'msg_1', output_index: 1, content_index: 0, delta: ' world', logprobs: [] },
      { item_id: 'msg_1', output_index: 1, content_index: 0, text: 'Hello world', logprobs: [] },
    ]);
  });

  test('opens a part without its lists', () => {
    const cited = { ...part, annotations: [{ type: 'url_citation' }], logprobs: [{ token: 'Hello' }] };
    const events = responses.toEvents(answerWith({ ...message, content: [cited] }), {});
    expect(events.slice(3, 8)).toMatchObject([
      { type: 'response.content_part.added', part: { ...part, text: '' } },
      { logprobs: [] },
      { logprobs: [] },
      { type: 'response.output_text.done', logprobs: cited.logprobs },
      { type: 'response.content_part.done', part: cited },
    ]);
  });

  test('sends the arguments of a call in pieces', () => {
    const place = { item_id: 'fc_1', output_index: 0 };
    expect(responses.toEvents(answerWith(call), {}).slice(2, -1)).toEqual([
      { type: 'response.output_item.added', output_index: 0, item: { ...call, status: 'in_progress', arguments: '' }, sequence_number: 2 },
      { type: 'response.function_call_arguments.delta', ...place, delta: '{"city":', sequence_number: 3 },
      { type: 'response.function_call_arguments.delta', ...place, delta: '"Oslo"}', sequence_number: 4 },
      { type: 'response.function_call_arguments.done', ...place, name: 'weather', arguments: call.arguments, sequence_number: 5 },
      { type: 'response.output_item.done', output_index: 0, item: call, sequence_number: 6 },
    ]);
  });

  test('ends as the answer did', () => {
    const last = (status: string) => types(responses.toEvents({ ...answerWith(), status }, {})).at(-1);
    expect([last('incomplete'), last('failed'), last('completed')]).toEqual([
      'response.incomplete',
      'response.failed',
      'response.completed',
    ]);
  });

  test('names items without an id consistently', () => {
    const { id: _, ...nameless } = call;
    const events = responses.toEvents(answerWith(nameless), {});
    expect(events[3]).toMatchObject({ item_id: 'function_call_0' });
    expect(events.at(-1)).toMatchObject({ response: { output: [{ id: 'function_call_0' }] } });
  });

  test('that was cut gives what had come', () => {
    const events = responses.toEvents(answerWith(reasoning, message, call), {});
    const cut = events.findIndex((event) => (event as { delta?: string }).delta === ' world');
    expect(responses.read(responses.fromEvents(events.slice(0, cut)))).toMatchObject({
      text: 'Hello',
      reasoning: 'A greeting.',
      toolCalls: [],
    });
  });

  test('may leave the output out of its last event', () => {
    const answer = answerWith(message, call);
    const events = responses.toEvents(answer, {});
    const last = { type: 'response.completed', response: { ...answer, output: [] } };
    expect(responses.fromEvents([...events.slice(0, -1), last])).toEqual(answer);
  });

  test('reports errors, as an event or as the end of the response', () => {
    expect(responses.errorEvent({ message: 'Broken.' }, 7)).toMatchObject({ sequence_number: 7 });
    expect(responses.errorOf(responses.errorEvent({ message: 'Broken.' }))).toEqual({ type: 'server_error', message: 'Broken.' });
    expect(responses.errorOf({ type: 'error', error: { type: 'server_error', code: null, message: 'Broken.' } })).toEqual({
      type: 'server_error',
      message: 'Broken.',
    });
    const error = { code: 'server_error', message: 'Broken.' };
    expect(responses.errorOf({ type: 'response.failed', response: { ...answerWith(), status: 'failed', error } })).toEqual({
      type: 'server_error',
      message: 'Broken.',
    });
    expect(responses.errorOf({ type: 'response.completed', response: answerWith() })).toBeUndefined();
  });
});
