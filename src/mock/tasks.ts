/** Runs the jobs of a family: what each of its operations answers, by the job's id and the clock. */
import { cloneJson } from '../contract/clone.js';
import { compileExpression, type ExpressionContext } from '../contract/expression.js';
import { getAt, parsePointer, setAt, visitAt } from '../contract/pointer.js';
import type { Json, PreparedContract, PreparedExample, PreparedOperation, TaskFamily, TaskRole } from '../contract/prepared.js';
import { createTaskIds, type Task } from '../contract/task-id.js';
import { expiredState, pathOf, progressOf, scheduleOf } from '../contract/task-state.js';
import { mediaAddress } from './media.js';
import { PreferenceError, type Preferences } from './preferences.js';
import type { Store } from './store.js';

export interface TaskContext {
  request: ExpressionContext;
  preferences: Preferences;
  origin: string;
  session: string;
  now: number;
}

export interface TaskAnswer {
  status: number;
  body: Json;
  /** Name of the example that the answer is made of. */
  example?: string;
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

const scalar = (value: unknown): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value);

/** The suffix of an example's name: the state that it shows. */
const stateOf = (example: PreparedExample): string => example.name.slice(example.name.lastIndexOf('.') + 1);

export class TaskRunner {
  readonly #ids;
  readonly #byRole = new Map<TaskRole, PreparedOperation>();
  readonly #operationIds = new Map<string, PreparedOperation>();
  readonly #echo: [pointer: string, evaluate: (request: ExpressionContext) => unknown][];

  constructor(
    readonly name: string,
    readonly family: TaskFamily,
    contract: PreparedContract,
    readonly store: Store,
    readonly timing: TaskTiming,
  ) {
    this.#ids = createTaskIds(family);
    for (const operation of contract.operations) {
      this.#operationIds.set(operation.id, operation);
      if (operation.task?.name === name && !this.#byRole.has(operation.task.role)) this.#byRole.set(operation.task.role, operation);
    }
    const sources = { ...family.echo, ...family.remember, ...(family.lifetime?.from && { lifetime: family.lifetime.from }) };
    const counts = Object.fromEntries((family.count ?? []).map(({ from }, index) => [`count${index}`, from]));
    this.#echo = Object.entries({ ...sources, ...counts }).map(([pointer, expression]) => [pointer, compileExpression(expression)]);
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
        return this.#query(operation, example, operation.task.role, context);
      case 'list':
        return example && this.#list(example, context);
      case 'delete':
        return this.#delete(operation, example, context);
      default:
        return undefined;
    }
  }

  /** Bodies of the query operation at each state change, with the milliseconds after creation at which they hold. */
  changes(task: Task, context: TaskContext): { delay: number; ended: boolean; body: () => Json }[] {
    const operation = this.#byRole.get('query');
    if (!operation) return [];
    const path = this.#path(task, operation);
    return scheduleOf(path, task.duration).map((delay, index) => ({
      delay,
      ended: index === path.length - 1,
      body: () => this.#view(operation, 'query', task, path[index] ?? '', { ...context, now: task.created + delay }).body,
    }));
  }

  /** Names of the states that a job may be told to end in. */
  get states(): string[] {
    return Object.keys(this.family.states);
  }

  async #create(
    operation: PreparedOperation,
    example: PreparedExample,
    context: TaskContext,
    inherited: Task['values'],
  ): Promise<TaskResult> {
    const body = cloneJson(example.body) as Json;
    if (getAt(body, this.family.id.at) === undefined)
      return { kind: 'answer', answer: { status: example.status, body, example: example.name } };
    const end = this.#wantedEnd(context.preferences);
    const duration = context.preferences.taskSeconds === undefined ? this.timing.duration : context.preferences.taskSeconds * 1000;
    const values: Task['values'] = { ...inherited };
    for (const [pointer, evaluate] of this.#echo) {
      const value = evaluate(context.request) ?? (pointer in inherited ? undefined : getAt(body, pointer));
      if (scalar(value)) values[pointer] = value;
    }
    // Where the request names no model, the operation does; it decides the page that later answers follow.
    if (operation.model !== undefined) values.model = operation.model;
    const id = this.#ids.create({ values, duration, ...(end !== undefined && { end }) }, context.now);
    const task = this.#ids.read(id) as Task;
    this.#fill(body, task, this.family.initial, 'create', context);
    await this.#remember(task, context.session);
    return { kind: 'answer', answer: { status: example.status, body, example: example.name }, created: task };
  }

  async #remix(operation: PreparedOperation, example: PreparedExample, context: TaskContext): Promise<TaskResult> {
    const { remix } = this.family;
    const query = this.#byRole.get('query');
    const sourceId = remix && compileExpression(remix.source)(context.request);
    if (!remix || !query || typeof sourceId !== 'string') return this.#create(operation, example, context, {});
    const source = await this.#find(sourceId, context.session);
    const documented = this.#documented(operation, sourceId) ?? this.#documented(query, sourceId);
    if (!source && !documented) return { kind: 'unknown', id: sourceId, status: this.family.unknown.status };
    if (!source) {
      const inherited = Object.fromEntries(
        remix.inherit.map((pointer) => [pointer, getAt(documented?.body, pointer)]).filter(([, value]) => scalar(value)),
      );
      return this.#create(operation, example, context, inherited);
    }
    const { state } = await this.#progress(source, query, context, false);
    if (state !== remix.requires) {
      return {
        kind: 'refused',
        status: 400,
        message: `${sourceId} is ${this.family.states[state]?.value ?? state}; it must be ${remix.requires} first`,
        field: 'id',
      };
    }
    const inherited = Object.fromEntries(
      remix.inherit.flatMap((pointer) => (pointer in source.values ? [[pointer, source.values[pointer] as string]] : [])),
    );
    return this.#create(operation, example, context, inherited);
  }

  async #query(
    operation: PreparedOperation,
    example: PreparedExample | undefined,
    role: TaskRole,
    context: TaskContext,
  ): Promise<TaskResult> {
    const id = Object.values(context.request.path)[0] ?? '';
    const task = await this.#find(id, context.session);
    if (!task) {
      const documented =
        this.#documented(operation, id) ?? (example?.request.path && Object.values(example.request.path)[0] === id ? example : undefined);
      if (!documented || (await this.#isDeleted(id, context.session))) return { kind: 'unknown', id, status: this.family.unknown.status };
      return {
        kind: 'answer',
        answer: { status: documented.status, body: this.#documentedBody(documented, id, context), example: documented.name },
      };
    }
    const { state } = await this.#progress(task, operation, context, role === 'query');
    return { kind: 'answer', answer: this.#view(operation, role, task, state, context) };
  }

  async #list(example: PreparedExample, context: TaskContext): Promise<TaskResult> {
    const { list, id: idField } = this.family;
    const query = this.#byRole.get('query');
    const body = cloneJson(example.body) as Json;
    if (!list || !query) return { kind: 'answer', answer: { status: example.status, body, example: example.name } };
    const keys = await this.store.getKeys(this.#key(context.session, 'list'));
    const own = (await Promise.all(keys.map((key) => this.store.getItem(key)))).filter((id): id is string => typeof id === 'string');
    const created = (await Promise.all(own.map((id) => this.#find(id, context.session))))
      .filter((task) => task !== undefined)
      .sort((a, b) => b.created - a.created);
    const views: Json[] = [];
    for (const task of created)
      views.push(this.#view(query, 'query', task, (await this.#progress(task, query, context, false)).state, context).body);
    const documented = (getAt(body, list.items) ?? []) as Json[];
    const items = [...views];
    for (const item of documented) if (!(await this.#isDeleted(String(getAt(item, idField.at)), context.session))) items.push(item);
    const value = (expression: string | undefined) =>
      expression === undefined ? undefined : compileExpression(expression)(context.request);
    const idOf = (item: Json | undefined) => (item === undefined ? undefined : (getAt(item, idField.at) as Json));
    let wanted = items;
    for (const [name, pointer] of Object.entries(list.filter ?? {})) {
      const filter = context.request.query.get(name);
      if (filter !== null) wanted = wanted.filter((item) => String(getAt(item, pointer)) === filter);
    }
    const after = value(list.after);
    if (after !== undefined) wanted = wanted.slice(wanted.findIndex((item) => idOf(item) === after) + 1);
    const limit = Number(value(list.limit) ?? Number.POSITIVE_INFINITY);
    const page = wanted.slice(0, limit);
    // The documented page stands for an account of which only a part is shown: untouched, it stays as it is.
    if (page.length === documented.length && page.every((item, index) => item === documented[index])) {
      return { kind: 'answer', answer: { status: example.status, body, example: example.name } };
    }
    setAt(body, list.items, page);
    if (list.more) setAt(body, list.more, wanted.length > page.length);
    if (list.first) setAt(body, list.first, idOf(page[0]));
    if (list.last) setAt(body, list.last, idOf(page.at(-1)));
    return { kind: 'answer', answer: { status: example.status, body, example: example.name } };
  }

  async #delete(operation: PreparedOperation, example: PreparedExample | undefined, context: TaskContext): Promise<TaskResult> {
    const id = Object.values(context.request.path)[0] ?? '';
    const query = this.#byRole.get('query');
    const known = (await this.#find(id, context.session)) ?? this.#documented(operation, id) ?? (query && this.#documented(query, id));
    if (!example || !known || (await this.#isDeleted(id, context.session)))
      return { kind: 'unknown', id, status: this.family.unknown.status };
    await this.store.setItem(`${this.#key(context.session, 'deleted')}${id}`, true);
    const body = cloneJson(example.body) as Json;
    setAt(body, this.family.id.at, id);
    return { kind: 'answer', answer: { status: example.status, body, example: example.name } };
  }

  #wantedEnd({ task }: Preferences): string | undefined {
    if (task === undefined) return undefined;
    const state = this.states.find((name) => name === task || this.family.states[name]?.value === task);
    if (state === undefined)
      throw new PreferenceError(`Prefer: task must be one of ${this.states.join(', ')}, got ${JSON.stringify(task)}`);
    return state;
  }

  #key(session: string, kind: 'list' | 'deleted' | 'polls'): string {
    return `${session || 'default'}:${this.name}:${kind}:`;
  }

  async #remember(task: Task, session: string): Promise<void> {
    if (this.family.list) await this.store.setItem(`${this.#key(session, 'list')}${task.id}`, task.id);
  }

  async #isDeleted(id: string, session: string): Promise<boolean> {
    return this.#byRole.has('delete') && Boolean(await this.store.getItem(`${this.#key(session, 'deleted')}${id}`));
  }

  async #find(id: string, session: string): Promise<Task | undefined> {
    const task = this.#ids.read(id);
    return task && !(await this.#isDeleted(id, session)) ? task : undefined;
  }

  /** The example whose request names this id. */
  #documented(operation: PreparedOperation, id: string): PreparedExample | undefined {
    return operation.examples.find(({ request }) => request.path !== undefined && Object.values(request.path).includes(id));
  }

  #documentedBody(example: PreparedExample, id: string, context: TaskContext): Json {
    const body = cloneJson(example.body) as Json;
    this.#fillAddresses(body, id, context.origin);
    return body;
  }

  /** Examples of an operation that show the job's model. */
  #page(operation: PreparedOperation, task: Task): PreparedExample[] {
    const model = task.values['/model'] ?? task.values.model;
    const own = operation.examples.filter((example) => example.folder === model);
    if (own.length > 0) return own;
    const folder = operation.examples[0]?.folder;
    return operation.examples.filter((example) => example.folder === folder);
  }

  #path(task: Task, operation: PreparedOperation): string[] {
    const examples = this.#page(this.#byRole.get('query') ?? operation, task);
    return pathOf(this.family, task.end, (state) => examples.some((example) => stateOf(example) === state));
  }

  async #progress(task: Task, operation: PreparedOperation, context: TaskContext, isPoll: boolean) {
    const path = this.#path(task, operation);
    const { polls } = this.timing;
    let elapsed = task.duration === 0 ? 1 : (context.now - task.created) / task.duration;
    if (polls !== undefined && context.preferences.taskSeconds === undefined) {
      const key = `${this.#key(context.session, 'polls')}${task.id}`;
      const count = Number((await this.store.getItem(key)) ?? 0) + (isPoll ? 1 : 0);
      if (isPoll) await this.store.setItem(key, count);
      elapsed = polls === 0 ? 1 : count / polls;
    }
    const progress = progressOf(this.family, path, elapsed);
    const expired = this.family.states[progress.state]?.outcome === 'success' ? expiredState(this.family, task, context.now) : undefined;
    return expired === undefined ? progress : { ...progress, state: expired };
  }

  /** What an operation answers about a job in a state. */
  #view(operation: PreparedOperation, role: TaskRole, task: Task, state: string, context: TaskContext): TaskAnswer {
    const page = this.#page(operation, task);
    const status = this.family.states[state]?.status[role];
    const example =
      page.find((candidate) => stateOf(candidate) === state) ?? page.find((candidate) => candidate.status === status) ?? page[0];
    const body = example ? withId(example, task.id) : null;
    this.#fill(body, task, state, role, context);
    return { status: status ?? example?.status ?? 200, body, ...(example && { example: example.name }) };
  }

  #fill(body: Json, task: Task, state: string, role: TaskRole, context: TaskContext): void {
    const { family } = this;
    const replace = (pointer: string | undefined, value: Json | undefined) => {
      if (pointer === undefined || value === undefined) return;
      visitAt(body, parsePointer(pointer), (container, key) => {
        container[key] = value;
      });
    };
    replace(family.id.at, task.id);
    replace(family.state, family.states[state]?.value);
    if (role !== 'result') {
      for (const pointer of Object.keys(family.echo ?? {})) {
        const value = task.values[pointer];
        // A creation answers only what its page shows; a later answer also has what only this job has, such as its source.
        if (value !== undefined && (role !== 'create' || getAt(body, pointer) !== undefined)) setAt(body, pointer, value);
      }
    }
    this.#fillTimes(body, task, state, context.now);
    this.#fillCounts(body, task);
    this.#fillAddresses(body, task.id, context.origin);
    replace(family.progress, Math.round(progressShare(task, context.now) * 100));
  }

  #fillTimes(body: Json, task: Task, state: string, now: number): void {
    const { times, lifetime } = this.family;
    const seconds = typeof task.values.lifetime === 'number' ? task.values.lifetime : lifetime?.seconds;
    const end = task.created + task.duration;
    const format = (time: number): Json => (times.format === 'unix' ? Math.floor(time / 1000) : new Date(time).toISOString());
    const set = (pointer: string | undefined, time: number) => {
      if (pointer !== undefined && getAt(body, pointer) !== undefined) setAt(body, pointer, format(time));
    };
    set(times.created, task.created);
    set(times.updated, Math.min(now, end));
    if (this.family.states[state]?.outcome !== undefined) set(times.completed, Math.min(now, end));
    set(times.expires, seconds === undefined ? end : task.created + seconds * 1000);
  }

  /** Repeats the first result as often as the request wanted results. */
  #fillCounts(body: Json, task: Task): void {
    for (const [number, { at, index, total }] of (this.family.count ?? []).entries()) {
      const wanted = task.values[`count${number}`];
      const results = getAt(body, at);
      if (typeof wanted !== 'number' || !Array.isArray(results) || results.length === 0) continue;
      const copies = Array.from({ length: wanted }, (_, position) => {
        const copy = cloneJson(results[Math.min(position, results.length - 1)]);
        if (index !== undefined) copy[index] = position;
        return copy;
      });
      setAt(body, at, copies);
      if (total !== undefined && getAt(body, total) !== undefined) setAt(body, total, wanted);
    }
  }

  #fillAddresses(body: Json, id: string, origin: string): void {
    for (const [pointer, type] of Object.entries(this.family.media ?? {})) {
      let position = 0;
      visitAt(body, parsePointer(pointer), (container, key) => {
        container[key] = mediaAddress(origin, `${id}-${position++}`, type);
      });
    }
    for (const [pointer, operationId] of Object.entries(this.family.addresses ?? {})) {
      const path = this.#operationIds.get(operationId)?.path.replace(/\{[^}]+\}/, encodeURIComponent(id));
      if (path !== undefined && getAt(body, pointer) !== undefined) setAt(body, pointer, origin + path);
    }
  }
}

const progressShare = (task: Task, now: number): number => (task.duration === 0 ? 1 : Math.min(1, (now - task.created) / task.duration));

/** The example's answer with another job's id, wherever the documented one stands in a text. */
function withId({ request, body }: PreparedExample, id: string): Json {
  const documented = Object.values(request.path ?? {})[0];
  const text = JSON.stringify(body ?? null);
  return JSON.parse(documented === undefined ? text : text.replaceAll(documented, id));
}
