/** Runs programs. */
import { execFile } from 'node:child_process';

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

export type Run = (command: string, args: readonly string[]) => Promise<Ran>;

/** @param cwd where the programs run; @param signal ends them, and lets none begin: its reason is thrown once none runs any more */
export const runIn =
  (cwd: string, signal?: AbortSignal): Run =>
  (command, args) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const end = () => void child.kill();
      const child = execFile(command, [...args], { cwd, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
        signal?.removeEventListener('abort', end);
        if (signal?.aborted) reject(signal.reason);
        else if (error && typeof error.code !== 'number') reject(error);
        else resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
      });
      signal?.addEventListener('abort', end);
    });

/** What a program says of itself when it fails, in one line. */
export const complaintOf = ({ stdout, stderr }: Ran): string =>
  (stderr.trim() || stdout.trim())
    .split('\n')
    .at(-1)
    ?.replace(/^(?:fatal|error): /, '') ?? '';

/** @throws Error in the program's words when it fails */
export async function demand(run: Run, command: string, args: readonly string[]): Promise<string> {
  const ran = await run(command, args);
  if (ran.code !== 0) throw new Error(`${command} ${args[0]}: ${complaintOf(ran)}`);
  return ran.stdout;
}
