/** Waits for jobs. */
import { operations, tasks } from '../../generated/client.js';
import { withDefaults } from '../options/with-defaults.js';
import { dialectsOf, errorDetails, redacted, unwrap } from './api-error.js';
import { type Core, call, pathParameters } from './call.js';
import type { ClientOperation, ClientTask } from './contract.js';
import { delay, longestDelay } from './delay.js';
import { NexconnJobError, NexconnTimeoutError } from './errors.js';
import { numberAt, textAt, valueAt } from './lookup.js';
import type { OperationId, TaskResult, TaskStatus } from './methods.js';
import type { Failure, Success } from './result.js';
import { retryAfter } from './retry.js';
import { hasFailed, type Task, type TaskName } from './task.js';

/** How a job stands, told after each query. */
export interface TaskProgress<Name extends TaskName = TaskName> {
  /** The gateway's word for the state. */
  state: string;
  /** Percent, where the family tells it. */
  progress?: number;
  body: TaskStatus<Name>;
}

/** How a job is waited for. */
export interface WaitOptions<Name extends TaskName = TaskName> {
  /** Called after each query; nothing is, if it is left out. */
  onProgress?: (progress: TaskProgress<Name>) => void;
  /** Ends the waiting, not the job; only the time-out does, if it is left out. */
  signal?: AbortSignal;
  /**
   * Milliseconds to wait at most.
   * @default 1800000 (30 minutes)
   */
  timeoutMs?: number;
  /**
   * Milliseconds between the first queries; the pause grows by half each time, up to 10 s. A `Retry-After` makes it longer, up to 60 s.
   * @default 1000
   */
  intervalMs?: number;
}

/** The result of a call that starts jobs; without `task` it was answered at once. */
export type TaskCall = (Success<unknown> & { task: Task | undefined }) | Failure<unknown>;
/** What can be waited for. */
export type TaskSource = Task | TaskCall | PromiseLike<TaskCall>;

type Named<Name extends TaskName> = Task<Name> | { task: Task<Name> };
type NameOf<Waited> = Waited extends Named<infer Name> ? Name : never;
type Outcome<Waited> = Waited extends Named<infer Name> ? TaskResult<Name> : Waited extends Success<infer Body> ? Body : never;

/** Waits for the end of a job. @see NexconnClient.waitFor */
export type WaitFor = <Source extends TaskSource>(
  task: Source,
  options?: WaitOptions<NameOf<Awaited<Source>>>,
) => Promise<Outcome<Awaited<Source>>>;

const longestInterval = 10_000;
/** In seconds: one that asks for more is asked again after so long. */
const longestRetryAfter = 60;

const usual = { onProgress: undefined, signal: undefined, timeoutMs: 30 * 60_000, intervalMs: 1000 } satisfies Record<
  keyof WaitOptions,
  unknown
>;

type Waiting = WaitOptions & Required<Pick<WaitOptions, 'timeoutMs' | 'intervalMs'>>;

export async function waitFor(core: Core, source: TaskSource, given: WaitOptions = {}): Promise<unknown> {
  const options = withDefaults('waitFor', given, usual);
  const started = await source;
  if (!('response' in started)) return pollWithin(core, started, options);
  const data = await unwrap(started);
  if (!('task' in started)) throw new TypeError('The call to wait for starts no job');
  return started.task ? pollWithin(core, started.task, options) : data;
}

/** Adds the timeout to the polling. */
async function pollWithin(core: Core, task: Task, options: Waiting): Promise<unknown> {
  const { timeoutMs, signal } = options;
  if (!Object.hasOwn(tasks, task.name)) throw new TypeError(`There are no jobs named ${task.name}, only ${Object.keys(tasks).join(', ')}`);
  const timeout = AbortSignal.timeout(Math.min(timeoutMs, longestDelay));
  try {
    return await poll(core, task, options, signal ? AbortSignal.any([signal, timeout]) : timeout);
  } catch (error) {
    if (!timeout.aborted || signal?.aborted) throw error;
    throw new NexconnTimeoutError(`${task.name} ${task.id} has not ended within ${timeoutMs / 1000} s`, task);
  }
}

async function poll(core: Core, task: Task, { onProgress, intervalMs }: Waiting, signal: AbortSignal): Promise<unknown> {
  const family: ClientTask = tasks[task.name];
  for (let interval = intervalMs; ; interval = Math.max(interval, Math.min(interval * 1.5, longestInterval))) {
    const query = await ask(core, family.query, task.id, signal);
    const body = await unwrap(query);
    const state = String(valueAt(body, family.state) ?? '');
    onProgress?.({ state, progress: numberAt(body, family.progress), body: body as never });
    if (hasFailed(family, state, body)) throw jobError(task, state, body, query.response);
    if (family.success.includes(state)) {
      if (!family.result) return body;
      const result = await ask(core, family.result, task.id, signal);
      const meaning = family.resultStatus?.[result.response.status];
      if (meaning === 'failure') throw jobError(task, state, result.error, result.response);
      if (meaning !== 'pending') return unwrap(result);
    } else if (!family.states.includes(state)) {
      // Whether it goes on cannot be known.
      const message = `${task.name} ${task.id} is in the state "${state}"; the contract declares ${family.states.join(', ')}`;
      throw new NexconnJobError(message, task, state, undefined, body);
    }
    const asked = Math.min(retryAfter(query.response) ?? 0, longestRetryAfter);
    await delay(Math.max(interval, asked * 1000), signal);
  }
}

/** Calls an operation whose path names a job. */
function ask(core: Core, operationId: string, id: string, signal: AbortSignal) {
  const operation = operationId as OperationId;
  const { job }: ClientOperation = operations[operation];
  const [parameter = ''] = job === undefined ? pathParameters(operation) : [job];
  return call(core, operation, { [parameter]: id }, { signal });
}

function jobError(task: Task, state: string, body: unknown, response: Response): NexconnJobError {
  const { query, message: pointer }: ClientTask = tasks[task.name];
  const details = errorDetails(body, dialectsOf(query as OperationId));
  const message = textAt(body, pointer) ?? details?.message ?? `${task.name} ${task.id} ended as ${state}`;
  return new NexconnJobError(redacted(response, message), task, state, details?.code ?? details?.type, body);
}
