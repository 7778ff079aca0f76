/** What happened: the last requests, in order. */
import type { Violation } from '../contract/judge/explain.js';
import type { Warning } from '../contract/judge/warning.js';
import { jsonOrText } from '../http/json-text.js';
import { redactHeaders, type SecretNames } from './redaction.js';

/** One request, and what became of it. */
export interface JournalEntry {
  id: number;
  /** Milliseconds since 1970. */
  time: number;
  session: string;
  method: string;
  path: string;
  /** Without keys. */
  query: string;
  /** operationId; absent where the request belongs to none. */
  operation?: string;
  /** Name of the documented exchange that the answer was made from; absent where it was made from none. */
  example?: string;
  status: number;
  mediaType: string;
  violations: Violation[];
  /** Fields and values that the contract does not know, members that are null in place of absent, and preferences that were not used. */
  warnings: Warning[];
  /** Milliseconds until the response was ready; of a stream, until it began. */
  duration: number;
  requestHeaders: Record<string, string>;
  /** Parsed JSON, or the text where it is none; absent where there was no body, or where the journal is out of room for it. */
  requestBody?: unknown;
  /** Set for calls that the mock made itself; absent for all others. */
  callback?: { url: string; attempt: number; error?: string };
}

/** An entry as it is kept: text costs less room than what it says, and is parsed by those few who read the journal. */
export interface JournalRecord extends Omit<JournalEntry, 'id' | 'requestBody'> {
  requestText?: string | undefined;
}

/** Which entries are wanted: those to which all that is given applies. */
export interface JournalFilter {
  /** operationId; of any operation, if it is absent. */
  operation?: string;
  /** HTTP status; any, if it is absent. */
  status?: number;
  /** Name of the session; of all, if it is absent. */
  session?: string;
}

export class Journal {
  #records: (JournalRecord & { id: number })[] = [];
  #next = 1;
  /** Characters in all bodies. */
  #used = 0;

  /**
   * @param size largest number of entries
   * @param secrets what is not told to readers
   * @param room largest number of characters in all their bodies; the oldest bodies make room
   */
  constructor(
    readonly size: number,
    readonly secrets: SecretNames,
    readonly room = 64 * 1024 * 1024,
  ) {}

  add(record: JournalRecord): void {
    this.#records.push({ id: this.#next++, ...record });
    this.#used += record.requestText?.length ?? 0;
    // Dropping many at a time keeps the cost of an entry constant.
    if (this.#records.length >= 2 * this.size) this.#keep(this.#records.slice(-this.size));
    if (this.#used > this.room) this.#makeRoom();
  }

  /** The last entries that fit, oldest first, keys taken out. */
  list({ operation, status, session }: JournalFilter = {}): JournalEntry[] {
    return this.#records
      .slice(-this.size)
      .filter(
        (entry) =>
          (operation === undefined || entry.operation === operation) &&
          (status === undefined || entry.status === status) &&
          (session === undefined || entry.session === session),
      )
      .map(({ requestText, ...entry }) => ({
        ...entry,
        requestHeaders: redactHeaders(entry.requestHeaders, this.secrets),
        ...(requestText && { requestBody: jsonOrText(requestText) }),
      }));
  }

  clear(session?: string): void {
    this.#keep(session === undefined ? [] : this.#records.filter((entry) => entry.session !== session));
  }

  #keep(records: (JournalRecord & { id: number })[]): void {
    this.#records = records;
    this.#used = records.reduce((sum, { requestText }) => sum + (requestText?.length ?? 0), 0);
  }

  /** Half of the room is made at a time, for the same reason. */
  #makeRoom(): void {
    for (const record of this.#records) {
      if (this.#used <= this.room / 2) return;
      this.#used -= record.requestText?.length ?? 0;
      record.requestText = undefined;
    }
  }
}
