/** Sends the events of a stream at the pace of a model, with the faults that were asked for. */
import { eventText, formatEvent, type StreamFraming, terminatorText } from '../../contract/event-stream.js';
import { DroppedConnection } from '../../http/message.js';
import type { FaultPlan, StreamFault } from '../../options/preferences.js';
import type { Pauses } from './pauses.js';
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
  /** Waits until the stream is left. */
  pauses: () => Promise<Pauses>;
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
  pauses: begin,
  steps,
  progress,
}: StreamPlan): AsyncGenerator<string> {
  let due = performance.now() + pace.first;
  // One from the start is there before anybody can leave.
  if (fault?.kind === 'stall' && fault.afterEvents === 0) progress.fault = 'stall';
  const pauses = await begin();
  try {
    for (const [index, event] of events.entries()) {
      const step = fault && index >= fault.afterEvents ? fault.kind : steps ? await steps() : 'event';
      if (step === 'end') break;
      if (step === 'cut') throw new DroppedConnection();
      if (step === 'stall') {
        progress.fault = step;
        return void (await pauses.until(Number.POSITIVE_INFINITY));
      }
      const isPaced = !steps && step === 'event';
      if (isPaced && due > performance.now() && !(await pauses.until(due))) return;
      if (pauses.isLeft) return;
      progress.events = index + 1;
      if (step !== 'event') {
        progress.fault = 'error';
        return yield eventText(errorEvent(index, (step as { error?: StepError }).error), framing);
      }
      yield formatEvent(event.text, framing.framing === 'event' && event.at('/type'), framing);
      due += pace.between;
    }
    const end = terminatorText(framing);
    if (end !== '') yield end;
  } finally {
    pauses.end();
  }
}
