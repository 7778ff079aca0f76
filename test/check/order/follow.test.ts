/** The order of events, on the shortest streams that show it. */
import { expect, test } from 'vitest';
import { streamOrders } from '../../../compiled/stream-orders.js';
import { compileOrder } from '../../../src/check/order/follow.js';
import type { Json } from '../../../src/contract/prepared/json.js';
import type { StreamOrder } from '../../../src/contract/prepared/stream-order.js';

/** What is said of each event. */
function follow(protocol: string, events: Json[], ends = false): string[] {
  const told: string[] = [];
  const stream = compileOrder(streamOrders[protocol] as StreamOrder)(({ event, pointer, expected }) =>
    told.push(`${event} ${pointer} ${expected}`),
  );
  for (const event of events) stream.follow(event);
  if (ends) stream.end();
  return told;
}

const start = { type: 'message_start' };
const stop = { type: 'message_stop' };
const end = { type: 'message_delta', delta: { stop_reason: 'max_tokens' } };
const block = (kind: string, index = 0) => ({ type: `content_block_${kind}`, index });

test.each<[string, Json[], string[]]>([
  [
    'blocks one after the other',
    [start, block('start'), { type: 'ping' }, block('delta'), block('stop'), block('start', 1), block('stop', 1), end, stop],
    [],
  ],
  ['no start', [block('start'), block('stop')], ['1 /type must come after message_start']],
  ['two starts', [start, start], ['2 /type must come once']],
  ['a block in a block', [start, block('start'), block('start', 1)], ['3 /type must come after content_block_stop of block 0']],
  ['a piece of a closed block', [start, block('start'), block('stop'), block('delta')], ['4 /index must not be that of a closed block']],
  ['a piece of no block', [start, block('delta', 3)], ['2 /index must be that of an open block']],
  ['an end before the end of a block', [start, block('start'), end], ['3 /type must come after content_block_stop of block 0']],
  ['a gap', [start, block('start', 1)], ['2 /index must be 0, the next block']],
  ['an index twice', [start, block('start'), block('stop'), block('start')], ['4 /index must not be that of a closed block']],
  ['more after the end', [start, end, stop, end], ['4 /type must not come after message_stop']],
  ['no reason of the end', [start, stop], ['2 /type must come after an event with /delta/stop_reason']],
])('messages: %s', (_, events, expected) => {
  expect(follow('messages', events)).toEqual(expected);
});

const event = (sequence_number: number, type: string, output_index?: number): Json => ({
  type: `response.${type}`,
  sequence_number,
  ...(output_index !== undefined && { output_index }),
});

test.each<[string, Json[], string[]]>([
  [
    'an item that opens and grows',
    [event(0, 'created'), event(1, 'output_item.added', 0), event(2, 'output_item.done', 0), event(3, 'completed')],
    [],
  ],
  ['a gap', [event(0, 'created'), event(2, 'in_progress'), event(3, 'incomplete')], ['2 /sequence_number must be 1']],
  ['another beginning', [event(0, 'in_progress')], ['1 /type must come after response.created']],
  ['a piece of no item', [event(0, 'created'), event(1, 'output_text.delta', 0)], ['2 /output_index must be that of an open item']],
  [
    'an item that does not close',
    [event(0, 'created'), event(1, 'output_item.added', 0), event(2, 'completed')],
    ['3 /type must come after response.output_item.done of item 0'],
  ],
  ['nothing', [event(0, 'created'), event(1, 'completed')], ['2  must come after the first item']],
  ['more after the end', [event(0, 'created'), event(1, 'failed'), event(2, 'completed')], ['3 /type must not come after response.failed']],
])('responses: %s', (_, events, expected) => {
  expect(follow('responses', events)).toEqual(expected);
});

test('chat completions: all chunks have one id', () => {
  expect(follow('chat-completions', [{ id: 'a' }, { id: 'a' }, { id: 'b' }])).toEqual(['3 /id must be the same on every event, "a"']);
});
