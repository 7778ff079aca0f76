/** Puts servers under load, in turns, so that whatever else the machine does disturbs all of them alike. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoadFigures } from '../figures/result.js';
import { medianFigures, rotate } from '../figures/statistics.js';
import type { Program } from '../servers/programs.js';
import type { Tools } from '../servers/tools.js';
import type { Workload } from '../servers/workloads.js';
import { usageOf } from './usage.js';

export interface LoadPlan {
  /** That count; at least one. */
  rounds: number;
  /** Of each run. */
  seconds: number;
  connections: number;
}

/** The parts of autocannon that are used here. */
type Autocannon = (options: {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string;
  connections: number;
  duration: number;
  sampleInt: number;
}) => Promise<{
  start: Date;
  finish: Date;
  requests: { total: number };
  latency: { p99: number };
  errors: number;
  '2xx': number;
  '4xx': number;
}>;

/** One server with the request it gets. */
export interface Contender {
  title: string;
  program: Program;
  workload: Workload;
}

async function runOnce(autocannon: Autocannon, { title, program, workload }: Contender, seconds: number, connections: number) {
  const { method, path, headers, body, expects } = workload;
  const before = usageOf(program.group);
  const { start, finish, requests, latency, errors, ...statuses } = await autocannon({
    url: program.url + path,
    method,
    headers,
    body,
    connections,
    duration: seconds,
    // A run ends with a sample, and is to be as long as asked for.
    sampleInt: 100,
  });
  const after = usageOf(program.group);
  const expected = statuses[`${expects}xx`];
  if (errors > 0 || expected < requests.total) {
    throw new Error(`${title}, ${workload.title}: ${errors} errors, ${expected} of ${requests.total} answers were ${expects}xx`);
  }
  if (requests.total === 0) throw new Error(`${title}, ${workload.title}: no answer in ${seconds} s`);
  return {
    requestsPerSecond: (requests.total * 1000) / (finish.getTime() - start.getTime()),
    p99: latency.p99,
    ...(before && after && { cpu: (after.cpu - before.cpu) / requests.total }),
  } satisfies LoadFigures;
}

/**
 * Loads all contenders in turns, beginning with another one each round. A first round warms them up and does not count.
 * @returns medians, in the order of the contenders; `undefined` for one that failed, of which `onFailure` is told
 */
export async function loadInTurns(
  tools: Tools,
  contenders: readonly Contender[],
  { rounds, seconds, connections }: LoadPlan,
  onFailure: (message: string) => void,
): Promise<(LoadFigures | undefined)[]> {
  const autocannon = tools.load<Autocannon>('autocannon');
  const runs = new Map<Contender, LoadFigures[]>();
  const failed = new Set<Contender>();
  const attempt = async (contender: Contender): Promise<LoadFigures | undefined> => {
    try {
      return await runOnce(autocannon, contender, seconds, connections);
    } catch (error) {
      failed.add(contender);
      onFailure((error as Error).message);
      return undefined;
    } finally {
      // Answers that were under way when the run ended are still being made.
      await sleep(50);
    }
  };
  for (let round = 0; round <= rounds; round++) {
    for (const contender of rotate(contenders, round)) {
      const figures = failed.has(contender) ? undefined : await attempt(contender);
      if (figures && round > 0) runs.set(contender, [...(runs.get(contender) ?? []), figures]);
    }
  }
  return contenders.map((contender) => (failed.has(contender) ? undefined : medianFigures(runs.get(contender) ?? [])));
}
