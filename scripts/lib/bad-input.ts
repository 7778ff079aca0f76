/** What a script is told, and what it says where that is unusable. */
import { relative } from 'node:path';
import { visible } from '../../src/http/visible-text.js';

/** The input is unusable; the message is one line in the caller's terms. */
export class BadInput extends Error {}

const isUsageError = (error: unknown): error is Error =>
  error instanceof BadInput || (error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS'));

/** What Node.js has to say of a flag, without its advice on arguments that begin with a dash, but with where flags are told. */
function inOneLine(error: Error): string {
  const line = error.message.split('\n', 1)[0] ?? '';
  const script = relative(process.cwd(), process.argv[1] ?? '');
  if (error instanceof BadInput || script.startsWith('node_modules')) return line;
  return `${line.replace(/\. To specify .*/, '')}; the first lines of ${script} say what there is`;
}

/** The flags that a script was given, which have no values; another one ends it. */
export function flagsOf<Name extends string>(...names: Name[]): Record<Name, boolean> {
  const given = process.argv.slice(2);
  const unknown = given.find((word) => !names.some((name) => word === `--${name}`));
  if (unknown !== undefined) {
    console.error(`Unknown option '${unknown}'; known: ${names.map((name) => `--${name}`).join(', ') || 'none'}`);
    process.exit(2);
  }
  return Object.fromEntries(names.map((name) => [name, given.includes(`--${name}`)])) as Record<Name, boolean>;
}

/** Runs a script: its number is the exit code, and unusable input is one line on stderr and exit code 2. */
export async function run(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!isUsageError(error)) throw error;
    console.error(visible(inOneLine(error)));
    process.exitCode = 2;
  }
}
