/** Sends the events of a stream at the pace of a model, with the faults that were asked for. */
import { eventText, formatEvent, type StreamFraming, terminatorText } from '../../contract/event-stream.js';
import { DroppedConnection } from '../../http/message.js';
import { longestWait } from '../../options/kinds.js';
import type { FaultPlan, StreamFault } from '../../options/preferences.js';
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
  /** Data of the event that reports an error, in the protocol of the stream; told how many events went before, and what it says instead. */
  errorEvent: (sent: number, error?: { message?: string; type?: string }) => unknown;
  signal: AbortSignal | undefined;
  /** Says of each event whether it is to be sent, in place of the pace. */
  steps?: Steps;
  /** Kept up to date: how many events went, and what goes wrong; a connection that breaks says so itself. */
  progress: { events?: number; fault?: StreamFault };
}

/** Waits for what is next: the event, or what ends the stream. `end`: nothing more, as if all had been said. */
export type Steps = () => Promise<'event' | 'end' | 'cut' | { error: StepError }>;

interface StepError {
  message?: string;
  type?: string;
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
export async function* streamEvents({
  events,
  framing,
  pace,
  fault,
  errorEvent,
  signal,
  steps,
  progress,
}: StreamPlan): AsyncGenerator<string> {
  let due = performance.now() + pace.first;
  for (const [index, event] of events.entries()) {
    const step = fault && index >= fault.afterEvents ? fault.kind : steps ? await steps() : 'event';
    if (step === 'end') break;
    if (step === 'cut') throw new DroppedConnection();
    if (step === 'stall') {
      progress.fault = step;
      return void (await sleep(longestWait, signal));
    }
    const wait = steps || step !== 'event' ? 0 : due - performance.now();
    if (wait > 0 && !(await sleep(wait, signal))) return;
    if (signal?.aborted) return;
    progress.events = index + 1;
    if (step !== 'event') {
      progress.fault = 'error';
      return yield eventText(errorEvent(index, (step as { error?: StepError }).error), framing);
    }
    yield formatEvent(event.text, event.at('/type'), framing);
    due += pace.between;
  }
  const end = terminatorText(framing);
  if (end !== '') yield end;
}
