/** Many streams at once, at the pace of a model. */
import { defaults } from '../../../src/mock/engine/options.js';
import type { StreamFigures } from '../figures/result.js';
import { ask, type Program } from '../servers/programs.js';
import type { Workload } from '../servers/workloads.js';

/** Milliseconds before the first event: long enough that all streams are open before the first one speaks. */
const firstEvent = 1000;

export async function measurePacedStreams(program: Program, workload: Workload, streams: number): Promise<StreamFigures> {
  const { events, terminator } = workload.stream ?? { events: 0, terminator: '' };
  const { prefer, ...headers } = workload.headers;
  const paced = { ...workload, headers: { ...headers, prefer: `first-event-ms=${firstEvent}` } };
  const begin = performance.now();
  const answers = await Promise.all(Array.from({ length: streams }, () => ask(program.url, paced)));
  return {
    streams,
    complete: answers.filter((answer) => answer?.status === 200 && answer.text.trimEnd().endsWith(terminator)).length,
    wall: performance.now() - begin,
    ideal: firstEvent + ((events - 1) * 1000) / defaults.eventsPerSecond,
  };
}
