/** Jobs that the gateway runs after the call that started them has been answered. */
import { operations, tasks } from '../../generated/client.js';
import type { ClientOperation, ClientTask } from './contract.js';
import { textAt, valueAt } from './lookup.js';

/** A family of jobs. */
export type TaskName = keyof typeof tasks;

/** A job: plain data, so that it can be stored and waited for later. */
export interface Task<Name extends TaskName = TaskName> {
  name: Name;
  id: string;
}

/** The member that holds the id in a response that starts a job. */
export type TaskIdField<Name extends TaskName> = (typeof tasks)[Name]['id'] extends `/${infer Field}` ? Field : never;

/** The job that a response speaks of, if the operation starts jobs and this response has one. */
export function startedTask(operationId: keyof typeof operations, body: unknown): { task?: Task | undefined } {
  const { starts }: ClientOperation = operations[operationId];
  if (!starts) return {};
  const name = starts as TaskName;
  const id = textAt(body, tasks[name].id);
  return { task: id ? { name, id } : undefined };
}

/** Whether a response to a query says that the job has failed. */
export const hasFailed = ({ success, failure, error }: ClientTask, state: string, body: unknown): boolean =>
  failure.includes(state) && (!success.includes(state) || Boolean(valueAt(body, error)));
