/**
 * Breaks what the mock stands on: Redis, its process, its disk. Properties that do not hold end it with 1.
 *
 *   npm run chaos [-- --short]
 */
import { parseArgs } from 'node:util';
import { run } from '../../lib/bad-input.js';
import { tryCopies } from './copies.js';
import { tryFullDisk } from './disk.js';
import { tryKills } from './kills.js';
import type { Outcome } from './outcome.js';
import { hasRedis } from './redis-server.js';
import { tryTroubles } from './troubles.js';

const withRedis = (part: string, attempt: () => Promise<Outcome>) => async (): Promise<Outcome> =>
  hasRedis ? attempt() : { part, figures: '', wrong: [], skipped: 'no redis-server on this machine' };

await run(async () => {
  const { short = false } = parseArgs({ options: { short: { type: 'boolean' } } }).values;
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
    console.log(
      skipped === undefined
        ? `${wrong.length === 0 ? 'holds ' : 'BROKEN'}  ${part} (${seconds} s): ${figures}`
        : `skipped ${part}: ${skipped}`,
    );
    for (const one of wrong) console.log(`  ${one}`);
    if (wrong.length > 0) failed++;
  }
  return failed > 0 ? 1 : 0;
});
