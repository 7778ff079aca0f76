/**
 * The mock that is soaked, in a process of its own. It tells its parent where it listens, and how it is whenever it is asked.
 *
 *   node --expose-gc --import tsx server.ts <store>
 */
import { setTimeout as wait } from 'node:timers/promises';
import { contract } from '../../../compiled/contract.js';
import { createMock } from '../../../src/mock/index.js';

/** How the process of a mock is, after a garbage collection. */
export interface Health {
  /** Bytes. */
  heap: number;
  /** What keeps the process alive, such as timers and sockets, in numbers. */
  handles: Record<string, number>;
  /** Characters of the journal as it is read. */
  journal: number;
  /** Entries of it that are still open. */
  open: number;
  /** Bytes. */
  rss: number;
}

const [store = 'memory:'] = process.argv.slice(2);
// Most tiers of requests come to no end of their own here: what is broken is to show as growth, not as a refusal.
const mock = await createMock({ store, contract });

async function health(): Promise<Health> {
  // That a caller has left shows when something is written, or is not for a while.
  for (let turn = 0; turn < 600 && mock.journal().some(({ open }) => open); turn++) await wait(50);
  // What is closed is forgotten a few turns later.
  for (let turn = 0; turn < 3; turn++) {
    await wait(50);
    globalThis.gc?.();
  }
  const { heapUsed: heap, rss } = process.memoryUsage();
  const handles: Record<string, number> = {};
  for (const name of process.getActiveResourcesInfo()) handles[name] = (handles[name] ?? 0) + 1;
  const entries = mock.journal();
  return { heap, rss, handles, journal: JSON.stringify(entries).length, open: entries.filter(({ open }) => open).length };
}

process.on('message', async () => process.send?.(await health()));
process.on('disconnect', () => process.exit());
process.send?.(await mock.listen());
