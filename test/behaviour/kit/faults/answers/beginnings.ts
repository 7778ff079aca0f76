/** What begins is empty, comes first, once, and is of its own; what ends is sealed. */
import { eventsLike, eventWith } from '../changed.js';
import type { Fault, Loose } from '../exchange.js';

const responses = 'createResponse';
const text = 'bypass-responses-protocol.stream';
const call = 'tool-call.stream';
const thinking = 'thinking.stream';
const messages = 'createMessage';
const message = 'anthropic-protocol.stream';
const thought = 'anthropic-protocol.thinking.stream';
const chat = 'createChatCompletion';
const chatText = 'chat-completion.stream';
const chatCall = 'tool-call-stream';
const item = { type: 'message', id: 'msg_1', role: 'assistant', status: 'completed', content: [] };
const usage = { input_tokens: 1, output_tokens: 1, total_tokens: 2 };

const withoutSeal = (events: Loose[]) => events.filter(({ delta }) => delta?.type !== 'signature_delta');

export const beginnings: Fault[] = [
  ['Responses: in_progress twice', eventsLike(responses, text, (events) => events.toSpliced(1, 0, events[1])), 'stream order /type'],
  [
    'Responses: in_progress after the first item',
    eventsLike(responses, text, ([first, second, ...events]) => [first, ...events.slice(0, 4), second, ...events.slice(4)]),
    'stream order /type',
  ],
  ['Responses: created with output', eventWith(responses, text, 0, { '/response/output': [item] }), 'stream x-refuse /response/output'],
  ['Responses: created with usage', eventWith(responses, text, 0, { '/response/usage': usage }), 'stream x-refuse /response/usage'],
  [
    'Responses: created, and completed already',
    eventWith(responses, text, 0, { '/response/status': 'completed' }),
    'stream x-refuse /response/status',
  ],
  [
    'Responses: in_progress with the time of its end',
    eventWith(responses, text, 1, { '/response/completed_at': 1790582090 }),
    'stream x-refuse /response/completed_at',
  ],
  ['Responses: in_progress with output', eventWith(responses, text, 1, { '/response/output': [item] }), 'stream x-refuse /response/output'],
  [
    'Responses: an item that begins completed',
    eventWith(responses, text, 'response.output_item.added', { '/item/status': 'completed' }),
    'stream x-refuse /item/status',
  ],
  [
    'Responses: an item that begins with its text',
    eventWith(responses, text, 'response.output_item.added', { '/item/content': [{ type: 'output_text', text: '1', annotations: [] }] }),
    'stream x-refuse /item/content',
  ],
  [
    'Responses: a call that begins with its arguments',
    eventWith(responses, call, 'response.output_item.added', { '/item/arguments': '{"city":"Berlin"}' }),
    'stream x-refuse /item/arguments',
  ],
  [
    'Responses: reasoning that begins with its summary',
    eventWith(responses, thinking, 'response.output_item.added', { '/item/summary': [{ type: 'summary_text', text: 'x' }] }),
    'stream x-refuse /item/summary',
  ],
  [
    'Responses: a part that begins with its text',
    eventWith(responses, text, 'response.content_part.added', { '/part/text': '1, 2, 3' }),
    'stream x-refuse /part/text',
  ],
  [
    'Responses: a part that begins with its sources',
    eventWith(responses, text, 'response.content_part.added', {
      '/part/annotations': [{ type: 'url_citation', url: 'https://x.example', title: 'x', start_index: 0, end_index: 1 }],
    }),
    'stream x-refuse /part/annotations',
  ],
  [
    'Responses: a summary that begins with its text',
    eventWith(responses, thinking, 'response.reasoning_summary_part.added', { '/part/text': 'x' }),
    'stream x-refuse /part/text',
  ],
  [
    'Responses: an item that still goes on in the end',
    eventWith(responses, text, -1, { '/response/output/0/status': 'in_progress' }),
    'stream x-refuse /response/output/*/status',
  ],
  [
    'Responses: another temperature in the end',
    eventWith(responses, text, -1, { '/response/temperature': 0.1 }),
    'stream same /response/temperature',
  ],
  [
    'Responses: two items of one id',
    eventsLike(responses, thinking, (events) => {
      const [first, second] = events.filter(({ type }) => type === 'response.output_item.added');
      return JSON.parse(JSON.stringify(events).replaceAll(second.item.id, first.item.id));
    }),
    'stream distinct /item/id',
  ],
  [
    'Responses: an item without an id',
    eventsLike(responses, text, (events) => JSON.parse(JSON.stringify(events).replaceAll(events[2].item.id, ''))),
    'stream x-filled /item/id',
  ],
  [
    'Responses: the end in another word',
    eventsLike(responses, text, (events) => [...events.slice(0, -1), { ...events.at(-1), type: 'response.complete' }]),
    'stream enum /type',
  ],
  [
    'messages: a beginning with a stop sequence',
    eventWith(messages, message, 0, { '/message/stop_sequence': 'x' }),
    'stream x-refuse /message/stop_sequence',
  ],
  [
    'messages: a block that begins with its text',
    eventWith(messages, message, 'content_block_start', { '/content_block/text': '1' }),
    'stream x-refuse /content_block/text',
  ],
  [
    'messages: a call that begins with its arguments',
    eventWith(messages, call, 5 - 1, { '/content_block/input': { city: 'Berlin' } }),
    'stream x-refuse /content_block/input',
  ],
  [
    'messages: thinking that begins with its text',
    eventWith(messages, thought, 'content_block_start', { '/content_block/thinking': 'x' }),
    'stream x-refuse /content_block/thinking',
  ],
  ['messages: thinking without its signature', eventsLike(messages, thought, withoutSeal), 'stream seal /type'],
  ['messages: thinking with an empty signature', eventWith(messages, thought, 3, { '/delta/signature': '' }), 'stream seal /type'],
  [
    'messages: a signature before the thinking',
    eventsLike(messages, thought, (events) => events.toSpliced(2, 2, events[3], events[2])),
    'stream seal ',
  ],
  [
    'messages: a signature among the thinking',
    eventsLike(messages, thought, (events) =>
      events.with(3, { ...events[3], delta: { type: 'thinking_delta', thinking: '', signature: 'x' } }),
    ),
    'stream x-refuse /delta/signature',
  ],
  [
    'messages: two calls of one id',
    eventsLike(messages, call, (events) => [
      ...events.slice(0, 8),
      ...events.slice(4, 8).map((event) => ({ ...event, index: 2 })),
      ...events.slice(8),
    ]),
    'stream distinct /content_block/id',
  ],
  [
    'chat: a role that comes late',
    eventsLike(chat, chatText, (events) => {
      for (const { choices } of events.slice(0, 4)) delete choices[0].delta.role;
      return events;
    }),
    'stream order /choices/*/delta/role',
  ],
  [
    'chat: two calls of one id',
    eventsLike(chat, chatCall, (events) => {
      const at = events.findIndex(({ choices }) => choices[0].delta.tool_calls);
      const second = structuredClone(events[at]);
      Object.assign(second.choices[0].delta.tool_calls[0], { index: 1, function: { name: 'weather', arguments: '{}' } });
      return events.toSpliced(at, 0, second);
    }),
    'stream distinct /choices/*/delta/tool_calls/*/id',
  ],
  ['chat: a time that is not known', eventWith(chat, chatText, 0, { '/created': 0 }), 'stream x-time /created'],
  ['chat: a model without a name', eventWith(chat, chatText, 0, { '/model': '' }), 'stream minLength /model'],
  [
    'chat: the end of another protocol',
    eventWith(chat, chatText, -1, { '/choices/0/finish_reason': 'end_turn' }),
    'stream x-text /choices/*/finish_reason',
  ],
  [
    'messages: the end of another protocol',
    eventWith(messages, message, 'message_delta', { '/delta/stop_reason': 'stop' }),
    'stream x-text /delta/stop_reason',
  ],
  [
    'Gemini: the end of another protocol',
    eventWith('streamGenerateContent', 'bypass-vertex-gemini-protocol', -1, { '/candidates/0/finishReason': 'stop' }),
    'stream x-text /candidates/*/finishReason',
  ],
  [
    'Gemini: a time that changes',
    eventWith('streamGenerateContent', 'bypass-vertex-gemini-protocol', 2, { '/createTime': '2026-09-28T07:54:31Z' }),
    'stream same /createTime',
  ],
];
