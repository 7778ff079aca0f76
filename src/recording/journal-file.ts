/** Entries of a journal, as `GET /__mock/requests` and `GET /__proxy/requests` tell them. */
import { isObject } from '../journal/control.js';
import type { JournalEntry } from '../journal/journal.js';
import { isAddress, isHeaders, type Recording, RecordingError } from './recording.js';

/** What no other kind of exchange has. */
export const isJournalEntry = (value: unknown): boolean =>
  isObject(value) && typeof value.method === 'string' && typeof value.path === 'string' && value.request === undefined;

/** An entry, of which anything else may be missing. */
export type SoundEntry = Partial<JournalEntry> & Pick<JournalEntry, 'method' | 'path'>;

/** Whether an entry has what is read of it in the form in which a journal tells it. */
export function isSound(value: unknown): value is SoundEntry {
  if (!isJournalEntry(value)) return false;
  const { path, query = '', requestHeaders = {}, callback } = value as Partial<JournalEntry>;
  return isAddress(callback?.url ?? path) && typeof query === 'string' && isHeaders(requestHeaders);
}

/**
 * The request of an entry. A journal keeps no responses, and of one that was asked for in short no headers and bodies either.
 * @throws RecordingError for what is no entry
 */
export function journalRecording(value: unknown, place: string): Recording {
  if (!isSound(value))
    throw new RecordingError(`${place} is no entry of a journal: it needs method and path, and texts in query and requestHeaders`);
  const { time, operation, requestId, method, path, query, requestHeaders = {}, requestBody, duration, callback } = value;
  const url = callback?.url ?? `${path}${query ? `?${query}` : ''}`;
  return {
    time: new Date(Number(time) || 0).toISOString(),
    ...(operation !== undefined && { operation }),
    ...(requestId !== undefined && { requestId }),
    request: {
      method,
      url,
      headers: requestHeaders,
      ...(typeof requestBody === 'string' ? { text: requestBody } : requestBody !== undefined && { json: requestBody }),
    },
    duration: Number(duration) || 0,
    violations: [],
  };
}
