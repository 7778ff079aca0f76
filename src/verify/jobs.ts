/** Follows the jobs that a run has started, until they end. */
import { stateOf } from '../check/jobs/jobs.js';
import { examplesOfModel } from '../contract/examples/of-model.js';
import type { TaskFamily, TaskRole } from '../contract/prepared/task-family.js';
import type { PreparedExample, PreparedOperation } from '../contract/prepared.js';
import { type CheckedResponse, call, errorMessage, type Gateway } from './call.js';
import type { Page } from './plan.js';

export interface Job {
  /** The page whose request started it. */
  page: Page;
  /** Name of the family. */
  name: string;
  family: TaskFamily;
  id: string;
  /** Where it is known. */
  model: string | undefined;
  /** The state in which it ended. */
  state?: string;
}

/** The parameters of a path about a job: its id, and the others as they are documented. */
export const pathOfJob = ({ task }: PreparedOperation, { request }: PreparedExample, id: string): Record<string, string> => ({
  ...request.path,
  ...(task?.parameter !== undefined && { [task.parameter]: id }),
});

const firstPause = 500;
const longestPause = 10_000;

/** Is told how the jobs go. */
export interface JobJudge {
  /** Takes each response, with the page that it is a response of. */
  judge(page: Page, response: CheckedResponse): void;
  /** Takes what keeps a job of a page from being followed to its end. */
  fault(page: Page, reason: string, status?: number): void;
}

/** @param timeoutSeconds how long to wait for the end of a job */
export function createJobFollower(gateway: Gateway, pages: readonly Page[], timeoutSeconds: number, { judge, fault }: JobJudge) {
  const { operations } = gateway.checker.parts.contract;

  /** Asks for a job, gives the response to the page that shows its state, and returns the state. */
  async function ask({ name, id, model, page: origin }: Job, role: TaskRole, known?: string): Promise<string | undefined> {
    const operation = operations.find(({ task }) => task?.name === name && task.role === role);
    if (!operation) return undefined;
    const family = gateway.checker.parts.contract.tasks[name];
    const response = await call(gateway, operation, { path: pathOfJob(operation, origin.example, id) });
    const state = known ?? (family && stateOf(family, response.body));
    const example = examplesOfModel(operation.examples, model).find((candidate) => candidate.state === state);
    const shown = pages.find((page) => page.operation === operation && page.example === example);
    if (shown && shown.example.status === response.status) judge(shown, response);
    else if (response.status >= 500 && state === undefined && response.violations.length === 0)
      fault(origin, `its job could not be followed (${errorMessage(gateway, response)})`, response.status);
    else if (response.violations.length > 0) judge(origin, { ...response, status: origin.example.status, body: undefined });
    return state;
  }

  return async (job: Job): Promise<void> => {
    const deadline = Date.now() + timeoutSeconds * 1000;
    let asked = false;
    for (let pause = firstPause; Date.now() < deadline; pause = Math.min(1.5 * pause, longestPause)) {
      const state = await ask(job, 'query');
      const outcome = state === undefined ? undefined : job.family.states[state]?.outcome;
      // Before the end the result is asked for once, to see how it is refused.
      if (state !== undefined && (outcome !== undefined || !asked)) await ask(job, 'result', state);
      asked = true;
      if (outcome !== undefined) {
        job.state = state as string;
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    fault(job.page, `its job did not end within ${timeoutSeconds} s`);
  };
}
