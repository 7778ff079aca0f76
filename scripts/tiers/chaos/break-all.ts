/** All that is broken, one after the other. */
import { tryCopies } from './copies.js';
import { tryFullDisk } from './disk.js';
import { tryKills } from './kills.js';
import type { Outcome } from './outcome.js';
import { hasRedis } from './redis-server.js';
import { tryTroubles } from './troubles.js';

interface Part {
  part: string;
  attempt: () => Promise<Outcome>;
}

const withRedis = (part: string, attempt: () => Promise<Outcome>): Part => ({
  part,
  attempt: async () => (hasRedis ? attempt() : { part, figures: '', wrong: [], skipped: 'no redis-server on this machine' }),
});

/** What a part stumbles over is told as what does not hold, and the others are tried all the same. */
async function outcomeOf({ part, attempt }: Part): Promise<Outcome> {
  try {
    return await attempt();
  } catch (error) {
    return { part, figures: 'not tried to its end', wrong: [(error as Error).message] };
  }
}

/** @param short less of each @param say gets a line for each part, and for what does not hold @returns how many parts do not hold */
export async function breakAll(short: boolean, say: (line: string) => void): Promise<number> {
  const [jobs, kills, rounds, exchanges] = short ? [20, 150, 1, 10] : [100, 300, 3, 100];
  const parts = [
    withRedis('copies agree', () => tryCopies(jobs)),
    { part: 'kill -9', attempt: () => tryKills(kills) },
    withRedis('Redis in trouble', () => tryTroubles(rounds)),
    { part: 'a full disk', attempt: () => tryFullDisk(exchanges) },
  ];
  let failed = 0;
  for (const one of parts) {
    const begin = performance.now();
    const { part, figures, wrong, skipped } = await outcomeOf(one);
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    say(
      skipped === undefined
        ? `${wrong.length === 0 ? 'holds' : 'fails'}  ${part} (${seconds} s): ${figures}`
        : `skipped ${part}: ${skipped}`,
    );
    for (const what of wrong) say(`  ${what}`);
    if (wrong.length > 0) failed++;
  }
  return failed;
}
