/** The mock is killed in the middle of jobs of all families: what it answered is known to the next one, right after its start. */
import { freePort } from '../../lib/net/free-port.js';
import { jobKinds, listedKind } from './jobs-of-contract.js';
import { Judge, largest, type Outcome, range } from './outcome.js';
import { type Served, serve } from './processes.js';
import { hasRedis, startRedis } from './redis-server.js';

const atOnce = 20;

/** @param size number of jobs that are begun */
export async function tryKills(size: number): Promise<Outcome> {
  const judge = new Judge();
  const redis = hasRedis ? await startRedis() : undefined;
  const flags = ['mock', '--log', 'pretty', ...(redis ? ['--store', redis.address] : [])];
  // That of the first is to be the second one's.
  const port = String(await freePort());
  let mock: Served = await serve(...flags, '--port', port);
  const known: { index: number; id: string; prefer: string | undefined }[] = [];
  const kinds = jobKinds.length;
  let lost = 0;
  const most = Math.max(kinds, size - 3 * atOnce);
  let killed: Promise<void> | undefined;
  const begin = async (number: number) => {
    const index = number % kinds;
    const prefer = number % 3 === 0 ? 'session=kept' : undefined;
    try {
      const id = await jobKinds[index]?.create(mock.url, prefer);
      if (id !== undefined) known.push({ index, id, prefer });
    } catch (error) {
      // It was under way when the mock died: nobody was told of it.
      if (!killed) throw error;
      lost++;
    }
  };
  try {
    for (let from = 0; from < most; from += atOnce)
      await Promise.all(range(Math.min(atOnce, most - from)).map((next) => begin(from + next)));
    // It dies when the first of the rest is answered: the others are under way.
    const rest = range(size - most).map((next) => begin(most + next));
    await Promise.race(rest);
    killed = mock.kill();
    await Promise.all([killed, ...rest]);
    mock = await serve(...flags, '--port', port);
    const families = new Set<string>();
    const answers = await Promise.all(
      known.map(async ({ index, id, prefer }) => {
        const kind = jobKinds[index];
        const answer = await kind?.query(mock.url, id, prefer);
        judge.expect(
          answer !== undefined && answer.status < 300,
          () => `${kind?.name}: ${id} is answered ${answer?.status} after the restart`,
        );
        judge.expect(JSON.stringify(answer?.body ?? '').includes(id), () => `${kind?.name}: the answer about ${id} does not name it`);
        families.add(kind?.name ?? '');
        return answer?.milliseconds ?? 0;
      }),
    );
    judge.expect(families.size === new Set(jobKinds.map(({ name }) => name)).size, () => `only ${families.size} families had jobs`);
    if (redis && listedKind) {
      const own = known.filter(({ index, prefer }) => jobKinds[index]?.name === listedKind?.name && prefer !== undefined);
      const list = await listedKind.list(mock.url, 'session=kept');
      judge.expect(
        own.every(({ id }) => list.includes(id)),
        () => 'the list lost a job over the restart',
      );
    }
    return judge.outcome(
      'kill -9',
      `${known.length} jobs of ${families.size} families by ${kinds} requests, ${lost} under way when it died; after the restart each answered, the last after ${largest(answers)} ms`,
    );
  } finally {
    await mock.kill();
    await redis?.stop();
  }
}
