/** The answer to a request about a job, and the calls that its creation leads to. */
import { plannedError } from '../../contract/errors/response.js';
import { compileExpression } from '../../contract/expression.js';
import { getAt } from '../../contract/pointer.js';
import type { Json } from '../../contract/prepared/json.js';
import type { PreparedExample } from '../../contract/prepared.js';
import type { HttpResponse } from '../../http/message.js';
import { fillOwnedFields } from '../answer/owned-fields.js';
import { answerText } from '../answer/template.js';
import { fillingFor, jsonResponse } from '../engine/call.js';
import { RefusedRequest } from '../engine/exchange.js';
import type { Call, MockState, OwnJobs } from '../engine/state.js';
import { Callbacks } from '../tasks/callbacks.js';
import { type Deliver, deliverFromPage } from '../tasks/deliver.js';
import type { Task } from '../tasks/id.js';
import { type TaskContext, type TaskPlan, TaskRunner } from '../tasks/runner.js';
import { requestedId, withId } from '../tasks/view.js';

/** The jobs of a mock. */
export class Jobs implements OwnJobs {
  readonly #runners: ReadonlyMap<string, TaskRunner>;
  readonly #callbacks: Callbacks;

  /** @param deliver makes the calls to the addresses that requests give */
  constructor({ contract, store, options, journal, now, clock }: MockState, deliver: (allowAll: boolean) => Deliver = deliverFromPage) {
    const timing = { duration: options.taskSeconds * 1000, polls: options.taskPolls };
    this.#runners = new Map(
      Object.entries(contract.tasks).map(([name, family]) => [name, new TaskRunner(name, family, contract, store, timing)]),
    );
    this.#callbacks = new Callbacks(journal, { deliver: deliver(options.allowCallbacks ?? false), now, stands: () => clock.stands });
  }

  async answer(call: Call, example: PreparedExample | undefined, plan?: TaskPlan): Promise<HttpResponse | undefined> {
    const runner = this.#runners.get(call.operation.prepared.task?.name ?? '');
    return runner && taskAnswer(runner, this.#callbacks, call, example, plan);
  }

  async fitMadeUp({ operation, exchange }: Call, status: number, body: Json): Promise<void> {
    const { prepared } = operation;
    this.#runners.get(prepared.task?.name ?? '')?.fitMadeUp(prepared, exchange.params, status, body);
  }

  callDue(): Promise<void> {
    return this.#callbacks.callDue();
  }

  forget(session?: string): void {
    this.#callbacks.forget(session);
  }
}

async function taskAnswer(
  runner: TaskRunner,
  callbacks: Callbacks,
  call: Call,
  example: PreparedExample | undefined,
  plan: TaskPlan = {},
): Promise<HttpResponse | undefined> {
  const { state, operation, exchange, request } = call;
  // Such an answer is given as it is, but for the job that it is about.
  if (exchange.preferences.example !== undefined) return namedAnswer(call, example);
  const { session = '', task: end, taskSeconds: seconds } = exchange.preferences;
  const { origin } = exchange.request;
  const own = (source: string) => state.jobResult(source, origin);
  const context = { request, origin, now: state.now(), chance: exchange.chance, session, end, seconds, ...plan, own };
  const result = await runner.answer(operation.prepared, example, context);
  if (!result) return undefined;
  if (result.kind === 'unknown') throw new RefusedRequest({ status: result.status, when: unknownJob, ...unknownMessage(call, result) });
  if (result.kind === 'refused') throw new RefusedRequest(result);
  const { answer, created } = result;
  if (answer.example !== undefined) exchange.source.example = answer.example;
  if (created) exchange.stated?.apply('task', 'task-seconds');
  // Where polls decide how far a job is, this preference lets time do so.
  else if (state.options.taskPolls !== undefined) exchange.stated?.apply('task-seconds');
  if (created) scheduleCallbacks(call, callbacks, runner, created, context);
  const { body: owned } = operation.ownedFields;
  if (owned.length > 0)
    fillOwnedFields(
      answer.body,
      owned,
      fillingFor(call, () => undefined),
    );
  return jsonResponse(call, answer.status, answerText(answer.body), context.now);
}

function namedAnswer(call: Call, example: PreparedExample | undefined): HttpResponse | undefined {
  const { operation, exchange } = call;
  const id = requestedId(operation.prepared, { path: exchange.params });
  if (!example || id === undefined) return undefined;
  exchange.source.example = example.name;
  return jsonResponse(call, example.status, answerText(withId(operation.prepared, example, id)));
}

/** The calls that the request wishes for, at the changes of the job's state. */
function scheduleCallbacks({ operation, request }: Call, callbacks: Callbacks, runner: TaskRunner, task: Task, context: TaskContext): void {
  const { callback } = runner.family;
  const url = callback && compileExpression(callback.url)(request);
  if (typeof url !== 'string') return;
  const { tries, delays, on } = callback as NonNullable<typeof callback>;
  for (const { delay, ended, body } of runner.changes(task, context)) {
    if (on === 'change' || ended)
      callbacks.schedule({ url, tries, delays, body, session: context.session, operation: operation.prepared.id }, delay);
  }
}

/** The case of an error. */
const unknownJob = 'unknown-job';

/** The documented words about an unknown job, with the id that was asked for. */
function unknownMessage({ state, operation }: Call, { id, status }: { id: string; status: number }): { message?: string } {
  const { prepared } = operation;
  const dialect = state.contract.dialects[prepared.dialect];
  const { body } = plannedError(state.contract, prepared.dialect, status, unknownJob);
  const text = dialect?.message.map((pointer) => getAt(body, pointer)).find((value) => typeof value === 'string') as string | undefined;
  const colon = text?.indexOf(': ') ?? -1;
  return text !== undefined && colon > 0 ? { message: `${text.slice(0, colon)}: ${id}` } : {};
}
