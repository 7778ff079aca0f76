/** Asks a mock the same for a long time: nothing in it grows. */
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { contract } from '../../../compiled/contract.js';
import type { Json } from '../../../src/contract/prepared/json.js';
import { startRedis } from '../chaos/redis-server.js';
import { startNode } from '../processes/children.js';
import { type Client, openClient, times } from './load.js';
import { soakRequests } from './requests.js';
import type { Health } from './server.js';

/** How many of each. */
export interface SoakCounts {
  chats: number;
  jobs: number;
  streams: number;
  aborted: number;
  /** Bodies with many mistakes. */
  wrong: number;
}

export const whole: SoakCounts = { chats: 1_000_000, jobs: 200_000, streams: 20_000, aborted: 2_000, wrong: 400 };

const mistakes = 2000;
const rounds = 10;
const atOnce = 16;
const mebibyte = 2 ** 20;

/** By how many bytes the heap may grow from the first of ten rounds to the last. */
const mostGrowth = 30 * mebibyte;
/** Characters of the journal as it is read: its room, as JSON may write it, and its heads. */
const mostJournal = 3 * 64 * mebibyte;

const requests = soakRequests(contract);

/** @param server a program that takes a store, listens and tells how it is; that of the mock by default */
export interface SoakOptions {
  counts: SoakCounts;
  /** `memory:`, `redis` for one of its own, or an address. */
  store: string;
  server?: string;
  report(line: string): void;
}

/** @returns what is wrong; nothing where nothing grew */
export async function soak({ counts, store, server = ownServer, report }: SoakOptions): Promise<string[]> {
  const redis = store === 'redis' ? await startRedis() : undefined;
  const child = startNode(['--expose-gc', '--import', 'tsx', server, redis?.address ?? store], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const told = async <T>(): Promise<T> => ((await once(child, 'message')) as [T])[0];
  try {
    const { url } = await told<{ url: string }>();
    const healthNow = async () => {
      const answer = told<Health>();
      child.send('health');
      return answer;
    };
    const healths: Health[] = [];
    const unexpected = new Map<string, number>();
    for (let round = 1; round <= rounds; round++) {
      const client = openClient(url);
      const began = performance.now();
      await runRound(client, counts, unexpected);
      client.close();
      const health = await healthNow();
      healths.push(health);
      report(`round ${round} of ${rounds}, ${((performance.now() - began) / 1000).toFixed(1)} s: ${tellHealth(health)}`);
    }
    return [...judge(healths), ...Array.from(unexpected, ([what, count]) => `${count} times ${what}`)];
  } finally {
    child.disconnect();
    await once(child, 'exit');
    await redis?.stop();
  }
}

const ownServer = fileURLToPath(new URL('server.ts', import.meta.url));

async function runRound(client: Client, counts: SoakCounts, unexpected: Map<string, number>): Promise<void> {
  const share = (count: number) => Math.ceil(count / rounds);
  const expects = (wanted: number, { status, text }: { status: number; text: string }) => {
    if (status === wanted) return;
    const what = `${status} in place of ${wanted}: ${text.slice(0, 200)}`;
    unexpected.set(what, (unexpected.get(what) ?? 0) + 1);
  };
  await times(share(counts.chats), atOnce, async () => expects(200, await client.ask(requests.chat)));
  await times(share(counts.jobs), atOnce, async (index) => {
    const job = requests.jobs[index % requests.jobs.length];
    if (!job) return;
    const created = await client.ask(job.create);
    const query = created.status < 300 ? job.query(JSON.parse(created.text) as Json) : undefined;
    if (!query) expects(200, created);
    else if ((await client.ask(query)).status >= 400) expects(200, { status: 404, text: `no job at ${job.create.path}` });
  });
  await times(share(counts.streams), atOnce, async () => expects(200, await client.ask(requests.stream)));
  await times(share(counts.aborted), atOnce, () => client.leave(requests.slowStream));
  await times(share(counts.wrong), 4, async () => expects(400, await client.ask(requests.wrong(mistakes))));
}

/** What is wrong with how a process has been, from the end of the first round on. */
export function judge(healths: readonly Health[]): string[] {
  const [first, last] = [healths[0], healths.at(-1)];
  if (!first || !last) return [];
  const growth = last.heap - first.heap;
  const handles = (health: Health) => JSON.stringify(Object.entries(health.handles).sort());
  return [
    ...(growth > mostGrowth ? [`the heap grew by ${megabytes(growth)}`] : []),
    ...(handles(first) === handles(last) ? [] : [`handles were ${handles(first)} and are ${handles(last)}`]),
    ...(last.open === 0 ? [] : [`${last.open} entries of the journal are open`]),
    ...(last.journal <= mostJournal ? [] : [`the journal has ${megabytes(last.journal)}`]),
  ];
}

const megabytes = (bytes: number): string => `${(bytes / mebibyte).toFixed(1)} MB`;

const tellHealth = ({ heap, rss, handles, journal, open }: Health): string =>
  `heap ${megabytes(heap)}, RSS ${megabytes(rss)}, journal ${megabytes(journal)} (${open} open), handles ${JSON.stringify(handles)}`;
