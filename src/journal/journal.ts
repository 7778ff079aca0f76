/** What happened: the last requests, in order. */
import type { Violation } from '../contract/judge/explain.js';
import type { Warning } from '../contract/judge/warning.js';
import { jsonOrText } from '../http/json/json-text.js';
import type { StreamFault } from '../options/preferences.js';
import { hasBody, isWanted, type JournalFilter } from './filter.js';
import { redactHeaders, redactQuery, redactUrl, type SecretNames, secretsOf } from './redaction.js';

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
  /** Name of the scenario that answered; absent where none did. */
  scenario?: string;
  /** File of the recording that answered, with the number of the entry where it is one of several; absent where none did. */
  recording?: string;
  /** What the response calls the exchange, in a header; absent where it has none, or none yet, and in a page. Recordings and findings have it too. */
  requestId?: string | undefined;
  /** 0 where there is none, or none yet. */
  status: number;
  mediaType: string;
  violations: Violation[];
  /** Fields and values that the contract does not know, members that are null in place of absent, and preferences that were not used. */
  warnings: Warning[];
  /** Milliseconds from the arrival of the request to the end of the response; 0 while it is open. */
  duration: number;
  /** Set while the request has no response yet, or a stream goes on; absent in all others. */
  open?: true | undefined;
  /** Events that were sent; absent where the response is no stream, and while it is open. */
  events?: number;
  /**
   * What went wrong with the response, by a fault that was asked for, by a test that held it, or at the gateway behind: `error`: it reported an error
   * in its place; `cut`: the connection broke; `stall`: nothing more came. Absent where nothing did, and while it is open.
   */
  fault?: StreamFault;
  /** Set where the caller left before the response was complete; absent in all others. */
  aborted?: true;
  /** Why the server did not let it in: it was broken, late, too large, or one too many. Absent where it did. */
  refused?: string;
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

type Kept = JournalRecord & { id: number };

/** Bytes of a character, at most. */
const perCharacter = 2;

const lengthOf = (findings: readonly { pointer: string; message: string }[]): number => {
  let length = 0;
  // What was expected and what came are in the message, too.
  for (const { pointer, message } of findings) length += pointer.length + 2 * message.length;
  return length;
};

/** Bytes of what callers made a record large with, its body aside. */
function sizeOf({ path, query, requestHeaders, violations, warnings, refused = '' }: JournalRecord): number {
  let length = path.length + query.length + refused.length + lengthOf(violations) + lengthOf(warnings);
  for (const name in requestHeaders) length += name.length + (requestHeaders[name] as string).length;
  return perCharacter * length;
}

const bodySize = ({ requestText = '' }: Pick<JournalRecord, 'requestText'>): number => perCharacter * requestText.length;

export class Journal {
  #records: Kept[] = [];
  /** Those of them that are not complete. */
  #open = new Set<JournalRecord>();
  #next = 1;
  /** What each takes without its body. */
  readonly #sizes = new WeakMap<JournalRecord, number>();
  /** Bytes of all of them, bodies included. */
  #used = 0;

  /**
   * @param size largest number of entries
   * @param names what is not told to readers
   * @param room largest number of bytes that they take; the oldest bodies make room, and then the oldest entries
   */
  constructor(
    readonly size: number,
    readonly names: SecretNames,
    readonly room = 32 * 1024 * 1024,
  ) {}

  add(record: JournalRecord): void {
    this.#push(record);
    this.#makeRoom();
  }

  /** Takes in an exchange that goes on. What is known of it later is said with `update`. @param record is kept as it is, without a copy */
  open(record: JournalRecord): JournalRecord {
    record.open = true;
    this.#open.add(record);
    const kept = this.#push(record);
    this.#makeRoom();
    return kept;
  }

  update(record: JournalRecord, known: Partial<JournalRecord>): void {
    const before = bodySize(record);
    Object.assign(record, known);
    // One that was cleared meanwhile takes no room.
    if (!this.#open.has(record)) return;
    this.#used += bodySize(record) - before + this.#measure(record);
    this.#makeRoom();
  }

  /** Completes what was open. */
  complete(record: JournalRecord, known: Pick<JournalRecord, 'duration' | 'events' | 'fault' | 'aborted'>): void {
    Object.assign(record, known);
    record.open = undefined;
    this.#open.delete(record);
  }

  /** The last entries as they are kept, oldest first. Keys are still in them, so they are not for readers. */
  get records(): readonly Kept[] {
    return this.#records.slice(-this.size);
  }

  /** The last entries that fit, oldest first, keys taken out. */
  list(filter: JournalFilter = {}): JournalEntry[] {
    return this.records
      .filter((entry) => isWanted(entry, filter))
      .map((record) => this.read(record))
      .filter((entry) => hasBody(entry, filter));
  }

  /** An entry as readers get it. */
  read(record: Kept): JournalEntry {
    const { id, requestText, ...entry } = this.withoutKeys(record);
    return { id, ...entry, ...(requestText && { requestBody: jsonOrText(requestText) }) };
  }

  /** A record as others may see it. */
  withoutKeys<Known extends JournalRecord>(record: Known): Known {
    const { requestHeaders: headers, requestText, path, query, violations, warnings, refused, callback } = record;
    const names = this.names;
    const body = names.members.size > 0 && requestText ? jsonOrText(requestText) : undefined;
    const secrets = secretsOf(names, { headers, query: new URLSearchParams(query), body });
    return {
      ...record,
      path: redactUrl(path, names, secrets),
      query: redactQuery(query, names, secrets),
      violations: secrets.texts(violations),
      warnings: secrets.texts(warnings),
      requestHeaders: redactHeaders(headers, names, secrets),
      ...(requestText && { requestText: secrets.body(requestText) }),
      ...(refused !== undefined && { refused: secrets.text(refused) }),
      ...(callback && { callback: { ...callback, url: redactUrl(callback.url, names, secrets) } }),
    };
  }

  clear(session?: string): void {
    this.#keep(session === undefined ? [] : this.#records.filter((entry) => entry.session !== session));
  }

  #push(record: JournalRecord): Kept {
    const kept = Object.assign(record, { id: this.#next++ });
    this.#records.push(kept);
    this.#used += bodySize(record) + this.#measure(record);
    // Dropping many at a time keeps the cost of an entry constant.
    if (this.#records.length >= 2 * this.size) this.#keep(this.#records.slice(-this.size));
    return kept;
  }

  #keep(records: Kept[]): void {
    this.#records = records;
    this.#open = new Set(records.filter((record) => this.#open.has(record)));
    this.#used = records.reduce((sum, record) => sum + bodySize(record) + (this.#sizes.get(record) ?? 0), 0);
  }

  /** Measures a record without its body. @returns how much more that is than it was */
  #measure(record: JournalRecord): number {
    const size = sizeOf(record);
    const before = this.#sizes.get(record) ?? 0;
    this.#sizes.set(record, size);
    return size - before;
  }

  /** Half of the room is made at a time, for the same reason. */
  #makeRoom(): void {
    if (this.#used <= this.room) return;
    for (const record of this.#records) {
      if (this.#used <= this.room / 2) return;
      this.#used -= bodySize(record);
      record.requestText = undefined;
    }
    let dropped = 0;
    for (let left = this.#used; left > this.room / 2 && dropped < this.#records.length; dropped++)
      left -= this.#sizes.get(this.#records[dropped] as Kept) ?? 0;
    this.#keep(this.#records.slice(dropped));
  }
}
