/** Cuts a body as networks do: without a thought for events, lines or characters. */
import { joined } from '../../http/bytes/joined.js';
import type { HttpBody } from '../../http/message.js';
import { inTime, LateError } from '../../in-time.js';

/** Milliseconds for which the beginning of a piece waits for its rest: silence does not keep back what was said. */
const longestHeld = 250;

/**
 * The same bytes in pieces of one size; the last one before the end, a silence or a break may be smaller.
 * @param size bytes of a piece
 */
export async function* inChunks(body: Exclude<HttpBody, null>, size: number): AsyncGenerator<Uint8Array> {
  const source = pieces(body);
  let held = new Uint8Array();
  try {
    for (;;) {
      const next = source.next();
      if (held.length > 0 && !(await comesSoon(next))) {
        yield held;
        held = new Uint8Array();
      }
      const { done, value } = await next;
      if (done) break;
      const bytes = joined([held, value]);
      const rest = bytes.length - (bytes.length % size);
      for (let at = 0; at < rest; at += size) yield bytes.subarray(at, at + size);
      held = bytes.slice(rest);
    }
  } catch (error) {
    // A connection that breaks has carried what went before.
    if (held.length > 0) yield held;
    throw error;
  } finally {
    // Not awaited: the source may be silent for as long as its signal lets it.
    void source.return(undefined);
  }
  if (held.length > 0) yield held;
}

async function* pieces(body: Exclude<HttpBody, null>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const whole = typeof body === 'string' || body instanceof Uint8Array;
  for await (const piece of whole ? [body] : body) yield typeof piece === 'string' ? encoder.encode(piece) : piece;
}

const comesSoon = (next: Promise<unknown>): Promise<boolean> =>
  inTime(next, longestHeld).then(
    () => true,
    (error) => {
      if (error instanceof LateError) return false;
      throw error;
    },
  );
