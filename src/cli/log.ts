/** One line per request. The key never gets here: no header is written. */
import type { JournalEntry } from '../contract/journal.js';

export type LogFormat = 'pretty' | 'json' | 'silent';

function pretty(entry: JournalEntry): string {
  const time = new Date(entry.time).toISOString().slice(11, 23);
  const what = entry.callback
    ? `callback try ${entry.callback.attempt}${entry.callback.error ? `: ${entry.callback.error}` : ''}`
    : (entry.operation ?? '-');
  const findings = [...entry.violations.map(({ message }) => message), ...entry.warnings.map((pointer) => `unknown field ${pointer}`)];
  return `${time} ${entry.method} ${entry.path} ${entry.status} ${what} ${entry.example ?? '-'} ${entry.duration.toFixed(1)} ms${findings.length > 0 ? ` | ${findings.join('; ')}` : ''}\n`;
}

function json({
  time,
  session,
  method,
  path,
  query,
  operation,
  example,
  status,
  mediaType,
  violations,
  warnings,
  duration,
  callback,
}: JournalEntry): string {
  return `${JSON.stringify({ time: new Date(time).toISOString(), session, method, path, query, operation, example, status, mediaType, violations, warnings, duration, callback })}\n`;
}

/** A writer that gathers the lines of one turn of the event loop, since a write costs more than a request. */
export function createLog(format: LogFormat, out: NodeJS.WritableStream = process.stdout): ((entry: JournalEntry) => void) | undefined {
  if (format === 'silent') return undefined;
  const toLine = format === 'json' ? json : pretty;
  let waiting: JournalEntry[] = [];
  return (entry) => {
    if (waiting.length === 0) {
      setImmediate(() => {
        const lines = waiting;
        waiting = [];
        out.write(lines.map(toLine).join(''));
      });
    }
    waiting.push(entry);
  };
}
