/** Latency and errors by chance; the same from run to run for one seed. */

import { createRandom } from '../../contract/chance/random.js';
import type { PreparedOperation } from '../../contract/prepared.js';

export interface ChanceOptions {
  latencyMs?: number | [number, number] | undefined;
  errorRate?: number | undefined;
  seed?: number | undefined;
}

/** Statuses of passing faults among those that an operation declares. */
const passing = (operation: PreparedOperation): number[] =>
  Object.keys(operation.responses)
    .map(Number)
    .filter((status) => status === 429 || status >= 500);

export function createChance({ latencyMs = 0, errorRate = 0, seed }: ChanceOptions): {
  latencyMs: () => number;
  randomFault: (operation: PreparedOperation) => number | undefined;
} {
  const random = seed === undefined ? Math.random : createRandom(seed);
  const [from, to] = Array.isArray(latencyMs) ? latencyMs : [latencyMs, latencyMs];
  return {
    latencyMs: () => (from === to ? from : from + random() * (to - from)),
    randomFault(operation) {
      if (errorRate === 0 || random() >= errorRate) return undefined;
      const statuses = passing(operation);
      return statuses[Math.floor(random() * statuses.length)];
    },
  };
}
