import { visibleLines } from '../../http/visible-text.js';

/** Ends the process with one line for the person who called it. 2: it was called otherwise than it can be, or could not begin. */
export function fail(message: string, code: number): never {
  process.stderr.write(`${visibleLines(message)}\n`);
  process.exit(code);
}
