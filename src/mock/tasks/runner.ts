/** Runs the jobs of a family: creates them, finds them again, and tells how far they are. */
import type { Chance } from '../../contract/chance/chance.js';
import { cloneJson } from '../../contract/clone.js';
import { compileDefault } from '../../contract/examples/defaults.js';
import { compileExpression, type Evaluate, type ExpressionContext } from '../../contract/expression.js';
import { compilePointer, getAt, setAt } from '../../contract/pointer.js';
import type { Json } from '../../contract/prepared/json.js';
import type { TaskFamily, TaskRole } from '../../contract/prepared/task-family.js';
import type { PreparedContract, PreparedExample, PreparedOperation } from '../../contract/prepared.js';
import { keyPart, sessionKey } from '../../http/session-key.js';
import type { CountingStore } from '../store/store.js';
import { createTaskIds, echoExpression, modelName, rememberedExpressions, type Task } from './id.js';
import { fillPage, pageAsked } from './list.js';
import { ListedJobs } from './listed.js';
import { expiredState, type Progress, progressOf, stepsOf } from './state.js';
import { type AnswerContext, type OwnResult, requestedId, type TaskAnswer, TaskAnswers, withId } from './view.js';

/** How a new job goes; what is left out is as usual. */
export interface TaskPlan {
  /** State in which a new job is to end, by its name or the word on the wire; that of success when absent. */
  end?: string | undefined;
  /** Seconds from creation to success, instead of the usual time or polls. */
  seconds?: number | undefined;
  /** Polls from creation to success. */
  polls?: number | undefined;
  /** Share of the way at which a new job fails. */
  at?: number | undefined;
  /** Who decides what a new job comes to. */
  source?: string | undefined;
}

export interface TaskContext extends AnswerContext, TaskPlan {
  request: ExpressionContext;
  session: string;
  /** Makes the id of a new job. */
  chance: Chance;
  /** What the source of a job decided; absent where nobody does. */
  own?: (source: string) => Promise<OwnResult | undefined>;
}

/** The family's answer, or why there is none. */
export type TaskResult =
  | { kind: 'answer'; answer: TaskAnswer; created?: Task }
  | { kind: 'unknown'; id: string; status: number }
  | { kind: 'refused'; status: number; message: string; field?: string };

export interface TaskTiming {
  /** Milliseconds from creation to end. */
  duration: number;
  /** Polls from creation to end, instead of time. */
  polls: number | undefined;
}

const scalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

export class TaskRunner {
  readonly #ids;
  readonly #answers: TaskAnswers;
  readonly #byRole = new Map<TaskRole, PreparedOperation>();
  readonly #creating: PreparedOperation[] = [];
  readonly #remembered: [expression: string, evaluate: Evaluate<unknown>][];
  readonly #idOf;
  readonly #echoes;

  constructor(
    readonly name: string,
    readonly family: TaskFamily,
    contract: PreparedContract,
    readonly store: CountingStore,
    readonly timing: TaskTiming,
  ) {
    this.#ids = createTaskIds(name, family);
    for (const operation of contract.operations) {
      if (operation.task?.name !== name) continue;
      const { role } = operation.task;
      if (!this.#byRole.has(role)) this.#byRole.set(role, operation);
      if (role === 'create' || role === 'remix') this.#creating.push(operation);
    }
    this.#answers = new TaskAnswers(family, contract, this.#byRole.get('query'));
    this.#idOf = compilePointer(family.id.at);
    this.#echoes = Object.entries(family.echo ?? {}).map(([pointer, echo]) => ({
      at: compilePointer(pointer),
      expression: echoExpression(echo),
      evaluate: compileExpression(echoExpression(echo)),
    }));
    this.#remembered = rememberedExpressions(family).map((expression) => [expression, compileExpression(expression)]);
  }

  /** The answer to a request for a job whose creation would be answered with `example`. */
  async answer(operation: PreparedOperation, example: PreparedExample | undefined, context: TaskContext): Promise<TaskResult | undefined> {
    switch (operation.task?.role) {
      case 'create':
        return example && this.#create(operation, example, context, {});
      case 'remix':
        return example && this.#remix(operation, example, context);
      case 'query':
      case 'result':
        return this.#query(operation, operation.task.role, context);
      case 'list':
        return example && this.#list(example, context);
      case 'delete':
        return this.#delete(operation, example, context);
      default:
        return undefined;
    }
  }

  /** Makes a made-up answer about one job say which one it is, and a state in which the operation answers with this status. */
  fitMadeUp({ task }: PreparedOperation, path: Readonly<Record<string, string>>, status: number, body: Json): void {
    const { id, state, states } = this.family;
    const asked = path[task?.parameter ?? ''];
    if (!task || asked === undefined || !['query', 'result', 'delete'].includes(task.role)) return;
    if (getAt(body, id.at) !== undefined) setAt(body, id.at, asked);
    const fitting = Object.values(states).filter((candidate) => candidate.status[task.role] === status);
    const word = getAt(body, state);
    const [first] = fitting;
    if (first && word !== undefined && !fitting.some(({ value }) => value === word)) setAt(body, state, first.value);
  }

  /** Answers of the query operation at each state change, with the milliseconds after creation at which they hold. */
  changes(task: Task, context: TaskContext): { delay: number; ended: boolean; body: () => Promise<Json> }[] {
    const operation = this.#byRole.get('query');
    if (!operation) return [];
    return stepsOf(this.#answers.path(task), task.at).map((progress) => {
      const delay = progress.done * task.duration;
      const then = { ...context, now: task.created + delay };
      return { delay, ended: progress.ended, body: async () => (await this.#view(operation, 'query', task, progress, then)).body };
    });
  }

  /** How far a job is whose author says it. */
  #told(told: OwnResult['progress']): Progress | undefined {
    const state = told && (told.state === undefined ? this.family.initial : this.#stateNamed(told.state));
    if (!told || state === undefined) return undefined;
    const ended = this.family.states[state]?.outcome !== undefined;
    return { state, done: told.done ?? (ended ? 1 : 0), ended };
  }

  async #view(operation: PreparedOperation, role: TaskRole, task: Task, progress: Progress, context: TaskContext): Promise<TaskAnswer> {
    const own = task.source === undefined ? undefined : await context.own?.(task.source);
    return this.#answers.view(operation, role, task, this.#told(own?.progress) ?? progress, context, own);
  }

  async #create(
    operation: PreparedOperation,
    example: PreparedExample,
    context: TaskContext,
    inherited: Task['values'],
  ): Promise<TaskResult> {
    const { family } = this;
    const body = cloneJson(example.body) as Json;
    // Where one operation serves several vendors, an answer without an id starts no job.
    if (this.#idOf(body) === undefined) return { kind: 'answer', answer: { status: example.status, body, example: example.name } };
    const end = this.#stateNamed(context.end);
    if (context.end !== undefined && end === undefined) {
      const names = Object.keys(family.states).join(', ');
      return { kind: 'refused', status: 400, message: `Prefer: task must be one of ${names}, got ${JSON.stringify(context.end)}` };
    }
    const duration = context.seconds === undefined ? this.timing.duration : context.seconds * 1000;
    const { values, named } = this.#valuesOf(operation, example, context.request, inherited);
    const { polls, source } = context;
    // Success takes all of the way.
    const at = end !== undefined && family.states[end]?.outcome === 'failure' ? context.at : undefined;
    const plan = {
      ...(end !== undefined && { end }),
      ...(polls !== undefined && { polls }),
      ...(at !== undefined && { at }),
      ...(source !== undefined && { source }),
    };
    const made = this.#ids.create({ values, duration, ...plan }, context.now, context.chance);
    // What is too long for an id, such as the id of a remix as a source, is kept beside it.
    if (family.remix && made.values !== values) await this.store.setItem(this.#key(context.session, 'values', made.id), values);
    const task = { ...made, values };
    this.#answers.fillCreated(body, task, operation, named, context);
    if (family.list) await this.#listed(context.session).add(task.id);
    return { kind: 'answer', answer: { status: example.status, body, example: example.name }, created: task };
  }

  /** What a job remembers of the request that creates it, and the expressions that the request has values for. */
  #valuesOf(operation: PreparedOperation, example: PreparedExample, request: ExpressionContext, inherited: Task['values']) {
    const values = { ...inherited };
    const named = new Set<string>();
    for (const [expression, evaluate] of this.#remembered) {
      const value = evaluate(request);
      if (!scalar(value)) continue;
      values[expression] = value;
      named.add(expression);
    }
    this.#complete(values, operation, example, request);
    // Where the request names no model, the operation does; it decides the page that later answers follow.
    if (operation.model !== undefined) values[modelName] = operation.model;
    return { values, named };
  }

  /** What the request leaves out is as in the documented exchange, if that leaves it out too, else what the contract says. */
  #complete(values: Task['values'], operation: PreparedOperation, example: PreparedExample, request: ExpressionContext): void {
    const documented = { ...request, body: example.request.body };
    for (const { at, expression, evaluate } of this.#echoes) {
      if (values[expression] !== undefined) continue;
      const seen = evaluate(documented) === undefined ? at(example.body) : undefined;
      const value = seen ?? compileDefault(operation, expression)(request);
      if (scalar(value)) values[expression] = value;
    }
  }

  async #remix(operation: PreparedOperation, example: PreparedExample, context: TaskContext): Promise<TaskResult> {
    const { remix, echo, unknown } = this.family;
    const query = this.#byRole.get('query');
    const id = remix && compileExpression(remix.source)(context.request);
    if (!remix || !query || typeof id !== 'string') return this.#create(operation, example, context, {});
    const expressions = remix.inherit.flatMap((pointer) => (echo?.[pointer] ? [[pointer, echoExpression(echo[pointer])] as const] : []));
    const source = await this.#find(id, context.session);
    if (!source) {
      const documented = this.#documented(operation, id) ?? this.#documented(query, id);
      if (!documented) return { kind: 'unknown', id, status: unknown.status };
      const inherited = expressions.map(([pointer, expression]) => [expression, getAt(documented.body, pointer)] as const);
      return this.#create(
        operation,
        example,
        context,
        Object.fromEntries(inherited.filter(([, value]) => scalar(value))) as Task['values'],
      );
    }
    const { state } = await this.#progress(source, context, false);
    if (state !== remix.requires) {
      const [now, first] = [state, remix.requires].map((name) => this.family.states[name]?.value ?? name);
      const message = `${id} is ${now}; it must be ${first} first`;
      return { kind: 'refused', status: 400, message, ...(operation.task?.parameter !== undefined && { field: operation.task.parameter }) };
    }
    const inherited = expressions.map(([, expression]) => [expression, source.values[expression]] as const);
    return this.#create(
      operation,
      example,
      context,
      Object.fromEntries(inherited.filter(([, value]) => value !== undefined)) as Task['values'],
    );
  }

  async #query(operation: PreparedOperation, role: TaskRole, context: TaskContext): Promise<TaskResult> {
    const id = requestedId(operation, context.request) ?? '';
    const task = await this.#find(id, context.session);
    if (task) {
      const progress = await this.#progress(task, context, role === 'query');
      return { kind: 'answer', answer: await this.#view(operation, role, task, progress, context) };
    }
    const documented = this.#documented(operation, id);
    const created = documented ? undefined : this.#createdAsDocumented(id, context.now);
    const isKnown = (documented ?? created) !== undefined && !(await this.#isDeleted(id, context.session));
    if (isKnown && documented) {
      const body = cloneJson(documented.body) as Json;
      this.#answers.fillAddresses(body, { id, values: {} }, context);
      return { kind: 'answer', answer: { status: documented.status, body, example: documented.name } };
    }
    if (isKnown && created) {
      const end = stepsOf(this.#answers.path(created)).at(-1) as Progress;
      return { kind: 'answer', answer: await this.#view(operation, role, created, end, context) };
    }
    return { kind: 'unknown', id, status: this.family.unknown.status };
  }

  async #list(example: PreparedExample, context: TaskContext): Promise<TaskResult> {
    const { list } = this.family;
    const query = this.#byRole.get('query');
    const body = cloneJson(example.body) as Json;
    if (list && query) fillPage(body, await this.#page(body, query, context), this.family);
    return { kind: 'answer', answer: { status: example.status, body, example: example.name } };
  }

  /** As many of the jobs as the request asks for, and one more, if there is one. */
  async #page(body: Json, query: PreparedOperation, context: TaskContext): Promise<{ items: Json[]; limit: number }> {
    const { list, id } = this.family;
    const { limit, after, isWanted } = pageAsked(this.family, context.request);
    const listed = this.#listed(context.session);
    const items: Json[] = [];
    const documented = ((list && getAt(body, list.items)) ?? []) as Json[];
    const idOf = (item: Json) => String(getAt(item, id.at));
    const known = after === undefined ? -1 : documented.findIndex((item) => idOf(item) === after);
    const from = after === undefined ? await listed.end() : known === -1 ? await listed.numberOf(after) : 0;
    for await (const { id } of listed.before(from)) {
      const task = await this.#find(id, context.session);
      if (!task) continue;
      const progress = await this.#progress(task, context, false);
      const item = (await this.#view(query, 'query', task, progress, context)).body;
      if (isWanted(item)) items.push(item);
      if (items.length > limit) return { items, limit };
    }
    // The documented jobs are older than any other.
    if (after !== undefined && known === -1 && from === 0) return { items, limit };
    for (const item of documented.slice(known + 1))
      if (isWanted(item) && !(await this.#isDeleted(idOf(item), context.session))) items.push(item);
    return { items, limit };
  }

  #listed(session: string): ListedJobs {
    return new ListedJobs(
      this.store,
      (name) => this.#key(session, 'list', name),
      (id) => this.#ids.read(id) && this.#ids.momentOf(id),
    );
  }

  async #delete(operation: PreparedOperation, example: PreparedExample | undefined, context: TaskContext): Promise<TaskResult> {
    const id = requestedId(operation, context.request) ?? '';
    const query = this.#byRole.get('query');
    const known = (await this.#find(id, context.session)) ?? this.#documented(operation, id) ?? (query && this.#documented(query, id));
    if (!example || !known || (await this.#isDeleted(id, context.session)))
      return { kind: 'unknown', id, status: this.family.unknown.status };
    // Of several that delete it at once, be it by way of copies, one does.
    if ((await this.store.increment(this.#key(context.session, 'deleted', id))) !== 1)
      return { kind: 'unknown', id, status: this.family.unknown.status };
    return { kind: 'answer', answer: { status: example.status, body: withId(operation, example, id), example: example.name } };
  }

  /** The state of that name, or of that word on the wire. */
  #stateNamed(name: string | undefined): string | undefined {
    const { states } = this.family;
    return Object.keys(states).find((state) => state === name || states[state]?.value === name);
  }

  /** @param id of a job, or what else there is of the kind */
  #key(session: string, kind: 'list' | 'deleted' | 'polls' | 'values', id = ''): string {
    return `${sessionKey(session)}${this.name}:${kind}:${keyPart(id)}`;
  }

  /** What is kept about a job; nothing where the store is away: what an id says is told all the same. */
  async #kept(session: string, kind: 'deleted' | 'values', id: string): Promise<unknown> {
    try {
      return await this.store.getItem(this.#key(session, kind, id));
    } catch {
      return null;
    }
  }

  async #isDeleted(id: string, session: string): Promise<boolean> {
    return this.#byRole.has('delete') && Boolean(await this.#kept(session, 'deleted', id));
  }

  async #find(id: string, session: string): Promise<Task | undefined> {
    const task = this.#ids.read(id);
    if (!task || (await this.#isDeleted(id, session))) return undefined;
    if (!this.family.remix || !task.forgotten) return task;
    const kept = (await this.#kept(session, 'values', id)) as Task['values'] | null;
    return { ...task, values: { ...task.values, ...kept } };
  }

  /** The example whose request names this id. */
  #documented(operation: PreparedOperation, id: string): PreparedExample | undefined {
    return operation.examples.find(({ request }) => requestedId(operation, request) === id);
  }

  /** The job of a documented creation. Where no page shows it later, it has long come to its end. */
  #createdAsDocumented(id: string, now: number): Task | undefined {
    for (const operation of this.#creating) {
      const example = operation.examples.find(({ body }) => this.#idOf(body) === id);
      if (!example) continue;
      const { path = {}, query = {}, headers = {}, body } = example.request;
      const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
      const request = { path, query: search, header: (name: string) => headers[name], body };
      const { values } = this.#valuesOf(operation, example, request, {});
      return { id, values, duration: 0, created: now };
    }
    return undefined;
  }

  async #progress(task: Task, context: TaskContext, isPoll: boolean) {
    const polls = task.polls ?? this.timing.polls;
    let elapsed = task.duration === 0 ? 1 : (context.now - task.created) / task.duration;
    if (polls !== undefined && (task.polls !== undefined || context.seconds === undefined)) {
      const key = this.#key(context.session, 'polls', task.id);
      const count = isPoll ? await this.store.increment(key) : Number((await this.store.getItem(key)) ?? 0);
      elapsed = polls === 0 ? 1 : count / polls;
    }
    const progress = progressOf(this.family, this.#answers.path(task), elapsed, task.at);
    const expired = this.family.states[progress.state]?.outcome === 'success' ? expiredState(this.family, task, context.now) : undefined;
    return expired === undefined ? progress : { ...progress, state: expired };
  }
}
