/** What a request may ask of the mock, by the `Prefer` header: each preference once. The reader, the help and the page of the mock follow. */
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
  /** Form of the value, for people. */
  form: string;
  /** What it does. */
  effect: string;
  /** Ends the sentence "it counts for ...". */
  countsFor: string;
}

const preference = <T>(kind: Kind<T>, form: string, effect: string, countsFor: string): Preference<T> => ({
  kind,
  form,
  effect,
  countsFor,
});

const valid = 'valid requests';
const streams = 'streams';
const creations = 'requests that create a job';

/** `code`, `example`, `dynamic` and `seed` are Prism's. */
export const preferences = {
  code: preference(
    { ...number({ least: 100, most: 599, whole: true }), expected: 'an HTTP status' },
    '<status>',
    'the response has this status',
    valid,
  ),
  times: preference(
    count('times', 1),
    '<number>',
    'only so many requests get the status of `code`; per session and operation',
    'valid requests with a code',
  ),
  example: preference(text, '<name>', 'the answer is this example', valid),
  dynamic: preference(boolean, 'true', 'the answer is made up from the schema', 'valid requests for no stream'),
  seed: preference(text, '<text>', 'what is made up is the same each time', 'answers that are made up'),
  words: preference(
    { ...wordsOrRange, expected: 'a whole number of words from 1 to 20000, or a range such as 20-400' },
    '<words>',
    'a made-up chat answer has so many words, such as 500 or 20-400',
    'chat requests that are answered with text',
  ),
  task: preference(text, '<state>', 'the job ends in this state', creations),
  'task-seconds': preference(seconds, '<seconds>', 'the job takes this time', creations),
  'latency-ms': preference(milliseconds, '<ms>', 'time before the response', 'requests to a known path, with a key'),
  'first-event-ms': preference(milliseconds, '<ms>', 'time before the first event', streams),
  'events-per-second': preference(perSecond, '<rate>', 'pace of the stream', streams),
  'stream-fault': preference(faultPlan, 'error@N|cut@N|stall@N', 'the stream breaks after N events', 'streams of more events'),
  scenario: preference(text, '<name>', 'the answer is the next one of this scenario', 'valid requests to a mock with scenarios'),
  session: preference(text, '<text>', 'lists, counts and the journal are kept apart', 'all requests'),
} satisfies Record<string, Preference>;

export type PreferenceName = keyof typeof preferences;

/** What a request prefers, in the names of options. */
export type Preferences = {
  [Name in PreferenceName as CamelCase<Name>]?: (typeof preferences)[Name] extends Preference<infer T> ? T : never;
};

/** Preferences of RFC 7240 and its registry, which are no mistake in a request; the mock does without them. */
export const standardPreferences: readonly string[] = ['depth-noroot', 'handling', 'respond-async', 'return', 'safe', 'wait'];
