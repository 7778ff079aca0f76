/** Options of the mock; each can also be given on the command line. */

import type { PreparedContract } from '../contract/prepared.js';
import type { JournalRecord } from '../journal/journal.js';
import type { Store } from './store/store.js';

export interface MockOptions {
  /** Contract to serve; the package's own by default. */
  contract?: PreparedContract;
  /** `prepared` answers from what generation prepared, `prism` lets the embedded Prism judge each request. */
  engine?: 'prepared' | 'prism';
  /** Whether a key is asked for (default true). */
  auth?: boolean;
  /** The only key that passes; any non-empty key by default. */
  authKey?: string;
  /** Refuse unknown request fields instead of warning about them. */
  strict?: boolean;
  /** Largest request body in bytes (default 64 MiB). */
  bodyLimit?: number;
  /** Seconds from the creation of a job to its end (default 2). */
  taskSeconds?: number;
  /** Polls from the creation of a job to its end, instead of time. */
  taskPolls?: number;
  /** Milliseconds before the first event of a stream. */
  firstTokenMs?: number;
  /** Events per second of a stream (default 50, that is 20 ms an event). */
  tokensPerSecond?: number;
  /** Milliseconds before each answer: a number, or a range `[from, to]`. */
  latency?: number | [number, number];
  /** Share of requests, 0 to 1, that are answered with an error. */
  errorRate?: number;
  /** Makes latency and errors repeat from run to run. */
  seed?: number;
  /** Call `callback_url`s on other machines too; only loopback addresses are called otherwise. */
  allowCallbacks?: boolean;
  /** Where lists, deletions and poll counts are kept; memory by default. */
  store?: Store;
  /** Entries that the journal keeps (default 1000). */
  journalSize?: number;
  /** Called once a request is answered. */
  onExchange?: (record: JournalRecord) => void;
  /** The clock, in milliseconds since 1970. */
  now?: () => number;
}

export const mebibyte = 1024 * 1024;

export const defaults = {
  bodyLimit: 64 * mebibyte,
  taskSeconds: 2,
  tokensPerSecond: 50,
  journalSize: 1000,
} as const;
