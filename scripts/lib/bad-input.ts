import { visible } from '../../src/http/visible-text.js';

/** The input is unusable; the message is one line in the caller's terms. */
export class BadInput extends Error {}

const isUsageError = (error: unknown): error is Error =>
  error instanceof BadInput || (error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS'));

/** Runs a script: its number is the exit code, and unusable input is one line on stderr and exit code 2. */
export async function run(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!isUsageError(error)) throw error;
    console.error(visible(error.message.split('\n', 1)[0] as string));
    process.exitCode = 2;
  }
}
