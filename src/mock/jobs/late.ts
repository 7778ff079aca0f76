/** The jobs of a mock in a page: their code is loaded when a request is first about one. */
import { Late } from '../answer/makers.js';
import type { MockState, OwnJobs } from '../engine/state.js';

const code = new Late(() => import('./jobs.js'));

/** @param fetch makes the calls to the addresses that requests give */
export function lateJobs(state: MockState, fetch: typeof globalThis.fetch): OwnJobs {
  let jobs: OwnJobs | undefined;
  const load = async (): Promise<OwnJobs> => {
    const { Jobs } = await code.load();
    jobs ??= new Jobs(state, fetch);
    return jobs;
  };
  return {
    answer: async (...call) => (jobs ?? (await load())).answer(...call),
    fitMadeUp: async (...call) => (jobs ?? (await load())).fitMadeUp(...call),
    close: () => jobs?.close(),
  };
}

/** For where nothing can be loaded later. */
export const loadJobs = (): Promise<unknown> => code.load();
