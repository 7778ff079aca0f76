/** How much of a journal is told to whoever looks at it over and over: the newest entries, in short, or one of them in full. Pages load it late. */

import { isDeeper, jsonOrText, readJson } from '../http/json/json-text.js';
import { hasBody, isWanted, type JournalFilter } from './filter.js';
import { filterOf } from './filter-check.js';
import type { Journal, JournalEntry } from './journal.js';

/** An entry without what may be large. */
export type JournalBrief = Omit<JournalEntry, 'requestHeaders' | 'requestBody'>;

export interface JournalView {
  /** Only the entry of that id. */
  id?: number;
  /** Only that many, the newest of those that fit. */
  limit?: number;
  /** Without headers and bodies. */
  brief?: boolean;
}

interface Member {
  expected: string;
  parse(text: string): number | boolean | undefined;
}

const count: Member = { expected: 'a whole number above 0', parse: (text) => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined) };

const members: Record<keyof JournalView, Member> = {
  id: count,
  limit: count,
  brief: { expected: 'true or false', parse: (text) => (text === 'true' ? true : text === 'false' ? false : undefined) },
};

/**
 * What a query asks for: how much, and of which entries. The filter is not checked yet.
 * @throws TypeError for a view that is none
 */
export function readQuery(query: URLSearchParams): { view: JournalView; filter: JournalFilter } {
  const filters = new URLSearchParams(query);
  const view = Object.fromEntries(
    Object.entries(members).flatMap(([name, { expected, parse }]) => {
      const text = filters.get(name);
      if (text === null) return [];
      filters.delete(name);
      const value = parse(text);
      if (value === undefined) throw new TypeError(`journal: ${name} must be ${expected}, got ${JSON.stringify(text)}`);
      return [[name, value]];
    }),
  );
  return { view, filter: filterOf(filters) };
}

/** The entries that are asked for, oldest first. Bodies of others are not read, so that a look costs little. */
export function recordsOf(journal: Journal, filter: JournalFilter, { id, limit }: JournalView): Journal['records'] {
  const wanted = journal.records.filter(
    (record) =>
      (id === undefined || record.id === id) &&
      isWanted(record, filter) &&
      (filter.body === undefined || hasBody(journal.read(record), filter)),
  );
  return wanted.slice(-(limit ?? wanted.length));
}

/** Bodies up to this are indented: a deep one would become many times as long, and nobody reads a long one. */
const indented = { characters: 100_000, levels: 40 };

/** An entry as JSON, keys taken out. */
export function entryText(journal: Journal, record: Journal['records'][number], { brief }: JournalView): string {
  const { requestText = '', ...entry } = journal.withoutKeys(record);
  if (brief) return JSON.stringify(briefly(entry), null, 2);
  if (requestText === '') return JSON.stringify(entry, null, 2);
  if (requestText.length <= indented.characters && !isDeeper(requestText, indented.levels))
    return JSON.stringify({ ...entry, requestBody: jsonOrText(requestText) }, null, 2);
  return `${JSON.stringify(entry, null, 2).slice(0, -2)},\n  "requestBody": ${jsonOf(requestText)}\n}`;
}

/** A body as JSON: as it came, where it is that. */
function jsonOf(text: string): string {
  try {
    readJson(text);
    return text;
  } catch {
    return JSON.stringify(text);
  }
}

const briefly = ({ requestHeaders: _, ...entry }: Omit<Journal['records'][number], 'requestText'>): JournalBrief => entry;
