/** The short form of `npm run chaos`, part by part. */
import { expect, onTestFinished, test } from 'vitest';
import { tryCopies } from '../../../../scripts/tiers/chaos/copies.js';
import { tryFullDisk } from '../../../../scripts/tiers/chaos/disk.js';
import { limitedFolder, mountedDisk } from '../../../../scripts/tiers/chaos/full-disk.js';
import { tryKills } from '../../../../scripts/tiers/chaos/kills.js';
import type { Outcome } from '../../../../scripts/tiers/chaos/outcome.js';
import { hasRedis } from '../../../../scripts/tiers/chaos/redis-server.js';
import { tryTroubles } from '../../../../scripts/tiers/chaos/troubles.js';

async function holds(attempt: Promise<Outcome>): Promise<void> {
  const { part, figures, wrong, skipped } = await attempt;
  onTestFinished(() => console.log(skipped === undefined ? `${part}: ${figures}` : `skipped: ${part}, ${skipped}`));
  expect(wrong).toEqual([]);
}

test.skipIf(!hasRedis)('two copies over one Redis agree on polls, lists, deletions, turns and resets', () => holds(tryCopies(10)));

test('each job that was answered is known after a kill', () => holds(tryKills(110)));

// Whoever waits in a suite waits for others, too: how long it takes is judged by the command alone.
test.skipIf(!hasRedis)('Redis that is not there, paused, dead or slow stops nothing else, and comes back', () =>
  holds(tryTroubles(1, Number.POSITIVE_INFINITY)),
);

test.each([
  ['a disk', mountedDisk],
  ['a folder of small files', limitedFolder],
])('%s that is full harms no exchange', (_, make) => {
  const disk = make();
  return holds(
    disk ? tryFullDisk(5, disk) : Promise.resolve({ part: 'a full disk', figures: '', wrong: [], skipped: 'cannot be made here' }),
  );
});
