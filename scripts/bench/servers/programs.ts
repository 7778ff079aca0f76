/** Starts servers as programs of their own, and sees to it that none outlives the benchmark. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../lib/net/free-port.js';
import { project } from '../../lib/project.js';
import type { Workload } from './workloads.js';

export interface Command {
  title: string;
  program: string;
  /** @param port on which the server is to listen */
  args: (port: number) => string[];
  env?: Record<string, string>;
}

export interface Program {
  /** Its process group, which has all that it started. */
  group: number;
  url: string;
  /** Milliseconds from its start to its first answer. */
  start: number;
  stop(): Promise<void>;
}

/** How long a program may take to its first answer. */
const patience = 60_000;

const running = new Set<ChildProcess>();

function kill({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Ends all programs when the benchmark ends, however it does. */
export function stopProgramsOnExit(): void {
  process.on('exit', () => running.forEach(kill));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));
}

export interface Answer {
  status: number;
  text: string;
}

/** Sends a request once, on a connection of its own. @returns `undefined` where nobody listens, or the answer breaks off */
export const ask = (url: string, { method, path, headers, body }: Workload): Promise<Answer | undefined> =>
  new Promise((resolve) => {
    const length = String(Buffer.byteLength(body));
    const sent = request(url + path, { method, headers: { ...headers, 'content-length': length }, agent: false, timeout: 10_000 });
    sent.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        text += piece;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', () => resolve(undefined));
    });
    sent.on('timeout', () => sent.destroy());
    sent.on('error', () => resolve(undefined));
    sent.end(body);
  });

/**
 * Starts a server and waits for its first answer, whatever that says.
 * @param log file for its output
 * @throws Error when it ends, or does not answer in time
 */
export async function startProgram({ title, program, args, env }: Command, log: string, probe: Workload): Promise<Program> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const output = openSync(log, 'a');
  const begin = performance.now();
  const child = spawn(program, args(port), {
    cwd: project.root,
    stdio: ['ignore', output, output],
    env: { ...process.env, ...env },
    detached: true,
  });
  closeSync(output);
  running.add(child);
  let failure: string | undefined;
  const ended = new Promise<void>((resolve) => {
    child.once('error', ({ message }) => {
      failure = message;
      resolve();
    });
    child.once('exit', (code, signal) => {
      failure = `it ended with ${signal ?? `code ${code}`}: ${readFileSync(log, 'utf8').trim().split('\n').at(-1) ?? ''}`;
      resolve();
    });
  });
  const stop = async () => {
    kill(child);
    await ended;
    running.delete(child);
  };
  while ((await ask(url, probe)) === undefined) {
    if (failure === undefined && performance.now() - begin < patience) {
      await sleep(5);
      continue;
    }
    await stop();
    throw new Error(`${title} did not start: ${failure ?? `no answer within ${patience / 1000} s`}`);
  }
  return { group: child.pid as number, url, start: performance.now() - begin, stop };
}
