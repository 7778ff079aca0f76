/** Redis is not there at the start, is slow, is paused, dies and comes back: what needs it says so in time, all else goes on, and nobody hears its password. */

import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';
import { type Answered, jobKinds, listedKind } from './jobs-of-contract.js';
import { Judge, largest, type Outcome, within } from './outcome.js';
import { type Served, serve, start } from './processes.js';
import { type RedisServer, startRedis } from './redis-server.js';

const part = 'Redis in trouble';
const password = 'pass-9f1c27aa';

/** Milliseconds in which what needs Redis is answered one way or the other, with what a busy machine adds. */
const usualPatience = 1000 + 500;

interface Delayed {
  address: string;
  /** Milliseconds by which each answer comes later. */
  delay: number;
  close(): void;
}

/** Redis behind a slow network. */
async function slowly(to: string): Promise<Delayed> {
  const { port } = new URL(to);
  const sockets = new Set<Socket>();
  const delayed = { delay: 0 };
  const server = createServer((caller) => {
    const redis = connect(Number(port), '127.0.0.1');
    for (const socket of [caller, redis]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        caller.destroy();
        redis.destroy();
      });
    }
    caller.pipe(redis);
    redis.on('data', (piece) => setTimeout(() => caller.writable && caller.write(piece), delayed.delay));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(delayed, {
    address: `redis://:${password}@127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  });
}

/** @param rounds how often each trouble comes; @param inTime milliseconds in which what needs Redis has to be answered */
export async function tryTroubles(rounds: number, inTime = usualPatience): Promise<Outcome> {
  if (!listedKind) return { part, figures: '', wrong: [], skipped: 'the contract lists no jobs' };
  const judge = new Judge();
  const redis = await startRedis('--requirepass', password);
  const slow = await slowly(redis.address);
  const said: string[] = [];
  try {
    said.push(await atTheStart(judge, redis, slow.address, Math.max(10_000, inTime)));
    const mock = await serve('mock', '--port', '0', '--log', 'pretty', '--store', slow.address, '--task-seconds', '0');
    try {
      const troubles: [string, () => unknown, () => unknown][] = [
        ['is paused', () => redis.pause(), () => redis.resume()],
        ['dies', () => redis.kill(), () => redis.start()],
        ['is slow', () => setDelay(slow, 2000), () => setDelay(slow, 0)],
      ];
      const times: number[] = [];
      const returns: number[] = [];
      for (let round = 0; round < rounds; round++)
        for (const [name, begin, end] of troubles) {
          const back = await during({ judge, mock, times, said, inTime }, name, begin, end);
          if (back !== undefined) returns.push(back);
        }
      setDelay(slow, 100);
      const list = await within(60_000, async () => (await listedKind?.page(mock.url))?.status === 200);
      judge.expect(list !== undefined, () => 'with 100 ms of delay a list is not answered');
      judge.expect(!said.concat(mock.said()).some((text) => text.includes(password)), () => 'the password of Redis was told');
      return judge.outcome(
        part,
        `${rounds * 3} troubles; what needs Redis answered in at most ${largest(times)} ms, back after at most ${largest(returns)} ms`,
      );
    } finally {
      await mock.kill();
    }
  } finally {
    slow.close();
    redis.resume();
    await redis.stop();
  }
}

function setDelay(slow: Delayed, milliseconds: number): void {
  slow.delay = milliseconds;
}

/** A mistake in an address is said at once: a mock does not start without its store, and starts once that is there. */
async function atTheStart(judge: Judge, redis: RedisServer, address: string, inTime: number): Promise<string> {
  await redis.kill();
  const begin = performance.now();
  const { url, code, said, kill } = await start(['mock', '--port', '0', '--store', address]);
  const took = performance.now() - begin;
  if (url !== undefined) await kill();
  judge.expect(url === undefined && code === 2, () => 'a mock starts whose Redis is not there');
  judge.expect(took < inTime, () => `that Redis is not there was said after ${Math.round(took)} ms`);
  judge.expect(/^no Redis at redis:\/\//.test(said()), () => `that Redis is not there was said as: ${said()}`);
  await redis.start();
  return said();
}

interface Watched {
  judge: Judge;
  mock: Served;
  /** Milliseconds that answers took. */
  times: number[];
  /** What callers were told. */
  said: string[];
  inTime: number;
}

async function during(
  { judge, mock, times, said, inTime }: Watched,
  name: string,
  begin: () => unknown,
  end: () => unknown,
): Promise<number | undefined> {
  if (!listedKind) return undefined;
  const { url } = mock;
  const jobs = await Promise.all(jobKinds.map(async (kind) => ({ kind, id: await kind.create(url) })));
  await begin();
  try {
    const refused: Answered[] = [await listedKind.page(url), await listedKind.page(url)];
    for (const { status, headers, body, milliseconds } of refused) {
      times.push(milliseconds);
      said.push(JSON.stringify(body));
      judge.expect(
        status === 503 && Number(headers.get('retry-after')) >= 1,
        () => `while Redis ${name} a list is answered ${status}: ${JSON.stringify(body)}`,
      );
      judge.expect(
        typeof body?.error?.message === 'string',
        () => `while Redis ${name} a list is refused in no dialect: ${JSON.stringify(body)}`,
      );
      judge.expect(milliseconds < inTime, () => `while Redis ${name} a list is answered after ${Math.round(milliseconds)} ms`);
    }
    for (const { kind, id } of jobs) {
      const { status, body } = await kind.query(url, id);
      judge.expect(status < 300 && JSON.stringify(body).includes(id), () => `while Redis ${name} the job ${id} is answered ${status}`);
    }
    said.push(await (await fetch(`${url}/__mock/health`)).text());
  } finally {
    await end();
  }
  const back = await within(60_000, async () => (await listedKind?.page(url))?.status === 200);
  judge.expect(back !== undefined, () => `after Redis ${name} lists do not come back`);
  return back;
}
