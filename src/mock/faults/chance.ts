/** Latency and errors by chance. */
import type { Chance } from '../../contract/chance/chance.js';
import type { PreparedOperation } from '../../contract/prepared.js';

export interface FaultsByChance {
  /** Milliseconds to wait before an answer. */
  latencyMs: (chance: Chance) => number;
  /** Status of an error to answer instead. */
  randomFault: (operation: PreparedOperation, chance: Chance) => number | undefined;
}

/** Statuses of passing faults among those that an operation declares. */
const passing = (operation: PreparedOperation): number[] =>
  Object.keys(operation.responses)
    .map(Number)
    .filter((status) => status === 429 || status >= 500);

export function faultsByChance({
  latencyMs = 0,
  errorRate = 0,
}: {
  latencyMs?: number | [number, number];
  errorRate?: number;
}): FaultsByChance {
  const [from, to] = Array.isArray(latencyMs) ? latencyMs : [latencyMs, latencyMs];
  return {
    latencyMs: ({ random }) => (from === to ? from : from + random() * (to - from)),
    randomFault(operation, { random }) {
      if (errorRate === 0 || random() >= errorRate) return undefined;
      const statuses = passing(operation);
      return statuses[Math.floor(random() * statuses.length)];
    },
  };
}
