/** Streams that look odd and are right. */
import { type EventsChange, errorOf, type LegalVariant, type Loose, streamed, wanting } from '../exchange.js';

const chatId = 'createChatCompletion';
const chatStream = (change: EventsChange) => streamed(chatId, 'chat-completion.stream', change);
const chatCalls = (change: EventsChange) => streamed(chatId, 'tool-call-stream', change);
const messages = (change: EventsChange) => streamed('createMessage', 'anthropic-protocol.stream', change);
const messagesCall = (change: EventsChange) => streamed('createMessage', 'tool-call.stream', change);
const gemini = (change: EventsChange) => streamed('streamGenerateContent', 'bypass-vertex-gemini-protocol', change);
const responses = (change: EventsChange) => streamed('createResponse', 'bypass-responses-protocol.stream', change);

const thought = (change: EventsChange) => streamed('createMessage', 'anthropic-protocol.thinking.stream', change);
const numbered = (events: Loose[]) => events.map((event, index) => ({ ...event, sequence_number: index }));
const withoutRoles = (events: Loose[], from: number) => {
  for (const { choices } of events.slice(from)) delete choices[0].delta.role;
  return events;
};

export const legalStreams: LegalVariant[] = [
  [
    'a chunk of counts without a choice',
    chatStream((events) => {
      const { usage, ...last } = events.at(-1);
      return [...events.slice(0, -1), last, { ...last, choices: [], usage }];
    }),
  ],
  [
    'counts on every chunk',
    chatStream((events) =>
      events.map((event, index) => ({ ...event, usage: { prompt_tokens: 37, completion_tokens: index, total_tokens: 37 + index } })),
    ),
  ],
  [
    'a finish word that is new',
    chatStream((events) => {
      events.at(-1).choices[0].finish_reason = 'content_policy';
    }),
  ],
  [
    'arguments that break off at the limit',
    chatCalls((events) => {
      const calls = events.filter((event) => event.choices[0].delta.tool_calls);
      events.at(-1).choices[0].finish_reason = 'length';
      return events.filter((event) => event !== calls.at(-1));
    }),
  ],
  [
    'a call whose id is told again',
    chatCalls((events) => {
      const calls = events.filter((event) => event.choices[0].delta.tool_calls).map((event) => event.choices[0].delta.tool_calls[0]);
      for (const call of calls) call.id = calls[0].id;
    }),
  ],
  [
    'a call that is finished with `stop`',
    chatCalls((events) => {
      events.at(-1).choices[0].finish_reason = 'stop';
    }),
  ],
  [
    'two calls at once',
    chatCalls((events) => {
      const at = events.findIndex((event) => event.choices[0].delta.tool_calls);
      const second = structuredClone(events[at]);
      Object.assign(second.choices[0].delta.tool_calls[0], { index: 1, id: 'call_second', function: { name: 'weather', arguments: '{}' } });
      return events.toSpliced(at, 0, second);
    }),
  ],
  [
    'text with the finish',
    chatStream((events) => {
      events.at(-1).choices[0].delta = { content: '.' };
    }),
  ],
  [
    'two choices, the second first',
    wanting(
      { n: 2 },
      chatStream((events) => events.flatMap((event) => [1, 0].map((index) => ({ ...event, choices: [{ ...event.choices[0], index }] })))),
    ),
  ],
  ['an error in the middle', chatStream((events) => [...events.slice(0, 3), errorOf('openai', 500)])],
  ['members that are new', chatStream((events) => events.map((event) => ({ ...event, system_fingerprint: 'fp_1', service_tier: null })))],
  ['pings anywhere', messages((events) => events.flatMap((event) => [event, { type: 'ping' }]).slice(0, -1))],
  [
    'a call without arguments',
    wanting(
      { tools: [{ name: 'get_weather', input_schema: { type: 'object' } }] },
      messagesCall((events) => events.filter((event) => event.delta?.type !== 'input_json_delta')),
    ),
  ],
  [
    'a call with empty pieces',
    messagesCall((events) => {
      for (const { delta } of events) if (delta?.type === 'input_json_delta') delta.partial_json = '';
    }),
  ],
  ['a message without content', messages((events) => events.filter(({ type }) => !type.startsWith('content_block')))],
  ['an overload in the middle', messages((events) => [...events.slice(0, 4), errorOf('anthropic', 500)])],
  [
    'a stop reason that is new',
    messages((events) => {
      events.find(({ type }) => type === 'message_delta').delta.stop_reason = 'compaction';
    }),
  ],
  ['a last event without content', gemini((events) => void delete events.at(-1).candidates[0].content)],
  [
    'what a filter found, before the first choice',
    chatStream((events) => [
      { id: '', object: '', created: 0, model: '', choices: [], prompt_filter_results: [{ prompt_index: 0 }] },
      ...events,
    ]),
  ],
  [
    'a prompt that is blocked, and counted in the end',
    gemini(([first]) => [
      { promptFeedback: { blockReason: 'SAFETY' }, modelVersion: first.modelVersion, responseId: first.responseId },
      { usageMetadata: { promptTokenCount: 5, totalTokenCount: 5 }, modelVersion: first.modelVersion, responseId: first.responseId },
    ]),
  ],
  [
    'a prompt that is blocked',
    gemini((events) => [
      { promptFeedback: { blockReason: 'SAFETY' }, modelVersion: events[0].modelVersion, responseId: events[0].responseId },
    ]),
  ],
  [
    'a finish reason of Gemini that is new',
    gemini((events) => {
      events.at(-1).candidates[0].finishReason = 'TIRED';
    }),
  ],
  [
    'an answer that is incomplete',
    responses((events) => [
      ...events.slice(0, 6),
      {
        ...events.at(-1),
        type: 'response.incomplete',
        sequence_number: 6,
        response: { ...events.at(-1).response, status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } },
      },
    ]),
  ],
  [
    'an answer that failed',
    responses((events) => [
      ...events.slice(0, 3),
      {
        ...events.at(-1),
        type: 'response.failed',
        sequence_number: 3,
        response: { ...events.at(-1).response, status: 'failed', output: [], error: { code: 'server_error', message: 'no' } },
      },
    ]),
  ],
  ['an event of messages that is new', messages(([first, ...events]) => [first, { type: 'content_block_hint', index: 0 }, ...events])],
  [
    'events of Responses that are new',
    responses((events) =>
      numbered([
        ...events.slice(0, 3),
        { type: 'response.web_search_call.searching', output_index: 0, item_id: 'ws_1' },
        ...events.slice(3),
      ]),
    ),
  ],
  ['no in_progress', responses(([first, _, ...events]) => numbered([first, ...events]))],
  [
    'queued before in_progress',
    responses(([first, ...events]) =>
      numbered([first, { ...first, type: 'response.queued', response: { ...first.response, status: 'queued' } }, ...events]),
    ),
  ],
  ['a role on the first chunk alone', chatStream((events) => withoutRoles(events, 1))],
  ['no role', chatStream((events) => withoutRoles(events, 0))],
  [
    'names and ids of calls that are empty later',
    chatCalls((events) => {
      for (const { choices } of events)
        for (const call of choices[0].delta.tool_calls ?? []) {
          call.id ??= '';
          call.function.name ??= '';
        }
    }),
  ],
  ['a signature in two pieces', thought((events) => events.toSpliced(4, 0, events[3]))],
  ['thinking that is not shown', thought((events) => events.filter(({ delta }) => delta?.type !== 'thinking_delta'))],
  [
    'thinking of another model without a signature',
    wanting(
      { model: 'moonshotai/kimi-k2.5' },
      thought((events) => {
        events[0].message.model = 'moonshotai/kimi-k2.5';
        return events.filter(({ delta }) => delta?.type !== 'signature_delta');
      }),
    ),
  ],
  [
    'counts of every chunk, from 0',
    chatStream((events) =>
      events.map((event, index) => ({ ...event, usage: { prompt_tokens: 5, completion_tokens: index, total_tokens: 5 + index } })),
    ),
  ],
  [
    'messages: counts from 0 at the beginning',
    messages(([start, ...events]) => {
      start.message.usage.output_tokens = 0;
      return [start, ...events];
    }),
  ],
  [
    'counts in an event of their own',
    gemini((events) => {
      const { candidates: _, ...counts } = events.at(-1);
      return [...events, counts];
    }),
  ],
  ['numbers from 1', responses((events) => events.map((event) => ({ ...event, sequence_number: event.sequence_number + 1 })))],
  [
    'a call that is told at once',
    streamed('createResponse', 'bypass-responses-protocol.tool-call.stream', (events) =>
      numbered(events.filter(({ type }) => type !== 'response.function_call_arguments.delta')),
    ),
  ],
];
