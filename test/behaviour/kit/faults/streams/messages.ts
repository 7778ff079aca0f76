/** Streams of the Messages protocol. */
import { type EventsChange, type Fault, type Loose, streamed } from '../exchange.js';

const id = 'createMessage';
const text = (change: EventsChange) => streamed(id, 'anthropic-protocol.stream', change);
const call = (change: EventsChange) => streamed(id, 'tool-call.stream', change);
const thinking = (change: EventsChange) => streamed(id, 'thinking.stream', change);
const bypass = (change: EventsChange) => streamed('createBypassMessage', 'bypass-anthropic-protocol.stream', change);
const without = (events: Loose[], type: string): Loose[] => events.filter((event) => event.type !== type);
const first = (events: Loose[], type: string): Loose => events.find((event) => event.type === type);
const delta = (events: Loose[], type: string): Loose => events.find((event) => event.delta?.type === type);
const callStart = (events: Loose[]): Loose => events.find((event) => event.content_block?.type === 'tool_use');

export const messagesStreams: Fault[] = [
  ['nothing at all', text(() => ''), 'stream end '],
  ['only pings', text(() => [{ type: 'ping' }]), 'stream end '],
  ['only the end', text((events) => events.slice(-1)), 'stream order /type'],
  [
    'an event of responses',
    text((events) => events.toSpliced(4, 0, { type: 'response.output_text.delta', delta: 'x' })),
    'stream enum /type',
  ],
  ['no start', text((events) => events.slice(1)), 'stream order /type'],
  ['two starts', text((events) => [events[0], ...events]), 'stream order /type'],
  ['no delta of the message', text((events) => without(events, 'message_delta')), 'stream finish /type'],
  ['no delta of the message, on the bypass', bypass((events) => without(events, 'message_delta')), 'stream finish /type'],
  ['no stop', text((events) => without(events, 'message_stop')), 'stream end '],
  ['a terminator of another protocol', text((events) => [...events, '[DONE]']), 'stream type '],
  [
    'a stop reason that is null to the end',
    text((events) => {
      first(events, 'message_delta').delta.stop_reason = null;
    }),
    'stream finish /type',
  ],
  [
    'a stop text that is not told',
    text((events) => {
      first(events, 'message_delta').delta.stop_reason = 'stop_sequence';
    }),
    'stream x-filled /delta/stop_sequence',
  ],
  [
    'an error as other protocols have it',
    text((events) => [...events.slice(0, 4), { error: { message: 'It broke.', type: 'server_error' } }]),
    'stream dialect ',
  ],
  [
    'an error after the end',
    text((events) => [...events, { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded.' } }]),
    'stream end ',
  ],
  [
    'a text that goes on after an error',
    text((events) => [
      ...events.slice(0, 3),
      { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded.' } },
      ...events.slice(3),
    ]),
    'stream error ',
  ],
  [
    'two stop reasons',
    text((events) => [...events.slice(0, -1), first(events, 'message_delta'), events.at(-1)]),
    'stream finish /delta/stop_reason',
  ],
  [
    'a block after the stop reason',
    text((events) => [
      ...events.slice(0, -1),
      { ...first(events, 'content_block_start'), index: 1 },
      { type: 'content_block_stop', index: 1 },
      events.at(-1),
    ]),
    'stream order ',
  ],
  ['text after the stop', text((events) => [...events, delta(events, 'text_delta')]), 'stream order /type'],
  ['a block that never opens', text((events) => without(events, 'content_block_start')), 'stream order /index'],
  ['a block that never closes', text((events) => without(events, 'content_block_stop')), 'stream order /type'],
  [
    'a piece of a block that is not open',
    text((events) => {
      delta(events, 'text_delta').index = 7;
    }),
    'stream order /index',
  ],
  ['a piece of a closed block', text((events) => events.toSpliced(-2, 0, delta(events, 'text_delta'))), 'stream order /index'],
  [
    'an index twice',
    thinking((events) => events.map((event) => (event.index === undefined ? event : { ...event, index: 0 }))),
    'stream order /index',
  ],
  [
    'an index that jumps',
    text((events) => events.map((event) => (event.index === undefined ? event : { ...event, index: 4 }))),
    'stream order /index',
  ],
  [
    'blocks in each other',
    thinking((events) => {
      const start = events.findIndex((event) => event.type === 'content_block_start' && event.index === 1);
      return [...events.slice(0, 2), events[start], ...events.slice(2, start), ...events.slice(start + 1)];
    }),
    'stream order /type',
  ],
  [
    'text in a call',
    call((events) =>
      events.toSpliced(events.indexOf(callStart(events)) + 1, 0, {
        type: 'content_block_delta',
        index: callStart(events).index,
        delta: { type: 'text_delta', text: 'hm' },
      }),
    ),
    'stream sort /delta/type',
  ],
  [
    'arguments in a text',
    text((events) => {
      delta(events, 'text_delta').delta = { type: 'input_json_delta', partial_json: '{}' };
    }),
    'stream sort /delta/type',
  ],
  [
    'text in thinking',
    thinking((events) => {
      delta(events, 'thinking_delta').delta = { type: 'text_delta', text: 'hm' };
    }),
    'stream sort /delta/type',
  ],
  [
    'a seal on text',
    text((events) => {
      delta(events, 'text_delta').delta = { type: 'signature_delta', signature: 'c2VhbA==' };
    }),
    'stream sort /delta/type',
  ],
  [
    'arguments that break off',
    call((events) => events.filter((event) => event !== events.findLast((one) => one.delta?.type === 'input_json_delta'))),
    'stream joined /delta/partial_json',
  ],
  [
    'arguments that are a text',
    call((events) => {
      for (const event of events) if (event.delta?.type === 'input_json_delta') event.delta.partial_json = '';
      delta(events, 'input_json_delta').delta.partial_json = '"Oslo"';
    }),
    'stream joined /delta/partial_json',
  ],
  ['a call without id', call((events) => void delete callStart(events).content_block.id), 'stream required /content_block/id'],
  [
    'a call with an empty name',
    call((events) => {
      callStart(events).content_block.name = '';
    }),
    'stream x-filled /content_block/name',
  ],
  [
    'a stop for a call without a call',
    text((events) => {
      first(events, 'message_delta').delta.stop_reason = 'tool_use';
    }),
    'stream finish /delta/stop_reason',
  ],
  [
    'the end of a turn after a call',
    call((events) => {
      first(events, 'message_delta').delta.stop_reason = 'end_turn';
    }),
    'stream finish /delta/stop_reason',
  ],
  [
    'usage that falls',
    text((events) => {
      first(events, 'message_start').message.usage.output_tokens = 5000;
    }),
    'stream rising /usage/output_tokens',
  ],
  [
    'a negative count',
    text((events) => {
      first(events, 'message_delta').usage.output_tokens = -1;
    }),
    'stream minimum /usage/output_tokens',
  ],
  [
    'a message without id',
    text((events) => {
      first(events, 'message_start').message.id = '';
    }),
    'stream x-filled /message/id',
  ],
  [
    'a name that is not the type',
    text((events) => {
      const [start, ...rest] = events;
      return `event: message_begin\ndata: ${JSON.stringify(start)}\n\n${rest.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('')}`;
    }),
    'stream event ',
  ],
  ['no names', text((events) => events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('')), 'stream event '],
  [
    'chunks of the chat protocol',
    text(() => [{ id: 'a', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [] }]),
    'stream required /type',
  ],
  [
    'tokens of the prompt that are forgotten',
    text((events) => {
      first(events, 'message_delta').usage.input_tokens = 0;
    }),
    'stream rising /usage/input_tokens',
  ],
];
