/** Starts the command as a user does. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** The program. */
export const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export interface Running {
  child: ChildProcessWithoutNullStreams;
  ended: Promise<{ code: number | null; output: string; errors: string }>;
  /** The address that it says it listens on. */
  listening(): Promise<string>;
  output(): string;
}

export const runCommand = (...args: string[]): Running => runCommandIn(process.cwd(), ...args);

export const runCommandIn = (folder: string, ...args: string[]): Running => runCommandWith({}, folder, ...args);

/** @param env of the process, besides what this one has */
export function runCommandWith(env: NodeJS.ProcessEnv, folder: string, ...args: string[]): Running {
  const child = spawn(process.execPath, [cli, ...args], { cwd: folder, env: { ...process.env, NEXCONN_API_KEY: undefined, ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  let errors = '';
  child.stdout.on('data', (data) => {
    output += data;
  });
  child.stderr.on('data', (data) => {
    errors += data;
  });
  const ended = new Promise<{ code: number | null; output: string; errors: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, output, errors })),
  );
  return {
    child,
    ended,
    output: () => output,
    async listening() {
      for (;;) {
        const [, said, told] = /Listening on (\S+)|"url":"([^"]+)"/.exec(output) ?? [];
        const url = said ?? told;
        if (url) return url;
        if (child.exitCode !== null) throw new Error(errors);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
}
