/** What the contract says of jobs, worked out for those who read it: nobody else makes anything of the names of examples. */
import type { PreparedTask, TaskFamily, TaskRole } from '../../../src/contract/prepared.js';
import { jobParameter } from '../../lint/lib/job-parameter.js';

/** What is known of the jobs that an operation is about. */
export function prepareTask(path: string, { name, role, parameter: named }: PreparedTask): PreparedTask {
  const parameter = jobParameter(path, { role, ...(named !== undefined && { parameter: named }) });
  return { name, role, ...(parameter !== undefined && { parameter }) };
}

/** Roles whose answers are about one job that the request names. */
export const readingRoles: readonly TaskRole[] = ['query', 'result'];

/**
 * The state of a job that an example shows: the last suffix of its name. The body could not say it: a result has no state in it, and one
 * word may stand for two states. Where the body has a word, `check-job-examples.ts` holds it to the suffix.
 */
export function stateShown(example: string, role: TaskRole, { states }: Pick<TaskFamily, 'states'>): string | undefined {
  const suffix = example.split('.').slice(1).at(-1);
  return suffix !== undefined && readingRoles.includes(role) && Object.hasOwn(states, suffix) ? suffix : undefined;
}
