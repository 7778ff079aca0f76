/** The request of an entry of the journal, to be sent again. */
import type { JournalEntry } from '../../../journal/journal.js';
import { redacted } from '../../../journal/secrets.js';
import type { Draft } from '../parts/request.js';

/** Headers that are about the bytes of a body, which is sent as plain UTF-8 text now. */
const aboutBytes = new Set(['content-encoding', 'content-length', 'transfer-encoding']);

const bodiless = new Set(['GET', 'HEAD']);

/** Whether there was a body that the journal does not have. */
export const lacksBody = ({ method, requestHeaders, requestBody }: JournalEntry): boolean =>
  !bodiless.has(method) &&
  requestBody === undefined &&
  ('transfer-encoding' in requestHeaders || (requestHeaders['content-length'] ?? '0') !== '0');

/** @param key stands where the request had one, which the journal does not tell */
export function draftOf({ method, path, query, session, requestHeaders, requestBody }: JournalEntry, key: string): Draft {
  const headers = Object.entries(requestHeaders).flatMap(([name, value]) => {
    if (aboutBytes.has(name)) return [];
    if (name === 'content-type') return [[name, value.replace(/;\s*charset=[^;]*/i, '')]];
    if (value !== redacted) return [[name, value]];
    return key === '' ? [] : [[name, name === 'authorization' ? `Bearer ${key}` : key]];
  });
  const parameters = [...new URLSearchParams(query)].map(([name, value]) => [name, value === redacted ? key : value]);
  return {
    method,
    path: path.replaceAll('#', '%23') + (parameters.length > 0 ? `?${new URLSearchParams(parameters)}` : ''),
    session,
    headers: Object.fromEntries(headers),
    body:
      requestBody === undefined || bodiless.has(method)
        ? undefined
        : typeof requestBody === 'string'
          ? requestBody
          : JSON.stringify(requestBody),
  };
}
