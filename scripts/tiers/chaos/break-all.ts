/** All that is broken, one after the other. */
import { tryCopies } from './copies.js';
import { tryFullDisk } from './disk.js';
import { tryKills } from './kills.js';
import type { Outcome } from './outcome.js';
import { hasRedis } from './redis-server.js';
import { tryTroubles } from './troubles.js';

const withRedis = (part: string, attempt: () => Promise<Outcome>) => async (): Promise<Outcome> =>
  hasRedis ? attempt() : { part, figures: '', wrong: [], skipped: 'no redis-server on this machine' };

/** @param short less of each @param say gets a line for each part, and for what does not hold @returns how many parts do not hold */
export async function breakAll(short: boolean, say: (line: string) => void): Promise<number> {
  const [jobs, kills, rounds, exchanges] = short ? [20, 150, 1, 10] : [100, 300, 3, 100];
  const parts = [
    withRedis('copies agree', () => tryCopies(jobs)),
    () => tryKills(kills),
    withRedis('Redis in trouble', () => tryTroubles(rounds)),
    () => tryFullDisk(exchanges),
  ];
  let failed = 0;
  for (const attempt of parts) {
    const begin = performance.now();
    const { part, figures, wrong, skipped } = await attempt();
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    say(
      skipped === undefined
        ? `${wrong.length === 0 ? 'holds ' : 'BROKEN'}  ${part} (${seconds} s): ${figures}`
        : `skipped ${part}: ${skipped}`,
    );
    for (const one of wrong) say(`  ${one}`);
    if (wrong.length > 0) failed++;
  }
  return failed;
}
