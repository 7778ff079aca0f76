/** A Redis server for tests that need a real one. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../lib/net/free-port.js';

/** Whether there is one on this machine, which is said once. */
export const hasRedis = (() => {
  try {
    execFileSync('redis-server', ['--version']);
    return true;
  } catch {
    console.log('skipped: no redis-server on this machine');
    return false;
  }
})();

export interface RedisServer {
  /** As the option `store` has it. */
  address: string;
  /** Ends it as a machine that breaks does, and starts another one in its place, which knows nothing. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Lets it answer nothing, while no connection breaks. */
  pause(): void;
  resume(): void;
  /** What `redis-cli` says. */
  command(...words: string[]): string;
  /** Ends it for good. */
  stop(): Promise<void>;
}

export async function startRedis(...options: string[]): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'nexconn-redis-'));
  const port = await freePort();
  const address = `redis://127.0.0.1:${port}`;
  const launch = async () => {
    const redis = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', ...options], {
      stdio: 'pipe',
    });
    await new Promise<void>((resolve, reject) => {
      redis.stdout.on('data', (data) => String(data).includes('Ready to accept') && resolve());
      redis.once('exit', (code) => reject(new Error(`redis-server ended with ${code}`)));
    });
    return redis;
  };
  let redis = await launch();
  const kill = async () => {
    if (redis.exitCode !== null || redis.signalCode !== null) return;
    const ended = new Promise((resolve) => redis.once('exit', resolve));
    redis.kill('SIGKILL');
    await ended;
  };
  return {
    address,
    kill,
    async start() {
      redis = await launch();
    },
    pause: () => redis.kill('SIGSTOP'),
    resume: () => redis.kill('SIGCONT'),
    command: (...words) => execFileSync('redis-cli', ['-u', address, ...words], { encoding: 'utf8' }).trim(),
    async stop() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
