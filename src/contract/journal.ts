/** What happened: the last requests, in order. */
import type { Violation } from './explain.js';

export interface JournalEntry {
  id: number;
  /** Milliseconds since 1970. */
  time: number;
  session: string;
  method: string;
  path: string;
  query: string;
  operation?: string;
  example?: string;
  status: number;
  mediaType: string;
  violations: Violation[];
  /** Fields that the contract does not know. */
  warnings: string[];
  /** Milliseconds until the answer was ready; of a stream, until it began. */
  duration: number;
  requestHeaders: Record<string, string>;
  requestBody?: unknown;
  /** Set for calls that the mock made itself. */
  callback?: { url: string; attempt: number; error?: string };
}

export interface JournalFilter {
  operation?: string;
  status?: number;
  session?: string;
}

const secret = /^(authorization|x-api-key|x-goog-api-key|cookie|proxy-authorization)$/;

/** Headers with the keys taken out. */
export const redact = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, secret.test(name) ? '[redacted]' : value]));

export class Journal {
  #entries: JournalEntry[] = [];
  #next = 1;

  constructor(readonly size: number) {}

  add(entry: Omit<JournalEntry, 'id'>): JournalEntry {
    const complete = { id: this.#next++, ...entry };
    this.#entries.push(complete);
    // Dropping many at a time keeps the cost of an entry constant.
    if (this.#entries.length >= 2 * this.size) this.#entries = this.#entries.slice(-this.size);
    return complete;
  }

  /** The last entries that fit, oldest first, keys taken out. */
  list({ operation, status, session }: JournalFilter = {}): JournalEntry[] {
    return this.#entries
      .slice(-this.size)
      .filter(
        (entry) =>
          (operation === undefined || entry.operation === operation) &&
          (status === undefined || entry.status === status) &&
          (session === undefined || entry.session === session),
      )
      .map((entry) => ({ ...entry, requestHeaders: redact(entry.requestHeaders) }));
  }

  clear(session?: string): void {
    this.#entries = session === undefined ? [] : this.#entries.filter((entry) => entry.session !== session);
  }
}
