import { visibleLines } from '../../http/visible-text.js';

/** Ends the process with one line for the person who called it. */
export function fail(message: string, code = 1): never {
  process.stderr.write(`${visibleLines(message)}\n`);
  process.exit(code);
}
