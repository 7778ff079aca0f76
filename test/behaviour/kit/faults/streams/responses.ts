/** Streams of the Responses protocol. */
import { type EventsChange, type Fault, type Loose, streamed } from '../exchange.js';

const id = 'createResponse';
const text = (change: EventsChange) => streamed(id, 'bypass-responses-protocol.stream', change);
const call = (change: EventsChange) => streamed(id, 'tool-call.stream', change);
const thinking = (change: EventsChange) => streamed(id, 'thinking.stream', change);
/** Without some, and counted anew. */
const counted = (events: Loose[]): Loose[] => events.map((event, index) => ({ ...event, sequence_number: index }));
const without = (events: Loose[], type: string): Loose[] => counted(events.filter((event) => event.type !== `response.${type}`));
const first = (events: Loose[], type: string): Loose => events.find((event) => event.type === `response.${type}`);
const failed = (events: Loose[]): Loose => ({
  type: 'response.failed',
  response: {
    ...events.at(-1).response,
    status: 'failed',
    completed_at: null,
    error: { code: 'server_error', message: 'It broke.' },
  },
});

export const responsesStreams: Fault[] = [
  [
    'an error as chats have it',
    text((events) => [...events.slice(0, 4), { error: { message: 'It broke.', type: 'server_error' } }]),
    'stream dialect ',
  ],
  ['nothing at all', text(() => ''), 'stream end '],
  ['only the end', text((events) => counted(events.slice(-1))), 'stream order /type'],
  [
    'an event of messages',
    text((events) => counted(events.toSpliced(5, 0, { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'x' } }))),
    'stream enum /type',
  ],
  ['no response.created', text((events) => without(events, 'created')), 'stream order /type'],
  ['response.created twice', text((events) => counted([events[0], ...events])), 'stream order /type'],
  ['no end', text((events) => events.slice(0, -1)), 'stream end '],
  ['an event after the end', text((events) => counted([...events, events[1]])), 'stream order /type'],
  [
    'an error after the end',
    text((events) => counted([...events, { type: 'error', code: 'server_error', message: 'It broke.', param: null }])),
    'stream end ',
  ],
  ['a failure after the end', text((events) => counted([...events, failed(events)])), 'stream end '],
  ['two ends', text((events) => counted([...events, events.at(-1)])), 'stream order /type'],
  [
    'a text that goes on after an error',
    text((events) =>
      counted([...events.slice(0, 5), { type: 'error', code: 'server_error', message: 'It broke.', param: null }, ...events.slice(5)]),
    ),
    'stream error ',
  ],
  [
    'a number that stands',
    text((events) => {
      events[3].sequence_number = events[2].sequence_number;
    }),
    'stream count /sequence_number',
  ],
  [
    'a number that falls',
    text((events) => {
      events[5].sequence_number = 1;
    }),
    'stream count /sequence_number',
  ],
  [
    'a number that jumps',
    text((events) => {
      events[3].sequence_number += 2;
    }),
    'stream count /sequence_number',
  ],
  [
    'a text that is unlike its pieces',
    text((events) => {
      first(events, 'output_text.done').text += '!';
    }),
    'stream joined /text',
  ],
  [
    'a piece that is missing',
    text((events) => counted(events.filter((event) => event !== first(events, 'output_text.delta')))),
    'stream joined /text',
  ],
  [
    'a part that is unlike its pieces',
    text((events) => {
      first(events, 'content_part.done').part.text = '';
    }),
    'stream joined /part/text',
  ],
  [
    'an item that is unlike its pieces',
    text((events) => {
      first(events, 'output_item.done').item.content[0].text += '!';
    }),
    'stream joined /item/content/*/text',
  ],
  [
    'an item without its part',
    text((events) => {
      first(events, 'output_item.done').item.content = [];
    }),
    'stream joined /item/content/*/text',
  ],
  [
    'an item of another id when it is done',
    text((events) => {
      first(events, 'output_item.done').item.id = 'msg_other';
    }),
    'stream same /item/id',
  ],
  [
    'a piece of another item',
    text((events) => {
      first(events, 'output_text.delta').item_id = 'msg_other';
    }),
    'stream same /item_id',
  ],
  [
    'an item of another type when it is done',
    text((events) => {
      first(events, 'output_item.done').item = { ...first(events, 'output_item.done').item, type: 'web_search_call' };
    }),
    'stream same /item/type',
  ],
  ['an item that is not opened', text((events) => without(events, 'output_item.added')), 'stream order /output_index'],
  ['an item that is not closed', text((events) => without(events, 'output_item.done')), 'stream order /type'],
  ['a part that is not opened', text((events) => without(events, 'content_part.added')), 'stream order /content_index'],
  ['a part that is not closed', text((events) => without(events, 'content_part.done')), 'stream order /type'],
  [
    'an item that opens twice',
    text((events) => counted(events.flatMap((event) => (event.type === 'response.output_item.added' ? [event, event] : [event])))),
    'stream order /output_index',
  ],
  [
    'an index that jumps',
    text((events) => events.map((event) => (event.output_index === undefined ? event : { ...event, output_index: 3 }))),
    'stream order /output_index',
  ],
  [
    'an item index twice',
    thinking((events) => events.map((event) => (event.output_index === undefined ? event : { ...event, output_index: 0 }))),
    'stream order /output_index',
  ],
  [
    'an end without a result',
    text((events) => {
      events.at(-1).response.output = [];
    }),
    'stream x-filled /response/output',
  ],
  ['an end with a part of the result', thinking((events) => void events.at(-1).response.output.pop()), 'stream result /response/output'],
  [
    'an end that is unlike the items',
    text((events) => {
      events.at(-1).response.output[0].content[0].text = 'another';
    }),
    'stream result /response/output/*/content',
  ],
  [
    'an end with another item',
    text((events) => {
      events.at(-1).response.output[0].id = 'msg_other';
    }),
    'stream result /response/output/*/id',
  ],
  [
    'nothing but an end',
    text((events) => counted([events[0], { ...events.at(-1), response: { ...events.at(-1).response, output: [] } }])),
    'stream x-filled /response/output',
  ],
  [
    'an end of another status',
    text((events) => {
      events.at(-1).response.status = 'in_progress';
    }),
    'stream const /response/status',
  ],
  [
    'another id at the end',
    text((events) => {
      events.at(-1).response.id = 'resp_other';
    }),
    'stream same /response/id',
  ],
  [
    'another model at the end',
    text((events) => {
      events.at(-1).response.model = 'another';
    }),
    'stream same /response/model',
  ],
  ['another time at the end', text((events) => void events.at(-1).response.created_at++), 'stream same /response/created_at'],
  [
    'times in milliseconds',
    text((events) => void events.filter(({ response }) => response).map(({ response }) => (response.created_at *= 1000))),
    'stream x-time /response/created_at',
  ],
  [
    'arguments that are no JSON',
    call((events) => {
      first(events, 'function_call_arguments.delta').delta = '{"city":';
      for (const event of events) {
        const joined = events
          .filter(({ type }) => type === 'response.function_call_arguments.delta')
          .map(({ delta }) => delta)
          .join('');
        if (event.type === 'response.function_call_arguments.done') event.arguments = joined;
        if (event.item?.arguments) event.item.arguments = joined;
        if (event.response?.output[0]) event.response.output[0].arguments = joined;
      }
    }),
    'stream x-json /response/output/*/arguments',
  ],
  [
    'arguments that are unlike their pieces',
    call((events) => {
      first(events, 'function_call_arguments.done').arguments = '{}';
    }),
    'stream joined /arguments',
  ],
  [
    'a call that is done with other arguments',
    call((events) => {
      first(events, 'output_item.done').item.arguments = '{}';
    }),
    'stream joined /item/arguments',
  ],
  [
    'a call whose id changes',
    call((events) => {
      first(events, 'output_item.done').item.call_id = 'call_other';
    }),
    'stream same /item/call_id',
  ],
  [
    'a call whose name changes',
    call((events) => {
      first(events, 'output_item.done').item.name = 'other';
    }),
    'stream same /item/name',
  ],
  ['a call without id', call((events) => void delete first(events, 'output_item.added').item.call_id), 'stream required /item/call_id'],
  [
    'text in a call',
    call(
      (events) =>
        void Object.assign(first(events, 'function_call_arguments.delta'), {
          type: 'response.output_text.delta',
          content_index: 0,
          logprobs: [],
        }),
    ),
    'stream sort /type',
  ],
  [
    'a summary that is unlike its pieces',
    thinking((events) => {
      first(events, 'reasoning_summary_text.done').text = 'no';
    }),
    'stream joined /text',
  ],
  [
    'a total that is no sum',
    text((events) => void events.at(-1).response.usage.total_tokens++),
    'stream x-sum /response/usage/total_tokens',
  ],
  [
    'a failure without an error',
    text((events) => [
      ...events.slice(0, -1),
      { ...events.at(-1), type: 'response.failed', response: { ...events.at(-1).response, status: 'failed', error: null } },
    ]),
    'stream x-filled /response/error',
  ],
  ['no names', text((events) => events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('')), 'stream event '],
];
