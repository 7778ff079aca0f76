/** What a request may ask of the mock, by the `Prefer` header: each preference once. The reader follows; what is said of them to people is apart. */
import { boolean, count, type Kind, milliseconds, number, perSecond, seconds, text, wordsOrRange } from './kinds.js';
import type { CamelCase } from './names.js';

/** `error`: an event reports one; `cut`: the connection breaks; `stall`: nothing more comes. */
export type StreamFault = 'error' | 'cut' | 'stall';

export interface FaultPlan {
  kind: StreamFault;
  /** Events that are sent before it. */
  afterEvents: number;
}

const faultPlan: Kind<FaultPlan> = {
  expected: 'error@N, cut@N or stall@N',
  accepts: (value) => faultPlan.parse(String(value)) !== undefined,
  parse(text) {
    const [, kind, afterEvents] = /^(error|cut|stall)@(\d+)$/.exec(text) ?? [];
    return kind === undefined ? undefined : { kind: kind as StreamFault, afterEvents: Number(afterEvents) };
  },
};

export interface Preference<T = unknown> {
  kind: Kind<T>;
  /** Ends the sentence "it counts for ...". */
  countsFor: string;
}

const preference = <T>(kind: Kind<T>, countsFor: string): Preference<T> => ({ kind, countsFor });

const valid = 'valid requests';
const streams = 'streams';
const creations = 'requests that create a job';

/** `code`, `example`, `dynamic` and `seed` are Prism's. */
export const preferences = {
  code: preference({ ...number({ least: 100, most: 599, whole: true }), expected: 'an HTTP status' }, valid),
  times: preference(count('times', 1), 'valid requests with a code'),
  example: preference(text, valid),
  dynamic: preference(boolean, 'valid requests for no stream'),
  seed: preference(text, 'answers that are made up'),
  words: preference(
    { ...wordsOrRange, expected: 'a whole number of words from 1 to 20000, or a range such as 20-400' },
    'chat requests that are answered with text',
  ),
  task: preference(text, creations),
  'task-seconds': preference(seconds, creations),
  'latency-ms': preference(milliseconds, 'requests to a known path, with a key'),
  'first-event-ms': preference(milliseconds, streams),
  'events-per-second': preference(perSecond, streams),
  'stream-fault': preference(faultPlan, 'streams of more events'),
  chunks: preference(number({ least: 1, most: 1_000_000, whole: true, unit: 'bytes' }), streams),
  scenario: preference(text, 'valid requests to a mock with scenarios'),
  session: preference(text, 'all requests'),
} satisfies Record<string, Preference>;

export type PreferenceName = keyof typeof preferences;

/** What a request prefers, in the names of options. */
export type Preferences = {
  [Name in PreferenceName as CamelCase<Name>]?: (typeof preferences)[Name] extends Preference<infer T> ? T : never;
};

/** Preferences of RFC 7240 and its registry, which are no mistake in a request; the mock does without them. */
export const standardPreferences: readonly string[] = ['depth-noroot', 'handling', 'respond-async', 'return', 'safe', 'wait'];
