/** What becomes of requests that a server does not let in. */
import type { HttpRequest } from '../http/message.js';
import type { ServerRefusal } from '../http/server/refusal.js';
import type { JournalRecord } from './journal.js';

/**
 * The record of a request that was refused before anybody had read it.
 * @param time milliseconds since 1970
 */
export const refusedRecord = (request: HttpRequest, { status, message }: ServerRefusal, time: number, session = ''): JournalRecord => ({
  time,
  session,
  method: request.method,
  path: request.path,
  query: request.query.toString(),
  status,
  mediaType: '',
  violations: [],
  warnings: [],
  refused: message,
  duration: 0,
  requestHeaders: request.headers(),
});
