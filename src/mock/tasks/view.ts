/** What the operations of a job family answer about a job in a state: the page of the job's model, filled with what is the job's own. */
import { examplesOfModel, modelExpression } from '../../contract/examples/of-model.js';
import { type ExpressionContext, parseExpression } from '../../contract/expression.js';
import { fillPath } from '../../contract/path-template.js';
import { getAt, parsePointer, setAt, visitAt } from '../../contract/pointer.js';
import type { Json } from '../../contract/prepared/json.js';
import type { TaskFamily, TaskRole } from '../../contract/prepared/task-family.js';
import type { PreparedContract, PreparedExample, PreparedOperation } from '../../contract/prepared.js';
import { mediaAddress } from '../answer/media.js';
import { compileShape } from '../media/shape.js';
import { echoExpression, modelName, type Task } from './id.js';
import { endOf, lifetimeOf, type Progress, pathOf } from './state.js';

export interface TaskAnswer {
  status: number;
  body: Json;
  /** Name of the example that the answer is made of. */
  example?: string;
}

/** When and for whom an answer is made. */
export interface AnswerContext {
  request: Pick<ExpressionContext, 'path'>;
  /** Milliseconds since 1970. */
  now: number;
  /** Address that the caller used. */
  origin: string;
}

/** What a job comes to, where the documentation does not say it. */
export interface OwnResult {
  error?: { message?: string; code?: string | number };
  /** Addresses of the results, in their order. */
  media?: readonly string[];
  /** How far it is, whatever the time: the name of the state, that of the beginning if left out, and the share of the way. */
  progress?: { state?: string; done?: number };
}

/** Prepares the replacing of a member wherever it exists. */
function compileReplace(pointer: string | undefined): (body: Json, value: Json | undefined) => void {
  if (pointer === undefined) return () => {};
  const parts = parsePointer(pointer);
  return (body, value) => {
    if (value === undefined) return;
    visitAt(body, parts, (container, key) => {
      container[key] = value;
    });
  };
}

/** A member of an answer that repeats one of the request. */
interface Echo {
  pointer: string;
  replace: (body: Json, value: Json | undefined) => void;
  expression: string;
  except: readonly Json[];
  /**
   * Whether it goes where the request does without: neither what the server may choose itself, nor what a result tells of itself, nor what
   * a path has to have.
   */
  isOptional: boolean;
}

export class TaskAnswers {
  readonly #modelExpression: string | undefined;
  readonly #set;
  readonly #echoes: readonly Echo[];
  readonly #shownBy = new Map<PreparedOperation, ReadonlySet<string>>();
  readonly #media;
  readonly #shapeOf;
  readonly #addresses;

  constructor(
    readonly family: TaskFamily,
    readonly contract: PreparedContract,
    readonly query: PreparedOperation | undefined,
  ) {
    this.#modelExpression = modelExpression(family);
    const { id, state, progress, times } = family;
    this.#set = {
      id: compileReplace(id.at),
      state: compileReplace(state),
      progress: compileReplace(progress),
      created: compileReplace(times.created),
      updated: compileReplace(times.updated),
      completed: compileReplace(times.completed),
      expires: compileReplace(times.expires),
    };
    this.#echoes = Object.entries(family.echo ?? {}).map(([pointer, echo]) => ({
      pointer,
      replace: compileReplace(pointer),
      expression: echoExpression(echo),
      except: (typeof echo === 'object' && echo.except) || [],
      isOptional: typeof echo === 'string' && !pointer.includes('*') && parseExpression(echo).place !== 'path',
    }));
    this.#media = Object.entries(family.media ?? {}).map(([pointer, type]) => ({ parts: parsePointer(pointer), type }));
    this.#shapeOf = compileShape(family.shape);
    this.#addresses = Object.entries(family.addresses ?? {}).flatMap(([pointer, operationId]) => {
      const operation = contract.operations.find((candidate) => candidate.id === operationId);
      return operation ? { replace: compileReplace(pointer), path: operation.path, parameter: operation.task?.parameter } : [];
    });
  }

  /** The states that a job goes through, from its first to its last; those that its page does not show are left out. */
  path(task: Task): string[] {
    const shown = new Set(this.query && this.#page(this.query, task).map((example) => example.state));
    return pathOf(this.family, task.end, (state) => shown.has(state));
  }

  /** The answer of a `query` or `result` operation. */
  view(operation: PreparedOperation, role: TaskRole, task: Task, progress: Progress, context: AnswerContext, own?: OwnResult): TaskAnswer {
    const { state } = progress;
    const page = this.#page(operation, task);
    const status = this.family.states[state]?.status[role];
    const example = page.find((candidate) => candidate.state === state) ?? page.find((candidate) => candidate.status === status) ?? page[0];
    const body = example ? withId(operation, example, task.id) : null;
    this.#fill(body, task, progress, context.now, own);
    if (role !== 'result') this.#fillEchoes(body, task, () => true);
    this.fillAddresses(body, task, context, own?.media);
    return { status: status ?? example?.status ?? 200, body, ...(example && { example: example.name }) };
  }

  /** The answer to the creation of a job. @param named expressions that its request has values for */
  fillCreated(body: Json, task: Task, operation: PreparedOperation, named: ReadonlySet<string>, context: AnswerContext): void {
    const shown = this.#shown(operation);
    this.#fill(body, task, { state: this.family.initial, done: 0, ended: false }, context.now);
    this.#fillEchoes(body, task, ({ pointer, expression }) => named.has(expression) && shown.has(pointer));
    this.fillAddresses(body, task, context);
  }

  /** Fills in what the job's id and the clock say. */
  #fill(body: Json, task: Task, { state, done }: Progress, now: number, own?: OwnResult): void {
    const { family } = this;
    this.#set.id(body, task.id);
    this.#set.state(body, family.states[state]?.value);
    for (const [pointer, request] of Object.entries(family.onlyIf ?? {})) {
      if (task.values[request] !== true && getAt(body, pointer) !== undefined) setAt(body, pointer, undefined);
    }
    this.#fillTimes(body, task, state, now);
    this.#fillCounts(body, task);
    this.#set.progress(body, Math.round(done * 100));
    if (own?.error && family.states[state]?.outcome === 'failure') this.#fillError(body, own.error);
  }

  #fillError(body: Json, { message, code }: NonNullable<OwnResult['error']>): void {
    const { family } = this;
    for (const [pointer, value] of [
      [family.message, message],
      [family.code, code],
    ] as const) {
      if (pointer === undefined || value === undefined) continue;
      const holder = pointer.slice(0, pointer.lastIndexOf('/'));
      if (holder !== '' && !getAt(body, holder)) setAt(body, holder, {});
      setAt(body, pointer, value);
    }
  }

  /** Makes results and addresses of the family's operations those of this server. */
  fillAddresses(
    body: Json,
    { id, values }: Pick<Task, 'id' | 'values'>,
    { origin, request }: AnswerContext,
    own?: readonly string[],
  ): void {
    const shape = this.#shapeOf((expression) => values[expression], body);
    for (const { parts, type } of this.#media) {
      let position = 0;
      visitAt(body, parts, (container, key) => {
        if (container[key] === undefined) return;
        container[key] = own?.[position % own.length] ?? mediaAddress(origin, `${id}-${position}`, type, shape);
        position++;
      });
    }
    for (const { replace, path, parameter } of this.#addresses) {
      const inPath = { ...request.path, ...(parameter !== undefined && { [parameter]: id }) };
      replace(body, origin + fillPath(path, inPath));
    }
  }

  /** Examples of an operation that are about jobs of this model. */
  #page(operation: PreparedOperation, task: Task): readonly PreparedExample[] {
    const model = (this.#modelExpression === undefined ? undefined : task.values[this.#modelExpression]) ?? task.values[modelName];
    return examplesOfModel(operation.examples, typeof model === 'string' ? model : undefined);
  }

  /**
   * What the request says stands in the answer, and what it leaves out does not, unless it has a default.
   * @param adds whether the answer also has what the page does not show
   */
  #fillEchoes(body: Json, task: Task, adds: (echo: Echo) => boolean): void {
    for (const echo of this.#echoes) {
      const { pointer, replace, expression, except, isOptional } = echo;
      const value = task.values[expression];
      if (value === undefined) {
        if (isOptional && !task.forgotten?.includes(expression) && getAt(body, pointer) !== undefined) setAt(body, pointer, undefined);
      } else if (!except.includes(value)) {
        replace(body, value);
        if (!pointer.includes('*') && adds(echo)) setAt(body, pointer, value);
      }
    }
  }

  /** The echoed members that answers of an operation show, be it those of some models only. */
  #shown(operation: PreparedOperation): ReadonlySet<string> {
    const known = this.#shownBy.get(operation);
    if (known) return known;
    const pointers = this.#echoes.map(({ pointer }) => pointer);
    const shown = new Set(pointers.filter((pointer) => operation.examples.some(({ body }) => getAt(body, pointer) !== undefined)));
    this.#shownBy.set(operation, shown);
    return shown;
  }

  #fillTimes(body: Json, task: Task, state: string, now: number): void {
    const { times } = this.family;
    const end = endOf(task);
    const seconds = lifetimeOf(this.family, task);
    const format = (time: number): Json => (times.format === 'unix' ? Math.floor(time / 1000) : new Date(time).toISOString());
    this.#set.created(body, format(task.created));
    this.#set.updated(body, format(Math.min(now, end)));
    if (this.family.states[state]?.outcome !== undefined) this.#set.completed(body, format(Math.min(now, end)));
    this.#set.expires(body, format(seconds === undefined ? end : task.created + seconds * 1000));
  }

  /** As many results as the request wanted. */
  #fillCounts(body: Json, task: Task): void {
    for (const { at, from, default: usual, index, total } of this.family.count ?? []) {
      const results = getAt(body, at);
      if (!Array.isArray(results) || results.length === 0) continue;
      const wanted = Number(task.values[from] ?? usual);
      const copies = Array.from({ length: wanted }, (_, position) => {
        const copy = structuredClone(results[Math.min(position, results.length - 1)]);
        if (index !== undefined) copy[index] = position;
        return copy;
      });
      setAt(body, at, copies);
      compileReplace(total)(body, wanted);
    }
  }
}

/** The job that the path of a request names. */
export const requestedId = ({ task }: PreparedOperation, { path }: Pick<PreparedExample['request'], 'path'>): string | undefined =>
  path?.[task?.parameter ?? ''];

/** The example's answer with another job's id, wherever the documented one stands in a text. */
export function withId(operation: PreparedOperation, { request, body }: PreparedExample, id: string): Json {
  const documented = requestedId(operation, request);
  const text = JSON.stringify(body ?? null);
  return JSON.parse(documented === undefined ? text : text.replaceAll(documented, id));
}
