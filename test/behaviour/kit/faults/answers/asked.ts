/** Answers that are right by themselves, and not what their requests ask for. */
import { answered, documented, type EventsChange, type Fault, type Loose, streamed, wanting } from '../exchange.js';

const chatId = 'createChatCompletion';
const chat = (change: (body: Loose) => unknown = () => {}) => answered(chatId, 'deepseek-v3-chat', (body) => void change(body));
const chatCall = (change: (body: Loose) => unknown = () => {}) =>
  answered(chatId, 'chat-completion.tool-call', (body) => void change(body));
const chatStream = (change: EventsChange = () => {}) => streamed(chatId, 'chat-completion.stream', change);
const chatCallStream = (change: EventsChange) => streamed(chatId, 'tool-call-stream', change);
const message = (change: (body: Loose) => unknown = () => {}) =>
  answered('createMessage', 'anthropic-protocol', (body) => void change(body));
const messageCall = (change: (body: Loose) => unknown = () => {}) =>
  answered('createMessage', 'anthropic-protocol.tool-call', (body) => void change(body));
const messageStream = (change: EventsChange = () => {}) => streamed('createMessage', 'anthropic-protocol.stream', change);
const messageCallStream = (change: EventsChange) => streamed('createMessage', 'tool-call.stream', change);
const form = (change: (body: Loose) => unknown) =>
  answered('createMessage', 'anthropic-protocol.structured-output', (body) => void change(body));
const content = (change: (body: Loose) => unknown = () => {}) =>
  answered('generateContent', '.generate-content', (body) => void change(body));
const contentCall = (change: (body: Loose) => unknown) => answered('generateContent', '.tool-call', (body) => void change(body));
const contentForm = (change: (body: Loose) => unknown) => answered('generateContent', '.structured-output', (body) => void change(body));
const contentStream = (change: EventsChange) => streamed('streamGenerateContent', 'bypass-vertex-gemini-protocol', change);
const contentCallStream = (change: EventsChange) => streamed('streamGenerateContent', '.tool-call', change);
const response = (change: (body: Loose) => unknown = () => {}) =>
  answered('createResponse', 'bypass-responses-protocol', (body) => void change(body));
const responseCall = (change: (body: Loose) => unknown) =>
  answered('createResponse', 'bypass-responses-protocol.tool-call', (body) => void change(body));
const responseStream = (change: EventsChange) => streamed('createResponse', 'bypass-responses-protocol.stream', change);

const tool = (name: string) => ({ type: 'function', function: { name, parameters: { type: 'object', properties: {} } } });
const messageTool = { name: 'f', input_schema: { type: 'object' } };
const responseTool = { type: 'function', name: 'f', parameters: { type: 'object' } };
const forced = (name: string) => ({ type: 'function', function: { name } });
const schema = { type: 'object', properties: { a: { type: 'integer' } }, required: ['a'], additionalProperties: false };
const used = { prompt_tokens: 5, completion_tokens: 100, total_tokens: 105 };
const textOf = (id: string, ending: string): Loose => documented(id, ending).example.body;
/** The first of its blocks, items or calls of that type. */
const first = (list: Loose[], type: string): Loose => list.find((one) => one.type === type);

export const asked: Fault[] = [
  [
    'chat: words in place of JSON, where a text of the request might have ended it',
    wanting(
      { response_format: { type: 'json_object' }, stop: ['#'] },
      chat((body) => {
        body.choices[0].message.content = 'Here it is: {"a": 1}';
      }),
    ),
    'response x-asked /choices/*/message/content',
  ],
  [
    'messages: half of a JSON text, which no text of the request ended',
    wanting(
      { output_config: { format: { type: 'json_schema', schema: { type: 'object' } } }, stop_sequences: ['#'] },
      message((body) => {
        Object.assign(body, { content: [{ type: 'text', text: '{"a": 1' }], stop_reason: 'end_turn' });
      }),
    ),
    'response x-asked /content/*/text',
  ],
  ['chat: the model of another owner', chat((body) => Object.assign(body, { model: 'gpt-4o' })), 'response x-asked /model'],
  [
    'chat: another model of the family',
    wanting(
      { model: 'gemini-2.5-pro' },
      chat((body) => Object.assign(body, { model: 'gemini-2.5-flash' })),
    ),
    'response x-asked /model',
  ],
  [
    'chat: a stream of another model',
    chatStream((events) => void events.map((event) => Object.assign(event, { model: 'gpt-4o' }))),
    'stream x-asked /model',
  ],
  ['messages: another model', message((body) => Object.assign(body, { model: 'deepseek-v3' })), 'response x-asked /model'],
  [
    'messages: a stream of another model',
    messageStream((events) => void Object.assign(events[0].message, { model: 'deepseek-v3' })),
    'stream x-asked /message/model',
  ],
  ['Gemini: another model', content((body) => Object.assign(body, { modelVersion: 'gemini-2.0-flash' })), 'response x-asked /modelVersion'],
  [
    'Gemini: a stream of another model',
    contentStream((events) => void events.map((event) => Object.assign(event, { modelVersion: 'gemini-2.0-flash' }))),
    'stream x-asked /modelVersion',
  ],
  ['Responses: another model', response((body) => Object.assign(body, { model: 'gpt-4o' })), 'response x-asked /model'],
  [
    'Responses: a stream of another model',
    responseStream((events) => void events.map(({ response: told }) => told && Object.assign(told, { model: 'gpt-4o' }))),
    'stream x-asked /response/model',
  ],
  [
    'chat: more answers than were asked for',
    chat((body) => void body.choices.push({ ...body.choices[0], index: 1 })),
    'response x-asked /choices/*/index',
  ],
  ['chat: fewer answers than were asked for', wanting({ n: 3 }, chat()), 'response x-asked /choices'],
  [
    'chat: a stream of more answers',
    chatStream((events) => events.flatMap((event) => [0, 1].map((index) => ({ ...event, choices: [{ ...event.choices[0], index }] })))),
    'stream x-asked /choices/*/index',
  ],
  [
    'chat: an answer whose number is not there',
    chat((body) => Object.assign(body.choices[0], { index: 5 })),
    'response x-asked /choices/*/index',
  ],
  [
    'Gemini: more answers than were asked for',
    content((body) => {
      body.candidates = [0, 1].map((index) => ({ ...body.candidates[0], index }));
    }),
    'response x-asked /candidates/*/index',
  ],
  [
    'chat: a tool that is not offered',
    chatCall((body) => Object.assign(body.choices[0].message.tool_calls[0].function, { name: 'other' })),
    'response x-asked /choices/*/message/tool_calls/*/function/name',
  ],
  [
    'chat: a call without tools',
    wanting({ tools: undefined, tool_choice: undefined }, chatCall()),
    'response x-asked /choices/*/message/tool_calls/*/function/name',
  ],
  [
    'chat: a stream with a tool that is not offered',
    chatCallStream((events) => {
      for (const { choices } of events)
        for (const { function: called } of choices[0].delta.tool_calls ?? []) if (called?.name) called.name = 'other';
    }),
    'stream x-asked /choices/*/delta/tool_calls/*/function/name',
  ],
  [
    'chat: no call of the tool that is demanded',
    wanting({ tools: [tool('f')], tool_choice: forced('f') }, chat()),
    'response x-asked /choices',
  ],
  ['chat: no call where one is demanded', wanting({ tools: [tool('f')], tool_choice: 'required' }, chat()), 'response x-asked /choices'],
  ['chat: a stream without the call', wanting({ tools: [tool('f')], tool_choice: 'required' }, chatStream()), 'stream x-asked /choices'],
  [
    'chat: a call of another tool than is demanded',
    wanting({ tools: [tool('weather'), tool('g')], tool_choice: forced('g') }, chatCall()),
    'response x-asked /choices/*/message/tool_calls/*/function/name',
  ],
  [
    'chat: a call where none is wanted',
    wanting({ tool_choice: 'none' }, chatCall()),
    'response x-asked /choices/*/message/tool_calls/*/function/name',
  ],
  [
    'chat: two calls where one is wanted',
    wanting(
      { parallel_tool_calls: false },
      chatCall(({ choices: [{ message: said }] }) => void said.tool_calls.push({ ...said.tool_calls[0], index: 1, id: 'call_second' })),
    ),
    'response x-asked /choices/*/message/tool_calls/*/function/name',
  ],
  [
    'chat: prose in place of JSON',
    wanting({ response_format: { type: 'json_object' } }, chat()),
    'response x-asked /choices/*/message/content',
  ],
  [
    'chat: JSON that breaks the schema',
    wanting(
      { response_format: { type: 'json_schema', json_schema: { name: 'x', schema } } },
      chat((body) => Object.assign(body.choices[0].message, { content: '{"a":"x"}' })),
    ),
    'response x-asked /choices/*/message/content',
  ],
  [
    'chat: a stream of prose in place of JSON',
    wanting({ response_format: { type: 'json_object' } }, chatStream()),
    'stream x-asked /choices/*/delta/content',
  ],
  [
    'chat: more tokens than are allowed',
    wanting(
      { max_tokens: 3 },
      chat((body) => Object.assign(body, { usage: used })),
    ),
    'response x-asked /usage/completion_tokens',
  ],
  [
    'chat: a stream of more tokens',
    wanting(
      { max_tokens: 2 },
      chatStream((events) => void Object.assign(events.at(-1), { usage: used })),
    ),
    'stream x-asked /usage/completion_tokens',
  ],
  ['chat: a text that goes on after its stop', wanting({ stop: ['Tokyo'] }, chat()), 'response x-asked /choices/*/message/content'],
  ['chat: a stream that goes on after its stop', wanting({ stop: '3' }, chatStream()), 'stream x-asked /choices/*/delta/content'],
  [
    'chat: a stream without the counts that were asked for',
    wanting(
      { stream_options: { include_usage: true } },
      chatStream((events) => void events.map((event) => delete event.usage)),
    ),
    'stream x-asked /usage/total_tokens',
  ],
  [
    'messages: a tool that is not offered',
    messageCall((body) => Object.assign(first(body.content, 'tool_use'), { name: 'other' })),
    'response x-asked /content/*/name',
  ],
  [
    'messages: a stream with a tool that is not offered',
    messageCallStream((events) => {
      events.find(({ content_block: block }) => block?.type === 'tool_use').content_block.name = 'other';
    }),
    'stream x-asked /content_block/name',
  ],
  [
    'messages: no call where one is demanded',
    wanting({ tools: [messageTool], tool_choice: { type: 'any' } }, message()),
    'response x-asked /content',
  ],
  [
    'messages: no call of the tool that is demanded',
    wanting({ tools: [messageTool], tool_choice: { type: 'tool', name: 'f' } }, message()),
    'response x-asked /content',
  ],
  [
    'messages: two calls where one is wanted',
    wanting(
      { tool_choice: { type: 'auto', disable_parallel_tool_use: true } },
      messageCall(({ content: blocks }) => void blocks.push({ ...first(blocks, 'tool_use'), id: 'toolu_second' })),
    ),
    'response x-asked /content/*/name',
  ],
  ['messages: more tokens than are allowed', wanting({ max_tokens: 3 }, message()), 'response x-asked /usage/output_tokens'],
  [
    'messages: a stream of more tokens',
    wanting(
      { max_tokens: 1 },
      messageStream((events) => void Object.assign(events.at(-2).usage, { output_tokens: 100 })),
    ),
    'stream x-asked /usage/output_tokens',
  ],
  [
    'messages: a stop text that was not asked for',
    message((body) => Object.assign(body, { stop_reason: 'stop_sequence', stop_sequence: 'XX' })),
    'response x-asked /stop_sequence',
  ],
  [
    'messages: a stream with such a stop text',
    messageStream(
      (events) => Object.assign(first(events, 'message_delta').delta, { stop_reason: 'stop_sequence', stop_sequence: 'XX' }) && events,
    ),
    'stream x-asked /delta/stop_sequence',
  ],
  [
    'messages: a text that goes on after its stop',
    wanting({ stop_sequences: [textOf('createMessage', 'anthropic-protocol').content[0].text.slice(3, 8)] }, message()),
    'response x-asked /content/*/text',
  ],
  [
    'messages: prose in place of JSON',
    form((body) => Object.assign(body.content.at(-1), { text: 'Sorry.' })),
    'response x-asked /content/*/text',
  ],
  [
    'messages: JSON that breaks the schema',
    form((body) => Object.assign(body.content.at(-1), { text: '{}' })),
    'response x-asked /content/*/text',
  ],
  [
    'messages: an answer that does not say why it ended',
    message((body) => Object.assign(body, { stop_reason: null })),
    'response x-asked /stop_reason',
  ],
  [
    'Gemini: a function that is not offered',
    contentCall((body) => {
      body.candidates[0].content.parts.find(({ functionCall }: Loose) => functionCall).functionCall.name = 'other';
    }),
    'response x-asked /candidates/*/content/parts/*/functionCall/name',
  ],
  [
    'Gemini: a stream with a function that is not offered',
    contentCallStream((events) => {
      for (const { candidates } of events)
        for (const { functionCall } of candidates[0].content?.parts ?? []) if (functionCall) functionCall.name = 'other';
    }),
    'stream x-asked /candidates/*/content/parts/*/functionCall/name',
  ],
  [
    'Gemini: no call where one is demanded',
    wanting({ tools: [{ functionDeclarations: [{ name: 'f' }] }], toolConfig: { functionCallingConfig: { mode: 'ANY' } } }, content()),
    'response x-asked /candidates',
  ],
  [
    'Gemini: more tokens than are allowed',
    wanting({ generationConfig: { maxOutputTokens: 1 } }, content()),
    'response x-asked /usageMetadata/candidatesTokenCount',
  ],
  [
    'Gemini: prose in place of JSON',
    contentForm((body) => Object.assign(body.candidates[0].content, { parts: [{ text: 'Sorry.' }] })),
    'response x-asked /candidates/*/content/parts/*/text',
  ],
  [
    'Gemini: JSON that breaks the schema',
    contentForm((body) => Object.assign(body.candidates[0].content, { parts: [{ text: '[7]' }] })),
    'response x-asked /candidates/*/content/parts/*/text',
  ],
  [
    'Gemini: a text that goes on after its stop',
    wanting(
      {
        generationConfig: {
          stopSequences: [textOf('generateContent', '.generate-content').candidates[0].content.parts[0].text.slice(5, 12)],
        },
      },
      content(),
    ),
    'response x-asked /candidates/*/content/parts/*/text',
  ],
  [
    'Responses: a tool that is not offered',
    responseCall((body) => Object.assign(first(body.output, 'function_call'), { name: 'other' })),
    'response x-asked /output/*/name',
  ],
  [
    'Responses: no call where one is demanded',
    wanting(
      { tools: [responseTool], tool_choice: 'required' },
      response((body) => Object.assign(body, { tool_choice: 'required' })),
    ),
    'response x-asked /output',
  ],
  [
    'Responses: two calls where one is wanted',
    wanting(
      { parallel_tool_calls: false },
      responseCall((body) => {
        body.parallel_tool_calls = false;
        body.output.push({ ...first(body.output, 'function_call'), id: 'fc_second', call_id: 'call_second' });
      }),
    ),
    'response x-asked /output/*/name',
  ],
  [
    'Responses: more tokens than are allowed',
    wanting(
      { max_output_tokens: 16 },
      response((body) => {
        body.max_output_tokens = 16;
        Object.assign(body.usage, { output_tokens: 999, total_tokens: body.usage.input_tokens + 999 });
      }),
    ),
    'response x-asked /usage/output_tokens',
  ],
  ['Responses: another temperature', wanting({ temperature: 0.25 }, response()), 'response x-asked /temperature'],
  [
    'Responses: after another answer',
    wanting(
      { previous_response_id: 'resp_a' },
      response((body) => Object.assign(body, { previous_response_id: 'resp_b' })),
    ),
    'response x-asked /previous_response_id',
  ],
  [
    'Responses: other notes',
    wanting(
      { metadata: { a: 'b' } },
      response((body) => Object.assign(body, { metadata: { a: 'c' } })),
    ),
    'response x-asked /metadata',
  ],
  [
    'Responses: in the background without being asked',
    response((body) => Object.assign(body, { status: 'in_progress' })),
    'response x-asked /status',
  ],
  // Of what is said something is counted.
  [
    'chat: no token beside a text',
    chat((body) =>
      Object.assign(body.usage, { completion_tokens: 0, total_tokens: body.usage.prompt_tokens, completion_tokens_details: null }),
    ),
    'response x-asked /usage/completion_tokens',
  ],
  [
    'chat: no token beside a call',
    chatCall((body) =>
      Object.assign(body.usage, { completion_tokens: 0, total_tokens: body.usage.prompt_tokens, completion_tokens_details: null }),
    ),
    'response x-asked /usage/completion_tokens',
  ],
  [
    'chat stream: no token beside a text',
    chatStream((events) => [
      ...events.slice(0, -1),
      { ...events.at(-1), usage: { prompt_tokens: 5, completion_tokens: 0, total_tokens: 5 } },
    ]),
    'stream x-asked /usage/completion_tokens',
  ],
  [
    'messages: no token beside a text',
    message((body) => Object.assign(body.usage, { output_tokens: 0, output_tokens_details: null })),
    'response x-asked /usage/output_tokens',
  ],
  [
    'messages stream: no token beside a text',
    messageStream((events) => {
      events[0].message.usage.output_tokens = 0;
      Object.assign(first(events, 'message_delta').usage, { output_tokens: 0, output_tokens_details: null });
    }),
    'stream x-asked /usage/output_tokens',
  ],
  [
    'Gemini: no token beside a text',
    content((body) => Object.assign(body, { usageMetadata: { promptTokenCount: 5, candidatesTokenCount: 0, totalTokenCount: 5 } })),
    'response x-asked /usageMetadata/candidatesTokenCount',
  ],
  [
    'Responses: no token beside a text',
    response((body) =>
      Object.assign(body.usage, {
        output_tokens: 0,
        total_tokens: body.usage.input_tokens,
        output_tokens_details: { reasoning_tokens: 0 },
      }),
    ),
    'response x-asked /usage/output_tokens',
  ],
  // Arguments fit the tool; reasoning is in its place.
  [
    'chat: arguments of another type',
    chatCall(({ choices: [{ message: said }] }) => {
      said.tool_calls[0].function.arguments = '{"latitude": 52.52, "longitude": 13.405}';
    }),
    'response x-asked /choices/*/message/tool_calls/*/function/arguments',
  ],
  [
    'chat: a stream with arguments of another type',
    chatCallStream((events) => {
      events.find(({ choices }) => choices[0].delta.tool_calls?.[0].function.arguments).choices[0].delta.tool_calls[0].function.arguments =
        '{"latitude": [52], ';
    }),
    'stream x-asked /choices/*/delta/tool_calls/*/function/arguments',
  ],
  [
    'messages: arguments of another type',
    messageCall((body) => Object.assign(first(body.content, 'tool_use'), { input: { city: ['Berlin'] } })),
    'response x-asked /content/*/input',
  ],
  [
    'messages: a stream with arguments of another type',
    messageCallStream((events) => {
      events.find(({ delta }) => delta?.partial_json).delta.partial_json = '{"city":7,"town":"';
    }),
    'stream x-asked /delta/partial_json',
  ],
  [
    'Gemini: arguments of another type',
    contentCall((body) => {
      body.candidates[0].content.parts[0].functionCall.args = { city: { name: 'Berlin' } };
    }),
    'response x-asked /candidates/*/content/parts/*/functionCall/args',
  ],
  [
    'Gemini: a stream with arguments of another type',
    contentCallStream((events) => {
      events[0].candidates[0].content.parts[0].functionCall.args = { city: 7 };
    }),
    'stream x-asked /candidates/*/content/parts/*/functionCall/args',
  ],
  [
    'chat: arguments wrapped in a member that the tool does not know',
    chatCall(({ choices: [{ message: said }] }) => {
      said.tool_calls[0].function.arguments = JSON.stringify({ arguments: said.tool_calls[0].function.arguments });
    }),
    'response x-asked /choices/*/message/tool_calls/*/function/arguments',
  ],
  [
    'messages: arguments wrapped as text',
    messageCall((body) => {
      const call = first(body.content, 'tool_use');
      call.input = { arguments: JSON.stringify(call.input) };
    }),
    'response x-asked /content/*/input',
  ],
  [
    'messages: a stream with arguments that are wrapped',
    messageCallStream((events) => {
      const pieces = events.filter(({ delta }) => delta?.partial_json);
      (pieces[0] as Loose).delta.partial_json = `{"input":${(pieces[0] as Loose).delta.partial_json}`;
      (pieces.at(-1) as Loose).delta.partial_json += '}';
    }),
    'stream x-asked /delta/partial_json',
  ],
  [
    'Gemini: arguments wrapped in a member that the function does not know',
    contentCall((body) => {
      const call = body.candidates[0].content.parts[0].functionCall;
      call.args = { parameters: call.args };
    }),
    'response x-asked /candidates/*/content/parts/*/functionCall/args',
  ],
  [
    'messages: a strict tool without its arguments',
    wanting(
      { tools: [{ name: 'get_weather', strict: true, input_schema: { type: 'object', properties: {}, required: ['city'] } }] },
      messageCall((body) => Object.assign(first(body.content, 'tool_use'), { input: {} })),
    ),
    'response x-asked /content/*/input',
  ],
  [
    'Responses: arguments that a strict tool does not take',
    responseCall((body) => Object.assign(first(body.output, 'function_call'), { arguments: '{"city":"Berlin","unit":"C"}' })),
    'response x-asked /output/*/arguments',
  ],
  [
    'Responses: a strict tool without its arguments',
    responseCall((body) => Object.assign(first(body.output, 'function_call'), { arguments: '{}' })),
    'response x-asked /output/*/arguments',
  ],
  [
    'Responses: a stream with arguments that a strict tool does not take',
    streamed('createResponse', 'tool-call.stream', (events) => JSON.parse(JSON.stringify(events).replaceAll('city', 'town')) as Loose[]),
    'stream x-asked /response/output/*/arguments',
  ],
  [
    'chat: reasoning in the text',
    chat(({ choices: [{ message: said }] }) => {
      said.content = `<think>Easy.</think>${said.content}`;
    }),
    'response x-asked /choices/*/message/content',
  ],
  [
    'chat: the end of reasoning in the text',
    chat(({ choices: [{ message: said }] }) => {
      said.content = `It is easy.\n</think>\n\n${said.content}`;
    }),
    'response x-asked /choices/*/message/content',
  ],
  [
    'messages: the end of reasoning in the text',
    message((body) => {
      body.content[0].text = 'It is easy.\n</think>\n\nTokyo.';
    }),
    'response x-asked /content/*/text',
  ],
  [
    'chat: a stream of reasoning in the text',
    chatStream((events) => {
      events[0].choices[0].delta.content = '<think>Easy.</think>';
    }),
    'stream x-asked /choices/*/delta/content',
  ],
  [
    'chat: reasoning that was declined',
    wanting(
      { thinking: { type: 'disabled' } },
      answered(chatId, 'claude-4-5-sonnet-reasoning', () => {}),
    ),
    'response x-asked /choices/*/message/reasoning_content',
  ],
  [
    'messages: thinking that was declined',
    wanting(
      { thinking: { type: 'disabled' } },
      answered('createMessage', 'anthropic-protocol.thinking', () => {}),
    ),
    'response x-asked /content/*/thinking',
  ],
  [
    'messages: a stream of thinking that was declined',
    wanting(
      { thinking: { type: 'disabled' } },
      streamed('createMessage', 'thinking.stream', () => {}),
    ),
    'stream x-asked /delta/thinking',
  ],
  [
    'Gemini: thoughts that were declined',
    wanting(
      { generationConfig: { thinkingConfig: { includeThoughts: false } } },
      answered('generateContent', '.thinking', () => {}),
    ),
    'response x-asked /candidates/*/content/parts/*/text',
  ],
];
