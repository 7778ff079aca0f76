/** Entries of a journal, as `GET /__mock/requests` and `GET /__proxy/requests` tell them. */
import { isObject } from '../journal/control.js';
import type { JournalEntry } from '../journal/journal.js';
import { type Recording, RecordingError } from './recording.js';

/** What no other kind of exchange has. */
export const isJournalEntry = (value: unknown): boolean =>
  isObject(value) && typeof value.method === 'string' && typeof value.path === 'string' && value.request === undefined;

/**
 * The request of an entry. A journal keeps no responses, and of one that was asked for in short no headers and bodies either.
 * @throws RecordingError for what is no entry
 */
export function journalRecording(value: unknown, place: string): Recording {
  if (!isJournalEntry(value)) throw new RecordingError(`${place} is no entry of a journal: it needs method and path`);
  const { time, operation, requestId, method, path, query, requestHeaders, requestBody, duration, callback } =
    value as Partial<JournalEntry>;
  const url = callback?.url ?? `${path}${query ? `?${query}` : ''}`;
  return {
    time: new Date(Number(time) || 0).toISOString(),
    ...(operation !== undefined && { operation }),
    ...(requestId !== undefined && { requestId }),
    request: {
      method: method as string,
      url,
      headers: isObject(requestHeaders) ? (requestHeaders as Record<string, string>) : {},
      ...(typeof requestBody === 'string' ? { text: requestBody } : requestBody !== undefined && { json: requestBody }),
    },
    duration: Number(duration) || 0,
    violations: [],
  };
}
