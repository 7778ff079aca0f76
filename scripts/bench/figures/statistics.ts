/** Figures of several runs made one. */
import type { LoadFigures } from './result.js';

/** The middle value; between the two middle ones where their number is even. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('no values to take the median of');
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] as number;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] as number;
  return (lower + upper) / 2;
}

/** The median of each figure; of the processor time only if every run has it. */
export function medianFigures(runs: readonly LoadFigures[]): LoadFigures {
  const cpu = runs.flatMap((run) => run.cpu ?? []);
  return {
    requestsPerSecond: median(runs.map((run) => run.requestsPerSecond)),
    p99: median(runs.map((run) => run.p99)),
    ...(cpu.length === runs.length && { cpu: median(cpu) }),
  };
}

/** The list begun at another place, so that every member comes first once. */
export function rotate<T>(list: readonly T[], by: number): T[] {
  const start = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}

/** How many times as fast the first is as the second. */
export interface Ratio {
  /** By requests per second. */
  requests: number;
  /** By processor time for a request, which other work on the machine disturbs less. */
  cpu?: number;
}

export const ratio = (of: LoadFigures, to: LoadFigures): Ratio => ({
  requests: of.requestsPerSecond / to.requestsPerSecond,
  ...(of.cpu !== undefined && to.cpu !== undefined && { cpu: to.cpu / of.cpu }),
});
