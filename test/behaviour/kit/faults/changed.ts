/** Faults that are a member with another value. */
import { setAt } from '../../../../src/contract/pointer.js';
import { answered, type Head, type Loose, type SentExchange, streamed } from './exchange.js';

/** Values by pointer. */
export type Values = Record<string, Loose>;

const withValues = (body: Loose, values: Values): Loose =>
  Object.entries(values).reduce((changed, [pointer, value]) => {
    setAt(changed, pointer, value);
    return changed;
  }, body);

/** A documented answer with other values. */
export const answerWith = (id: string, ending: string, values: Values, head: Head = {}): SentExchange =>
  answered(id, ending, (body) => withValues(body, values), head);

/** A documented stream, in which an event has other values: the first of a kind, or the one of a number, from the end where that is negative. */
export const eventWith = (id: string, ending: string, which: string | number, values: Values): SentExchange =>
  streamed(id, ending, (events) => {
    const event = typeof which === 'number' ? events.at(which) : events.find(({ type }) => type === which);
    withValues(event, values);
  });

/** A documented stream without the events for which this is true, or with others; numbered anew, where events have numbers. */
export const eventsLike = (id: string, ending: string, change: (events: Loose[]) => Loose[]): SentExchange =>
  streamed(id, ending, (events) =>
    change(events).map((event, index) => (event.sequence_number === undefined ? event : { ...event, sequence_number: index })),
  );
