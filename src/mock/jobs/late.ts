/** The jobs of a mock in a page: their code is loaded when a request is first about one. */
import type { Late } from '../answer/makers.js';
import type { MockState, OwnJobs } from '../engine/state.js';
import type { Jobs } from './jobs.js';

/** @param code is loaded when it is first needed */
export function lateJobs(state: MockState, code: Pick<Late<{ Jobs: typeof Jobs }>, 'load'>): OwnJobs {
  let jobs: OwnJobs | undefined;
  const load = async (): Promise<OwnJobs> => {
    const { Jobs } = await code.load();
    jobs ??= new Jobs(state);
    return jobs;
  };
  return {
    answer: async (...call) => (jobs ?? (await load())).answer(...call),
    fitMadeUp: async (...call) => (jobs ?? (await load())).fitMadeUp(...call),
    callDue: async () => jobs?.callDue(),
    forget: (session) => jobs?.forget(session),
  };
}
