/** In which order the events of a stream come. */
import type { Json } from '../contract/prepared.js';
import { asNumber, asObject, asText } from './parts/json.js';

/** Follows one stream. */
export interface StreamOrder {
  /** What should have come in place of this event, and where in the event one sees it; nothing where the order is kept. */
  follow(event: Json): { pointer: string; expected: string } | undefined;
}

/** All pieces of an answer carry its id. */
function chatCompletionsOrder(): StreamOrder {
  let id: Json | undefined;
  return {
    follow(event) {
      const own = asObject(event).id;
      id ??= own;
      return own === id ? undefined : { pointer: '/id', expected: `must be the same on every chunk, ${JSON.stringify(id)}` };
    },
  };
}

/** A message opens, its blocks open, grow and close one after the other, and the message ends. */
function messagesOrder(): StreamOrder {
  let started = false;
  let stopped = false;
  let open: number | undefined;
  const late = (expected: string) => ({ pointer: '/type', expected });
  return {
    follow(event) {
      const { type, index } = asObject(event);
      if (type === 'ping') return undefined;
      if (stopped) return late('must not come after message_stop');
      stopped = type === 'message_stop';
      if (type === 'message_start') {
        if (started) return late('must come once');
        started = true;
        return undefined;
      }
      if (!started) {
        started = true;
        return late('must come after message_start');
      }
      if (type === 'content_block_start') {
        const before = open;
        open = asNumber(index);
        return before === undefined ? undefined : late(`must come after content_block_stop of block ${before}`);
      }
      if (type === 'content_block_delta' || type === 'content_block_stop') {
        const isOpen = open !== undefined && open === index;
        if (type === 'content_block_stop') open = undefined;
        return isOpen ? undefined : { pointer: '/index', expected: 'must be that of the open block' };
      }
      return open === undefined ? undefined : late(`must come after content_block_stop of block ${open}`);
    },
  };
}

/** Events are counted, the response opens first, and an output item opens before what is told of it. */
function responsesOrder(): StreamOrder {
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

/** By the names that `x-protocol` has for the protocols; absent where events may come in any order. */
export const streamOrders: Record<string, () => StreamOrder> = {
  'chat-completions': chatCompletionsOrder,
  messages: messagesOrder,
  responses: responsesOrder,
};
