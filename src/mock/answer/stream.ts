/** Sends the events of a stream at the pace of a model, with the faults that were asked for. */
import { eventText, formatEvent, type StreamFraming, terminatorText } from '../../contract/event-stream.js';
import { DroppedConnection } from '../../http/message.js';
import type { FaultPlan } from '../../options/preferences.js';
import type { AnswerText } from './template.js';

export interface Pace {
  /** Milliseconds before the first event. */
  first: number;
  /** Milliseconds between two events. */
  between: number;
}

export interface StreamPlan {
  events: readonly AnswerText[];
  framing: StreamFraming;
  pace: Pace;
  fault?: FaultPlan;
  /** Data of the event that reports an error, in the protocol of the stream; told how many events went before. */
  errorEvent: (sent: number) => unknown;
  signal: AbortSignal | undefined;
}

/** Waits; ends early, and then returns false, when the signal is aborted. */
export function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<boolean> {
  if (signal?.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const onAbort = () => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve(true);
    }, milliseconds);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

/**
 * The text of the stream, event by event. The reader sets the tempo where it is slower than the pace: the next event is made
 * when the last one has been taken.
 * @throws DroppedConnection where the connection is to break
 */
export async function* streamEvents({ events, framing, pace, fault, errorEvent, signal }: StreamPlan): AsyncGenerator<string> {
  let due = performance.now() + pace.first;
  for (const [index, event] of events.entries()) {
    if (fault && index >= fault.afterEvents) {
      if (fault.kind === 'error') yield eventText(errorEvent(index), framing);
      else if (fault.kind === 'cut') throw new DroppedConnection();
      else await sleep(2 ** 31 - 1, signal);
      return;
    }
    const wait = due - performance.now();
    if (wait > 0 && !(await sleep(wait, signal))) return;
    if (signal?.aborted) return;
    yield formatEvent(event.text, event.at('/type'), framing);
    due += pace.between;
  }
  const end = terminatorText(framing);
  if (end !== '') yield end;
}
