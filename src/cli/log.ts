/** One line per exchange, at its end. The key never gets here: no header is written. */

import { perTurn } from '../http/per-turn.js';
import type { JournalRecord } from '../journal/journal.js';

export type LogFormat = 'pretty' | 'json' | 'silent';

/** How a stream ended, what went wrong with it, and who left early. */
const endOf = ({ events, fault, aborted }: JournalRecord): string =>
  `${events === undefined ? '' : `, ${events} events`}${fault === undefined ? '' : `, ${fault}`}${aborted ? ', aborted' : ''}`;

function pretty(record: JournalRecord): string {
  const time = new Date(record.time).toISOString().slice(11, 23);
  const what = record.callback
    ? `callback try ${record.callback.attempt}${record.callback.error ? `: ${record.callback.error}` : ''}`
    : (record.operation ?? '-');
  const findings = [
    ...record.violations.map(({ message }) => message),
    ...record.warnings.map((warning) => `${warning.message} (${warning.in}${warning.pointer})`),
  ];
  return `${time} ${record.method} ${record.path} ${record.status} ${what} ${record.example ?? '-'} ${record.duration.toFixed(1)} ms${endOf(record)}${findings.length > 0 ? ` | ${findings.join('; ')}` : ''}\n`;
}

function json({
  time,
  session,
  method,
  path,
  query,
  operation,
  example,
  scenario,
  recording,
  status,
  mediaType,
  violations,
  warnings,
  duration,
  events,
  fault,
  aborted,
  callback,
}: JournalRecord): string {
  return `${JSON.stringify({ time: new Date(time).toISOString(), session, method, path, query, operation, example, scenario, recording, status, mediaType, violations, warnings, duration, events, fault, aborted, callback })}\n`;
}

/** A writer that gathers the lines of one turn of the event loop, since a write costs more than a request. */
export function createLog(format: LogFormat, out: NodeJS.WritableStream = process.stdout): ((record: JournalRecord) => void) | undefined {
  if (format === 'silent') return undefined;
  const toLine = format === 'json' ? json : pretty;
  return perTurn((records) => out.write(records.map(toLine).join('')));
}
