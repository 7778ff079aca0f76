/** In which order the events of a stream come. */
import { asNumber, asObject, asText } from '../parts/json.js';
import type { StreamOrder } from '../parts/protocol.js';

/** Events are counted, the response opens first, and an output item opens before what is told of it. */
export function responsesOrder(): StreamOrder {
  let next = 0;
  let ended = false;
  const items = new Set<number>();
  return {
    follow(event) {
      const { type, sequence_number, output_index } = asObject(event);
      const expected = next;
      next = (asNumber(sequence_number) ?? next) + 1;
      if (sequence_number !== expected) return { pointer: '/sequence_number', expected: `must be ${expected}` };
      if (expected === 0 && asText(type) !== 'response.created') return { pointer: '/type', expected: 'must come after response.created' };
      if (ended) return { pointer: '/type', expected: 'must not come after the end of the response' };
      ended = /^response\.(completed|incomplete|failed)$/.test(asText(type));
      const item = asNumber(output_index);
      if (type === 'response.output_item.added' && item !== undefined) items.add(item);
      if (item === undefined || items.has(item)) return undefined;
      return { pointer: '/output_index', expected: 'must be that of an item that was added' };
    },
  };
}
