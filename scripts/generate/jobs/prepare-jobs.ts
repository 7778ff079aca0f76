/** What the contract says of jobs, worked out for those who read it: nobody else makes anything of the names of examples. */
import { documentedModel } from '../../../src/contract/examples/of-model.js';
import type { TaskFamily, TaskRole } from '../../../src/contract/prepared/task-family.js';
import type { PreparedTask } from '../../../src/contract/prepared.js';
import type { DocsEntry } from '../../lib/docs-map.js';
import type { Operation } from '../../lib/document.js';
import { type Example, pageOf } from '../../lib/examples.js';
import { jobParameter } from '../../lint/lib/job-parameter.js';

/** Roles whose answers are about one job that the request names. */
export const readingRoles: readonly TaskRole[] = ['query', 'result'];

/** Whether the request of such an operation names a job, so that it need not say the model. */
export const namesJob = (role: TaskRole): boolean => role === 'remix' || readingRoles.includes(role);

/**
 * The models whose jobs an example is about: those that the docs map gives its page, else the one that its request names, else the
 * operation's own.
 */
export function modelsShown(operation: Operation, family: TaskFamily, example: Example, docs: DocsEntry[]): string[] | undefined {
  const page = docs.find((entry) => entry.example === pageOf(example.name));
  if (page?.models) return page.models;
  const model = documentedModel({ ...(operation['x-model'] && { model: operation['x-model'] }) }, family, example);
  return model === undefined ? undefined : [model];
}

/** What is known of the jobs that an operation is about. */
export function prepareTask(path: string, task: PreparedTask): PreparedTask {
  const parameter = jobParameter(path, task);
  return { name: task.name, role: task.role, ...(parameter !== undefined && { parameter }) };
}

/**
 * The state of a job that an example shows: the last suffix of its name. The body could not say it: a result has no state in it, and one
 * word may stand for two states. Where the body has a word, `check-job-examples.ts` holds it to the suffix.
 */
export function stateShown(example: string, role: TaskRole, { states }: Pick<TaskFamily, 'states'>): string | undefined {
  const suffix = example.split('.').slice(1).at(-1);
  return suffix !== undefined && readingRoles.includes(role) && Object.hasOwn(states, suffix) ? suffix : undefined;
}
