/** Reads recorded exchanges, whatever they were recorded with, one after the other: no more of a file is in memory than an entry of it. */
import { closeSync, openSync, readSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { hasLists, isReport, noReport } from '../check/report/coverage-reading.js';
import { filesBelow } from '../files-below.js';
import { isObject } from '../journal/control.js';
import type { CoverageReport } from '../journal/coverage.js';
import { textOf } from '../text-file.js';
import { EntryScanner, type ScanEnd, type ScannedEntry } from './entries.js';
import { entryRecording } from './har.js';
import { type HarFile, isHar, openHar, type ReadBody, tooLarge } from './har-file.js';
import { isJournalEntry, journalRecording } from './journal-file.js';
import { type Recording, RecordingError, toRecording } from './recording.js';

/** Where a recording stands: in a file of its own, or from one byte of a file to another. */
export interface Place {
  file: string;
  entry?: { from: number; to: number; number: number };
}

/** What an exchange was recorded with: this package, something that writes HAR files, or the journal of a mock or proxy. */
export type SourceKind = 'recording' | 'har' | 'journal';

/** One entry of a list. */
interface Entry {
  kind: SourceKind;
  recording: Recording;
}

/** What stands at a place, or why that is nothing. */
export type Found = { place: Place } & (Entry | { coverage: CoverageReport } | { problem: string });

/** Of one entry, in bytes. */
const largestEntry = 256 * 2 ** 20;

/** Files that are read as a whole; larger ones may have entries, and are read piece by piece. */
const small = 4 * 2 ** 20;

/** What a recording is called where people read of it. */
export const nameOf = ({ file, entry }: Place): string => `${basename(file)}${entry ? `, entry ${entry.number}` : ''}`;

/** With its folder, as it was given. */
export const sourceOf = ({ file, entry }: Place): string => `${file}${entry ? `, entry ${entry.number}` : ''}`;

/**
 * What a file or a folder holds, with its own folders, in the order of the files and of what is in them.
 *
 * @param open opens a HAR file
 * @throws Error for what is not there
 */
export async function* exchangesAt(path: string, open = openHar): AsyncGenerator<Found> {
  for await (const batch of batchesAt(path, open)) yield* batch;
}

/**
 * The same in batches, each of what has come of a file at once: to wait for each entry takes as long as to read it. Each is read when it is asked
 * for, before the next batch.
 */
export async function* batchesAt(path: string, open = openHar): AsyncGenerator<Iterable<Found>> {
  if (!(await stat(path)).isDirectory()) {
    yield* ofFile(path, open);
    return;
  }
  const files = await filesBelow(path, (name) => /\.json$/i.test(name) || isHar(name));
  const bodies = new Set<string>();
  /** Bodies of HAR files may be JSON too, and be met before the file that they belong to. */
  const strangers: (Found & { problem: string })[] = [];
  for (const file of files) for await (const batch of ofFile(file, open, bodies)) yield isHar(file) ? batch : known(batch, strangers);
  yield strangers.filter(({ place }) => !bodies.has(resolve(place.file)));
}

/** @param strangers takes files that are nothing by themselves */
function* known(batch: Iterable<Found>, strangers: (Found & { problem: string })[]): Generator<Found> {
  for (const found of batch)
    if ('problem' in found && !found.place.entry) strangers.push(found);
    else yield found;
}

/** @param bodies takes the paths of files that hold bodies */
async function* ofFile(file: string, open: typeof openHar, bodies?: Set<string>): AsyncGenerator<Iterable<Found>> {
  const place = { file };
  try {
    // A HAR file is read piece by piece, whatever its size.
    const bytes = beginningOf(file, isHar(file) ? 1 : small + 1);
    if (bytes.length === 0) throw new RecordingError(`${file} is empty`);
    if (!isHar(file) && bytes.length <= small) {
      const found = ofValue(bytes, place);
      if (found) {
        yield [found];
        return;
      }
    }
    const har = await open(file);
    yield* ofEntries(file, bodies ? { ...har, body: noting(har.body, file, bodies) } : har);
  } catch (error) {
    if (!(error instanceof RecordingError)) throw error;
    yield [{ place, problem: error.message }];
  }
}

let buffer: Buffer | undefined;

/**
 * The first bytes of a file, all of a small one, in memory that serves the next one as well: of ten thousand, half the time of reading would go into
 * asking for their sizes.
 */
function beginningOf(file: string, most: number): Buffer {
  buffer ??= Buffer.allocUnsafeSlow(small + 1);
  const descriptor = openSync(file, 'r');
  try {
    let length = 0;
    for (let read = -1; read !== 0 && length < most; length += read) read = readSync(descriptor, buffer, length, most - length, null);
    return buffer.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}

const noting =
  (body: ReadBody, file: string, bodies: Set<string>): ReadBody =>
  (name) => {
    bodies.add(resolve(file, '..', name));
    return body(name);
  };

/** What a file says that is one thing; `undefined` for one that may have entries. @throws RecordingError */
function ofValue(bytes: Buffer, place: Place): Found | undefined {
  const value = parsed(bytes);
  if (value === undefined || Array.isArray(value) || (isObject(value) && isObject(value.log))) return undefined;
  if (isReport(value)) return { place, coverage: value };
  if (hasLists(value)) throw new RecordingError(`${place.file} ${noReport}`);
  return { place, kind: 'recording', recording: toRecording(value, place.file) };
}

/** `undefined` for what is not JSON. */
function parsed(bytes: Buffer): unknown {
  try {
    // Some programs write a byte order mark.
    return JSON.parse(textOf(bytes));
  } catch {
    return undefined;
  }
}

async function* ofEntries(file: string, { pieces, body }: HarFile): AsyncGenerator<Iterable<Found>> {
  const scanner = new EntryScanner(largestEntry);
  /** The beginning of the file, for as long as it may be no list. */
  const kept: Buffer[] = [];
  let size = 0;
  /** A page, a picture or a log may have brackets too, which begin no list of entries. */
  let mayBeList = true;
  for await (const piece of pieces()) {
    if (size === 0) mayBeList = /^(?:\xef\xbb\xbf)?\s*(?:[[{]|$)/.test(piece.toString('latin1', 0, 99));
    if (mayBeList) yield readEach(file, scanner.write(piece), body);
    size += piece.length;
    if (scanner.end().hasList || size > largestEntry) kept.length = 0;
    else kept.push(piece);
  }
  const end = scanner.end();
  if (end.hasList) {
    if (!end.isClosed) throw new RecordingError(cutOff(file, end));
    return;
  }
  if (size > largestEntry) throw tooLarge(file, size, largestEntry);
  const bytes = Buffer.concat(kept);
  const value = parsed(bytes);
  if (value === undefined) throw new RecordingError(`${file} is not JSON`);
  const found = isHar(file) && !(isObject(value) && isObject(value.request)) ? undefined : ofValue(bytes, { file });
  if (!found) throw new RecordingError(`${file} is no HAR file: log.entries is missing`);
  yield [found];
}

function* readEach(file: string, entries: Iterable<ScannedEntry>, body: ReadBody): Generator<Found> {
  for (const entry of entries) yield ofEntry(file, entry, body);
}

const cutOff = (file: string, { last, isOpen }: ScanEnd): string =>
  `${file} was cut off: it ends ${isOpen ? 'within' : 'after'} entry ${last}`;

/** Browsers write what they did not understand themselves; the other entries are as good as before. */
function ofEntry(file: string, { bytes, value, number, from, to }: ScannedEntry, body: ReadBody): Found {
  const place = { file, entry: { number, from, to } };
  try {
    if (!value && !bytes && to > from) throw tooLarge(sourceOf(place), to - from, largestEntry);
    const name = sourceOf(place);
    return { place, ...(value ? entryOf(value, name, body) : readEntry(bytes?.toString('utf8') ?? 'null', name, body)) };
  } catch (error) {
    if (!(error instanceof RecordingError)) throw error;
    return { place, problem: error.message };
  }
}

/**
 * One entry of a list: of a HAR file, of a journal, or of recordings.
 * @param place what it is called
 * @throws RecordingError for text that is no such entry
 */
export function readEntry(text: string, place: string, body: ReadBody): Entry {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RecordingError(`${place} is not JSON`);
  }
  return entryOf(value, place, body);
}

function entryOf(value: unknown, place: string, body: ReadBody): Entry {
  if (isJournalEntry(value)) return { kind: 'journal', recording: journalRecording(value, place) };
  const { request } = (isObject(value) ? value : {}) as { request?: unknown };
  if (isObject(request) && isObject(request.headers) && !('startedDateTime' in (value as object)))
    return { kind: 'recording', recording: toRecording(value, place) };
  return { kind: 'har', recording: entryRecording(value, place, body) };
}
