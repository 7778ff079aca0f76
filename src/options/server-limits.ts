/** Options of servers: how much they take on at once, and for how long they wait. */
import { type ServerLimits, usualLimits } from '../http/server/limits.js';
import { count, type Kind, number } from './kinds.js';

/** What a server takes on at once, and for how long it waits for a request. */
export interface ServerOptions {
  /**
   * Requests that a server answers at once, streams that go on among them; one more is answered with 503 and `Retry-After`.
   * @default 4096
   */
  maxConcurrency?: number;
  /**
   * Bytes of all request bodies that a server holds at once; what is beyond is answered with 503 and `Retry-After`. One body by itself passes in
   * any case.
   * @default 134217728 (128 MiB)
   */
  maxBytesInFlight?: number;
  /**
   * Seconds in which a request has to be here, from the first byte of its head to the last one of its body; it is answered with 408 otherwise.
   * @default 30
   */
  requestTimeoutSeconds?: number;
}

export const serverOptions = {
  maxConcurrency: count('requests', 1),
  maxBytesInFlight: count('bytes', 1),
  requestTimeoutSeconds: number({ least: 0.001, most: 86_400, unit: 'seconds' }),
} satisfies Record<keyof ServerOptions, Kind> & Record<keyof ServerLimits, Kind>;

/** The limits that options say, with the usual ones for all others. */
export const limitsOf = (options: ServerOptions): ServerLimits => ({
  maxConcurrency: options.maxConcurrency ?? usualLimits.maxConcurrency,
  maxBytesInFlight: options.maxBytesInFlight ?? usualLimits.maxBytesInFlight,
  requestTimeoutSeconds: options.requestTimeoutSeconds ?? usualLimits.requestTimeoutSeconds,
});
