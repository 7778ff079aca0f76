/** Options of the mock; each can also be given on the command line. */

import type { PreparedContract } from '../../contract/prepared.js';
import type { JournalRecord } from '../../journal/journal.js';
import * as kind from '../../options/kinds.js';
import type { Scenario } from '../../scenarios/scenario.js';
import type { ClockStart } from '../clock/clock.js';
import type { Store } from '../store/store.js';

/** How the mock answers. */
export interface MockOptions extends OldMockOptions {
  /**
   * Contract to serve; not with the engine `prism`, which answers by the description of this package.
   * @default the one that this package carries
   */
  contract?: PreparedContract;
  /**
   * `prepared` answers by what generation prepared, `prism` sends each request whole through the embedded Prism.
   * @default 'prepared'
   */
  engine?: 'prepared' | 'prism';
  /**
   * Whether a key is asked for.
   * @default true
   */
  auth?: boolean;
  /**
   * The only key that passes.
   * @default any that is not empty
   */
  authKey?: string;
  /**
   * Refuse unknown request fields instead of warning about them.
   * @default false
   */
  strict?: boolean;
  /**
   * Largest request body, in bytes.
   * @default 67108864 (64 MiB)
   */
  bodyLimitBytes?: number;
  /**
   * Seconds from the creation of a job to its end.
   * @default 2
   */
  taskSeconds?: number;
  /**
   * Polls from the creation of a job to its end, instead of time.
   * @default none: jobs go by `taskSeconds`
   */
  taskPolls?: number;
  /**
   * Milliseconds before the first event of a stream.
   * @default as long as between two events
   */
  firstEventMs?: number;
  /**
   * Events per second of a stream, at least 0.001.
   * @default 50, that is 20 ms an event
   */
  eventsPerSecond?: number;
  /**
   * Milliseconds before each response: a number, or a range `[from, to]` of which each request draws one.
   * @default 0
   */
  latencyMs?: number | [number, number];
  /**
   * Words of a made-up chat answer: a number, or a range `[least, most]` out of which each conversation gets its own.
   * @default those of the contract's sample texts
   */
  words?: number | [number, number];
  /**
   * Answers of your own, in the order in which they are tried.
   * @default none: the documentation answers
   */
  scenarios?: Scenario | readonly Scenario[];
  /**
   * Answer with scenarios only: what none of them answers is a 404.
   * @default false
   */
  onlyScenarios?: boolean;
  /**
   * Share of requests, 0 to 1, that are answered with an error which passes: 429 or 5xx.
   * @default 0
   */
  errorRate?: number;
  /**
   * How many requests a key may make in a time, such as `10/60s`; one more is answered with 429. Windows are fixed; each session has its own.
   * @default none: as many as it likes
   */
  rateLimit?: string;
  /**
   * How many requests a key may make in a day, by UTC; one more is answered with `quotaStatus`. Each session has its own.
   * @default none: as many as it likes
   */
  quota?: number;
  /**
   * HTTP status where the quota is used up.
   * @default 402
   */
  quotaStatus?: number;
  /**
   * A whole number from which ids, latency and errors follow, with the session and the number of the request in it: they repeat from run to
   * run. Ids hold a time too, so they are equal under a clock that stands.
   * @default none: they differ
   */
  seed?: number;
  /**
   * Call `callback_url`s on other machines too; only loopback addresses are called otherwise.
   * @default false
   */
  allowCallbacks?: boolean;
  /**
   * Names of hosts by which `/__mock/` may be asked too, and whose pages may: it answers to loopback addresses and pages of this machine. On another
   * address than loopback it answers as well to IP addresses, to names of one word and to those that end in `.local` or `.internal`.
   * @default none
   */
  allowHosts?: readonly string[];
  /**
   * Where lists, deletions, counts and added scenarios are kept. It is the mock's alone: a reset empties it.
   * @default memory
   */
  store?: Store;
  /**
   * Entries that the journal keeps.
   * @default 1000
   */
  journalSize?: number;
  /**
   * Names of headers, query parameters and members of JSON bodies whose values are kept out of the journal, the log and recordings, besides those
   * that are called as keys are.
   * @default none
   */
  redact?: readonly string[];
  /** Called once a response is complete, or left by its caller; nothing is, if it is left out. */
  onExchange?: (record: JournalRecord) => void;
  /**
   * Where the clock stands until it is moved: milliseconds since 1970, a date, or a text such as `2026-01-31T12:00:00Z`. Or a function that tells the
   * time, in milliseconds since 1970.
   * @default the real time
   */
  now?: ClockStart;
}

/** Names that work until version 0.3, with a warning. */
interface OldMockOptions {
  /** @deprecated Now `bodyLimitBytes`. Removed in 0.3. */
  bodyLimit?: number;
  /** @deprecated Now `firstEventMs`. Removed in 0.3. */
  firstTokenMs?: number;
  /** @deprecated Now `eventsPerSecond`. Removed in 0.3. */
  tokensPerSecond?: number;
  /** @deprecated Now `latencyMs`. Removed in 0.3. */
  latency?: number | [number, number];
}

const rate: kind.Kind<string> = {
  expected: 'a number of requests and a time, such as 10/60s, 100/5m or 1000/h',
  accepts: (value) => /^\d+\/(?:0*[1-9]\d*)?[smh]$/.test(String(value)),
  parse: (text) => (rate.accepts(text) ? text : undefined),
};

/** What each option may be; the flags of the command are made of it too. */
export const mockOptions = {
  contract: kind.object,
  engine: kind.oneOf('prepared', 'prism'),
  auth: kind.boolean,
  authKey: kind.text,
  strict: kind.boolean,
  bodyLimitBytes: kind.count('bytes'),
  taskSeconds: kind.seconds,
  taskPolls: kind.count('polls'),
  firstEventMs: kind.milliseconds,
  eventsPerSecond: kind.perSecond,
  latencyMs: kind.millisecondsOrRange,
  words: kind.wordsOrRange,
  scenarios: kind.objects,
  onlyScenarios: kind.boolean,
  errorRate: kind.number({ most: 1, unit: 'share' }),
  rateLimit: rate,
  quota: kind.count('requests'),
  quotaStatus: kind.number({ least: 400, most: 599, whole: true, unit: 'status' }),
  seed: kind.count('number'),
  allowCallbacks: kind.boolean,
  allowHosts: kind.names,
  store: kind.object,
  journalSize: kind.count('entries', 1),
  redact: kind.names,
  onExchange: kind.callback,
  now: {
    ...kind.time,
    expected: `${kind.time.expected}; or a function`,
    accepts: (value: unknown) => kind.callback.accepts(value) || kind.time.accepts(value),
  },
} satisfies Record<Exclude<keyof MockOptions, keyof OldMockOptions>, kind.Kind>;

const mebibyte = 1024 * 1024;

export const defaults = {
  bodyLimitBytes: 64 * mebibyte,
  taskSeconds: 2,
  eventsPerSecond: 50,
  journalSize: 1000,
} as const;
