/** Follows jobs from response to response: the states of one job never go back, and a job that has ended stays as it is. */
import { compileExpression, type ExpressionContext } from '../../contract/expression.js';
import { isFilled, saysNothing } from '../../contract/judge/filled.js';
import { getAt } from '../../contract/pointer.js';
import type { TaskFamily } from '../../contract/prepared/task-family.js';
import type { PreparedContract, PreparedOperation } from '../../contract/prepared.js';
import { type Finding, findingOf } from '../findings/violation.js';
import { type Creation, creationOf, givenAgain } from './creations.js';
import {
  figureFindings,
  figuresOf,
  type JobFigures,
  type JobList,
  listFindings,
  modelFindings,
  orderFindings,
  pageFindings,
  stateFindings,
  toldModel,
  valueFindings,
} from './figures.js';
import { kindFindings } from './kind-of-answer.js';
import { Pages } from './pages.js';
import {
  addressFindings,
  agreementFindings,
  askedOf,
  endFindings,
  type JobPromises,
  lifetimeFindings,
  lostFindings,
  numberFindings,
  onRequestFindings,
  promiseFindings,
  promisesOf,
} from './promises.js';
import { inherited, sourceFindings, sourceOf } from './remixes.js';
import { type JobResults, resultFindings, resultsOf } from './results.js';
import { wordOf } from './word-of.js';

/** A response about jobs. */
export interface JobResponse {
  operation: PreparedOperation;
  status: number;
  body: unknown;
  /** Parameters of the request's path. */
  path: Readonly<Record<string, string>>;
  /** When the request was sent and the response had come, in milliseconds of any clock. */
  sent: number;
  received: number;
  /** The request, as far as it is known. */
  request?: ExpressionContext | undefined;
  /** Model of the job that the request creates, as far as one can tell. */
  model?: string | undefined;
  /** The model that the request names for it. */
  asked?: string | undefined;
}

/** Jobs that are followed at once; the oldest are forgotten. */
const mostJobs = 10_000;

interface Job extends JobFigures, JobPromises, JobResults {
  state: string;
  /** When the state became known. */
  since: number;
  model: string | undefined;
  /** The model that was asked for, or told first. */
  told: string | undefined;
  /** Whether a query has found it. */
  isAnswered?: boolean;
  /** What it is the answer to, where that was seen. */
  creation?: Creation | undefined;
  /** Whether it was deleted. */
  isGone?: boolean;
}

/** What is known of a job by its creation. */
type AskedJob = JobPromises & Pick<Job, 'creation'> & Partial<Pick<Job, 'told'>>;

/** The state that may be followed by any other. */
const firstState = ({ order: [first], initial }: TaskFamily): string => first ?? initial;

export interface JobSighting {
  findings: Finding[];
  /** Name of the state in the family, where the response tells one of one job. */
  state?: string;
  /** Model of the job, if its creation was seen. */
  model?: string;
}

export class Jobs {
  readonly #families: PreparedContract['tasks'];
  readonly #operations: PreparedContract['operations'];
  readonly #jobs = new Map<string, Job>();
  readonly #pages = new Pages();

  constructor(contract: Pick<PreparedContract, 'tasks' | 'operations'>) {
    this.#families = contract.tasks;
    this.#operations = contract.operations;
  }

  /** Takes a response into account. Responses of operations that have no jobs tell nothing. */
  see(response: JobResponse): JobSighting {
    const { task } = response.operation;
    const family = task && this.#families[task.name];
    if (!task || !family) return { findings: [] };
    if (task.role === 'list') return { findings: this.#seeList(response, task.name, family) };
    if (task.role === 'delete') return { findings: this.#seeDeletion(response, task.name, family) };
    if (task.role === 'result') return this.#seeResult(response, task.name, family);
    if (response.status >= 400) return { findings: task.role === 'query' ? this.#unknown(response, task.name, family) : [] };
    // Whoever leaves before anything came has seen nothing of the job.
    if (response.body === undefined) return { findings: [] };
    const isCreated = task.role === 'create' || task.role === 'remix';
    const id = getAt(response.body, family.id.at);
    const source = task.role === 'remix' ? this.#jobs.get(`${task.name} ${sourceOf(family, response.request)}`) : undefined;
    const wanted = isCreated && response.request ? askedOf(family, response.request, typeof id === 'string') : {};
    const asked = source ? inherited(family, wanted, source) : wanted;
    const findings: Finding[] =
      task.role === 'query'
        ? otherId(response, family)
        : [
            ...kindFindings(response.operation, family, response.asked, response.body),
            ...promiseFindings(family, response.body, asked),
            ...numberFindings(family, response.body, asked, false),
          ];
    if (typeof id !== 'string') return { findings };
    if (saysNothing(id))
      return { findings: [...findings, findingOf({ part: 'job', in: 'body', pointer: family.id.at }, 'id', 'must name a job', id)] };
    if (task.role === 'remix') findings.push(...sourceFindings(family, response, id, source));
    const creation = isCreated && response.request ? creationOf(response.request) : undefined;
    const known = this.#jobs.get(`${task.name} ${id}`);
    if (!known?.isGone) findings.push(...givenAgain(known?.creation, creation, family.id.at, id));
    findings.push(...addressFindings(family, this.#operations, id, response.body));
    const state = stateOf(family, response.body);
    if (state === undefined) {
      if (isCreated) this.#begin(task.name, family, id, response, { ...asked, creation });
      return { findings: [...findings, ...stirredFindings(family, known, response)] };
    }
    const status = family.states[state]?.status[task.role];
    if (status !== undefined && status !== response.status) {
      findings.push(
        findingOf({ part: 'job', in: 'status' }, 'state', `must be ${status} while the state is ${wordOf(family, state)}`, response.status),
      );
    }
    return this.#follow(task.name, family, id, state, response, findings, { ...asked, creation });
  }

  #seeDeletion(response: JobResponse, name: string, family: TaskFamily): Finding[] {
    const { path, operation, received, status } = response;
    if (status >= 400) return [];
    const key = `${name} ${path[operation.task?.parameter ?? '']}`;
    const job = this.#jobs.get(key) ?? { state: firstState(family), model: undefined, told: undefined };
    this.#remember(key, { ...job, since: received, isGone: true });
    return otherId(response, family);
  }

  #seeList(response: JobResponse, name: string, family: TaskFamily): Finding[] {
    const items = family.list && response.status < 400 ? getAt(response.body, family.list.items) : undefined;
    if (!Array.isArray(items)) return [];
    return [
      ...listFindings(response.body, family.list as JobList, items, family.id.at),
      ...pageFindings(response.request, family.list as JobList, items, family.id.at),
      ...this.#pages.see(response.request, family.list as JobList, items, family.id.at),
      ...orderFindings(family, items, this.#createdOf(response.request, name, family)),
      ...items.flatMap((item, index) => {
        const id = getAt(item, family.id.at);
        const state = stateOf(family, item);
        if (typeof id !== 'string' || state === undefined) return [];
        const { findings } = this.#follow(name, family, id, state, { ...response, body: item }, []);
        return findings.map((finding) => ({ ...finding, pointer: `${family.list?.items}/${index}${finding.pointer}` }));
      }),
    ];
  }

  /** When the job was created after which a page begins. */
  #createdOf(request: ExpressionContext | undefined, name: string, { list }: TaskFamily): number | undefined {
    const start = request && list?.after && compileExpression(list.after)(request);
    return typeof start === 'string' ? this.#jobs.get(`${name} ${start}`)?.created : undefined;
  }

  /** A result is there in one state only; a response in its place tells the state as a query does. */
  #seeResult(response: JobResponse, name: string, family: TaskFamily): JobSighting {
    const id = response.path[response.operation.task?.parameter ?? ''];
    const findings = otherId(response, family);
    const withStatus = Object.keys(family.states).find((state) => family.states[state]?.status.result === response.status);
    // Not every error of that status says that the job failed: what did has a word of the vendor's.
    const hasFailed = family.code !== undefined && isFilled(response.body, family.code);
    const state = response.status < 400 || hasFailed ? withStatus : stateOf(family, response.body);
    // What it says besides is the result, which has no members of a job.
    return id === undefined || state === undefined
      ? { findings }
      : this.#follow(name, family, id, state, { ...response, body: undefined }, findings, {}, response.body);
  }

  /** Nobody knows a job that was being made. One that has ended may go, and one that was just created may not be known everywhere. */
  #unknown({ operation, path, status, sent }: JobResponse, name: string, family: TaskFamily): Finding[] {
    const job = this.#jobs.get(`${name} ${path[operation.task?.parameter ?? '']}`);
    const isPending = job?.isAnswered && !job.isGone && family.states[job.state]?.outcome === undefined;
    if (!job || !isPending || status !== family.unknown.status || status >= 500 || sent < job.since) return [];
    const expected = `must be that of a job that is there: it was ${wordOf(family, job.state)}`;
    return [findingOf({ part: 'job', in: 'status' }, 'order', expected, status)];
  }

  /** A creation that tells no state: what it asked for is known, and that is all. */
  #begin(name: string, family: TaskFamily, id: string, { received, model, asked: told }: JobResponse, asked: AskedJob): void {
    this.#remember(`${name} ${id}`, { ...asked, state: firstState(family), since: received, model, told: told ?? asked.told });
  }

  #remember(key: string, job: Job): void {
    if (this.#jobs.size >= mostJobs) for (const [oldest] of this.#jobs) if (this.#jobs.size > mostJobs / 2) this.#jobs.delete(oldest);
    this.#jobs.set(key, job);
  }

  #follow(
    name: string,
    family: TaskFamily,
    id: string,
    state: string,
    response: JobResponse,
    findings: Finding[],
    asked: AskedJob = {},
    made: unknown = response.body,
  ): JobSighting {
    const key = `${name} ${id}`;
    const { body, sent } = response;
    const role = response.operation.task?.role;
    const known = this.#jobs.get(key);
    // An id may be given again.
    const before = known?.isGone && role !== 'query' && role !== 'list' && role !== 'result' ? undefined : known;
    // Responses of requests that overlapped may come in any order.
    const isLater = before !== undefined && sent >= before.since;
    if (isLater && before.isGone) {
      findings.push(findingOf({ part: 'job', in: 'body', pointer: family.id.at }, 'order', 'must not be there after it was deleted', id));
      return { findings, state };
    }
    const model = before?.model ?? response.model;
    const isQuery = role === 'query';
    const outcome = family.states[state]?.outcome;
    const figures = figuresOf(family, body);
    if (role === 'result') findings.push(...valueFindings(family, state, body));
    else {
      findings.push(...stateFindings(family, state, body), ...endFindings(family, state, body));
      findings.push(...agreementFindings(family, body, before ?? asked, toldModel(family, body)));
      findings.push(...lifetimeFindings(family, figures, before ?? asked));
      if (outcome === 'success') findings.push(...onRequestFindings(family, body, before ?? asked));
    }
    // What is over has nothing any more.
    if (before && state !== family.lifetime?.then)
      findings.push(...promiseFindings(family, body, before), ...numberFindings(family, made, before, outcome === 'success'));
    if (isLater && isQuery) findings.push(...lostFindings(family, state, body, before));
    const told = before?.told ?? response.asked ?? asked.told ?? toldModel(family, body);
    findings.push(...modelFindings(family, body, told));
    findings.push(...figureFindings(family, figures, isLater ? before : undefined, outcome));
    if (outcome === 'success') {
      const ended = figures.completed ?? before?.completed ?? figures.created ?? before?.created;
      findings.push(...resultFindings(family, made, isLater ? before : {}, ended));
    }
    // A creation is answered before anybody looks for the job.
    const since = before?.isAnswered || before?.state !== family.initial ? before?.state : firstState(family);
    if (isLater && !mayFollow(family, since ?? state, state)) {
      const expected = `must not be ${wordOf(family, state)} after ${wordOf(family, before.state)}`;
      findings.push(findingOf({ part: 'job', in: 'body', pointer: family.state }, 'order', expected, wordOf(family, state)));
    } else if (!before || isLater) {
      this.#remember(key, {
        ...before,
        ...promisesOf(family, body, before ?? asked, isQuery || role === 'create'),
        ...figures,
        ...(outcome === 'success' && resultsOf(family, made, before ?? {})),
        ...(isQuery && { isAnswered: true }),
        creation: asked.creation ?? before?.creation,
        state,
        since: response.received,
        model,
        told,
      });
    }
    return { findings, state, ...(model !== undefined && { model }) };
  }
}

/** A job that has ended stays as it is, whatever another state is called; what is over after its time may have a word of its own. */
function stirredFindings(family: TaskFamily, known: Job | undefined, { operation, body, sent }: JobResponse): Finding[] {
  const word = getAt(body, family.state);
  const hasEnded = known && !known.isGone && family.states[known.state]?.outcome !== undefined;
  if (!hasEnded || operation.task?.role !== 'query' || typeof word !== 'string' || sent < known.since) return [];
  if (sent - known.since > (family.lifetime?.seconds ?? 0) * 1000) return [];
  const expected = `must not be ${word} after ${wordOf(family, known.state)}`;
  return [findingOf({ part: 'job', in: 'body', pointer: family.state }, 'order', expected, word)];
}

/** The response to a request about one job is about another. */
function otherId({ operation: { task }, path, body }: JobResponse, { id: { at } }: TaskFamily): Finding[] {
  const [wanted, id] = [path[task?.parameter ?? ''], getAt(body, at)];
  if (wanted === undefined || id === undefined || id === wanted) return [];
  return [findingOf({ part: 'job', in: 'body', pointer: at }, 'id', `must be that of the request, ${JSON.stringify(wanted)}`, id)];
}

/** The state that a response tells; where one word means both ends, an error in the response makes a failure. */
export function stateOf(family: TaskFamily, body: unknown): string | undefined {
  const word = getAt(body, family.state);
  const states = Object.keys(family.states).filter((state) => family.states[state]?.value === word);
  if (states.length < 2) return states[0];
  const failed = family.error !== undefined && Boolean(getAt(body, family.error));
  return states.find((state) => (family.states[state]?.outcome === 'failure') === failed);
}

function mayFollow(family: TaskFamily, before: string, state: string): boolean {
  if (before === state) return true;
  if (family.states[before]?.outcome !== undefined) return state === family.lifetime?.then;
  const [from, to] = [family.order.indexOf(before), family.order.indexOf(state)];
  return to === -1 || from === -1 || to > from;
}
