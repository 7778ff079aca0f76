/** In which order the events of a stream come. */
import { asNumber, asObject } from '../parts/json.js';
import type { StreamOrder } from '../parts/protocol.js';

/** A message opens, its blocks open, grow and close one after the other, and the message ends. */
export function messagesOrder(): StreamOrder {
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
