/** Servers as users start them, and what one hears of them. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { project } from '../../lib/project.js';
import { startNode } from '../processes/children.js';

/** Milliseconds in which a command listens or ends, on a busy machine too. */
const patience = 60_000;

const cli = join(project.root, 'dist/cli.js');

export interface Served {
  url: string;
  pid: number;
  /** All that it has said. */
  said(): string;
  /** Ends it as a machine that breaks does. */
  kill(): Promise<void>;
}

/** What came of a command that may end by itself. */
export interface Started {
  /** Absent where it ended instead. */
  url?: string;
  pid: number;
  code: number | null;
  said(): string;
  kill(): Promise<void>;
}

/** Starts a command, and waits until it listens or has ended. */
export async function start(args: readonly string[]): Promise<Started> {
  const child = startNode([cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, PORT: undefined, HOST: undefined } });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (piece) => {
      said += piece;
    });
  const ended = once(child, 'close');
  const listens = new Promise<string>((resolve) => {
    child.stdout?.on('data', () => {
      const url = /Listening on (http\S+)/.exec(said)?.[1];
      if (url) resolve(url);
    });
  });
  const late = new AbortController();
  const url = await Promise.race([
    listens,
    ended.then(() => undefined),
    setTimeout(patience, undefined, { signal: late.signal }).catch(() => undefined),
  ]);
  late.abort();
  return {
    ...(url !== undefined && { url }),
    pid: child.pid as number,
    code: child.exitCode,
    said: () => said,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** @throws Error where it does not listen */
export async function serve(...args: string[]): Promise<Served> {
  const { url, pid, said, kill } = await start(args);
  if (url === undefined) throw new Error(`${args.join(' ')} does not listen: ${said()}`);
  return { url, pid, said, kill };
}

/** Passes requests on to one server after the other, as what stands before copies does. */
export async function roundRobin(urls: readonly string[]): Promise<{ url: string; close(): void }> {
  let next = 0;
  const server = createServer((incoming, outgoing) => {
    const target = new URL(urls[next++ % urls.length] as string);
    const { method, url: path, headers } = incoming;
    const passed = request({ hostname: target.hostname, port: target.port, method, path, headers }, (response: IncomingMessage) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
