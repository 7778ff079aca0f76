/** What a script is told, and what it says where that is unusable. */
import { relative } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { visible } from '../../src/http/visible-text.js';
import { suggestion } from '../../src/options/check-options.js';

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

/** The flag that is most like a wrong one, else all that there are. */
const like = (flag: string, names: readonly string[]): string =>
  names.length === 0
    ? '; there are no flags'
    : suggestion(
        flag,
        names.map((name) => `--${name}`),
      );

/**
 * What a script was given, as `parseArgs` reads it.
 * @throws BadInput for a flag that there is not, with the one that is most like it
 */
export function argumentsOf<Config extends ParseArgsConfig>(config: Config): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    const [, flag] = /^Unknown option '(--[^']+)'/.exec((error as Error).message) ?? [];
    if (flag === undefined) throw error;
    throw new BadInput(`Unknown option '${flag}'${like(flag, Object.keys(config.options ?? {}))}`);
  }
}

/** The flags that a script was given, which have no values; another one ends it. */
export function flagsOf<Name extends string>(...names: Name[]): Record<Name, boolean> {
  const given = process.argv.slice(2);
  const unknown = given.find((word) => !names.some((name) => word === `--${name}`));
  if (unknown !== undefined) {
    console.error(`Unknown option '${unknown}'${like(unknown, names)}`);
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
