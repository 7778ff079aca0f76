import { visibleJson, visibleLines } from '../../http/visible-text.js';

/** Whether the log is to be lines of JSON, as far as a command line tells that may be wrong itself. */
const isForPrograms = (args: readonly string[]): boolean =>
  args.some((arg, at) => arg === '--log=json' || (arg === '--log' && args[at + 1] === 'json'));

/** Says why a command does not begin, or goes on no more, to who reads its log as lines of JSON; people read it on the standard error. */
export function logFailure(message: string): void {
  if (!isForPrograms(process.argv)) return;
  const line = JSON.stringify({ type: 'error', time: new Date().toISOString(), message });
  process.stdout.write(`${visibleJson(line)}\n`);
}

/** Ends the process with one line for the person who called it. 2: it was called otherwise than it can be, or could not begin. */
export function fail(message: string, code: number): never {
  logFailure(message);
  process.stderr.write(`${visibleLines(message)}\n`);
  process.exit(code);
}
