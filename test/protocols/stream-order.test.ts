/** The order of events, on the shortest streams that show it. */
import { expect, test } from 'vitest';
import type { Json } from '../../src/contract/prepared.js';
import { streamOrders } from '../../src/protocols/stream-order.js';

function follow(protocol: string, events: Json[]): (string | undefined)[] {
  const order = streamOrders[protocol]?.();
  return events.map((event) => {
    const misplaced = order?.follow(event);
    return misplaced && `${misplaced.pointer} ${misplaced.expected}`;
  });
}

const start = { type: 'message_start' };
const stop = { type: 'message_stop' };
const end = { type: 'message_delta' };
const block = (kind: string, index = 0) => ({ type: `content_block_${kind}`, index });

test.each<[string, Json[], (string | undefined)[]]>([
  [
    'blocks one after the other',
    [start, block('start'), { type: 'ping' }, block('delta'), block('stop'), block('start', 1), block('stop', 1), end, stop],
    [],
  ],
  ['no start', [block('start'), block('stop')], ['/type must come after message_start', '/index must be that of the open block']],
  ['two starts', [start, start], [undefined, '/type must come once']],
  [
    'a block in a block',
    [start, block('start'), block('start', 1)],
    [undefined, undefined, '/type must come after content_block_stop of block 0'],
  ],
  [
    'a piece of a closed block',
    [start, block('start'), block('stop'), block('delta')],
    [undefined, undefined, undefined, '/index must be that of the open block'],
  ],
  [
    'an end before the end of a block',
    [start, block('start'), end],
    [undefined, undefined, '/type must come after content_block_stop of block 0'],
  ],
  ['more after the end', [start, stop, end], [undefined, undefined, '/type must not come after message_stop']],
])('messages: %s', (_, events, expected) => {
  expect(follow('messages', events)).toEqual(events.map((__, index) => expected[index]));
});

const event = (sequence_number: number, type: string, output_index?: number): Json => ({
  type: `response.${type}`,
  sequence_number,
  ...(output_index !== undefined && { output_index }),
});

test.each<[string, Json[], (string | undefined)[]]>([
  [
    'an item that opens and grows',
    [event(0, 'created'), event(1, 'output_item.added', 0), event(2, 'output_text.delta', 0), event(3, 'completed')],
    [],
  ],
  ['a gap', [event(0, 'created'), event(2, 'in_progress'), event(3, 'completed')], [undefined, '/sequence_number must be 1']],
  ['another beginning', [event(0, 'in_progress')], ['/type must come after response.created']],
  [
    'a piece of no item',
    [event(0, 'created'), event(1, 'output_text.delta', 0)],
    [undefined, '/output_index must be that of an item that was added'],
  ],
  [
    'more after the end',
    [event(0, 'created'), event(1, 'failed'), event(2, 'completed')],
    [undefined, undefined, '/type must not come after the end of the response'],
  ],
])('responses: %s', (_, events, expected) => {
  expect(follow('responses', events)).toEqual(events.map((__, index) => expected[index]));
});

test('chat completions: all chunks have one id', () => {
  expect(follow('chat-completions', [{ id: 'a' }, { id: 'a' }, { id: 'b' }])).toEqual([
    undefined,
    undefined,
    '/id must be the same on every chunk, "a"',
  ]);
});
