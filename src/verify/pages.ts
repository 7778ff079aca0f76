/** Tries the documented exchanges against a gateway. */
import type { Baseline } from '../check/baseline.js';
import { findingOf, violationOf } from '../check/findings/violation.js';
import { documentedModel } from '../contract/examples/of-model.js';
import { compileIdTemplate } from '../contract/id-template.js';
import { collapsed, getAt } from '../contract/pointer.js';
import type { Json } from '../contract/prepared/json.js';
import type { PreparedContract, PreparedOperation } from '../contract/prepared.js';
import { type CheckedResponse, call, errorMessage, type Gateway, isNoVerdict, NoResponseError } from './call.js';
import { fieldPaths } from './field-paths.js';
import { createJobFollower, type Job, pathOfJob } from './jobs.js';
import { isPaid, type Page } from './plan.js';
import { type PageResult, Results } from './results.js';

export interface PagesOptions {
  /** How many calls that cost money may be made. */
  budgetCalls: number;
  /** Seconds to wait for a job to end. */
  jobTimeoutSeconds: number;
  /** What is known to differ. */
  baseline?: Baseline | undefined;
}

const concurrency = 4;

async function inParallel<T>(list: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...list];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}

/** @throws NoResponseError when the gateway does not answer at all, KeyRefusedError when it does not take the key */
export async function verifyPages(
  gateway: Gateway,
  pages: readonly Page[],
  options: PagesOptions,
): Promise<{ results: PageResult[]; paidCalls: number }> {
  const run = new Run(gateway, pages, options);
  await run.all();
  return { results: pages.flatMap((page) => run.results.get(page) ?? []), paidCalls: run.paidCalls };
}

class Run {
  readonly results = new Results();
  paidCalls = 0;
  readonly #jobs: Job[] = [];
  readonly #contract: PreparedContract;

  constructor(
    readonly gateway: Gateway,
    readonly pages: readonly Page[],
    readonly options: PagesOptions,
  ) {
    this.#contract = gateway.checker.parts.contract;
  }

  async all(): Promise<void> {
    const role = ({ operation }: Page) => operation.task?.role;
    const paid = this.pages.filter(({ operation }) => isPaid(operation));
    const [probe, ...reads] = this.pages.filter((page) => !isPaid(page.operation) && role(page) !== 'delete');
    // One call first: where nobody answers, that is found out once.
    if (probe) await this.#read(probe);
    await inParallel(reads, (page) => this.#guard(page, () => this.#read(page)));
    for (const modality of new Set(paid.map(({ operation }) => operation.modality))) {
      const own = paid.filter(({ operation }) => operation.modality === modality);
      for (const step of [own.filter((page) => role(page) !== 'remix'), own.filter((page) => role(page) === 'remix')]) {
        await inParallel(step, (page) => this.#guard(page, () => this.#pay(page)));
        await this.#follow();
      }
    }
    for (const page of this.pages.filter((candidate) => role(candidate) === 'delete')) await this.#guard(page, () => this.#delete(page));
  }

  /** A call that gets no response after others did is this page's own matter. */
  async #guard(page: Page, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof NoResponseError)) throw error;
      this.results.set(page, 'unreachable', { reason: `no response: ${error.message}` });
    }
  }

  async #read(page: Page): Promise<void> {
    const { operation, example } = page;
    const response = await call(this.gateway, operation, example.request);
    const isKnown = response.status === example.status || !isRefusal(response.status);
    if (operation.task && !isKnown && response.violations.length === 0) {
      this.results.set(page, 'skipped', {
        reason: `no job of this gateway was in this state; the documented one is not known (${errorMessage(this.gateway, response)})`,
      });
    } else {
      this.#judge(page, response);
    }
  }

  async #pay(page: Page): Promise<void> {
    const { operation, example } = page;
    if (this.paidCalls >= this.options.budgetCalls) {
      this.results.set(page, 'skipped', { reason: 'over the budget' });
      return;
    }
    this.paidCalls++;
    const source = operation.task?.role === 'remix' ? this.#endedJob(operation, example.models) : undefined;
    const path = source && pathOfJob(operation, example, source.id);
    const { body, needs } = this.#withOwnIds(example.request.body);
    const response = await call(this.gateway, operation, {
      ...example.request,
      ...(path && { path }),
      ...(body !== undefined && { body }),
    });
    const isStranger = operation.task?.role === 'remix' && !source;
    if (isRefusal(response.status) && example.status < 400 && response.violations.length === 0 && (needs !== undefined || isStranger)) {
      const name = needs ?? operation.task?.name;
      this.results.set(page, 'skipped', {
        reason: `needs a job of the family ${name} that this run has made (${errorMessage(this.gateway, response)})`,
      });
      return;
    }
    this.#judge(page, response);
    const family = operation.task && this.#contract.tasks[operation.task.name];
    const id = family && response.status < 400 ? getAt(response.body, family.id.at) : undefined;
    if (family && operation.task && typeof id === 'string') {
      const model = example.models?.[0] ?? documentedModel(operation, family, example);
      this.#jobs.push({ page, name: operation.task.name, family, id, model });
    }
  }

  async #follow(): Promise<void> {
    const follow = createJobFollower(this.gateway, this.pages, this.options.jobTimeoutSeconds, {
      judge: (page, response) => this.#judge(page, response),
      fault: (page, reason, status) => this.results.overrule(page, 'unreachable', { reason, ...(status !== undefined && { status }) }),
    });
    await Promise.all(this.#jobs.filter(({ state }) => state === undefined).map((job) => this.#guard(job.page, () => follow(job))));
  }

  /** Only what this run has made is deleted. */
  async #delete(page: Page): Promise<void> {
    const { operation, example } = page;
    const job = this.#endedJob(operation, undefined);
    if (!job) {
      this.results.set(page, 'skipped', {
        reason: `this run has made no job of the family ${operation.task?.name} that it could delete`,
      });
      return;
    }
    this.#judge(page, await call(this.gateway, operation, { ...example.request, path: pathOfJob(operation, example, job.id) }));
  }

  /** A job of the same family that ended well; of one of the models where some are named. */
  #endedJob({ task }: PreparedOperation, models: readonly string[] | undefined): Job | undefined {
    return this.#jobs.find(
      (job) =>
        job.name === task?.name &&
        job.family.states[job.state ?? '']?.outcome === 'success' &&
        (models === undefined || models.includes(job.model ?? '')),
    );
  }

  /** The body with documented ids of jobs replaced by those of this run's own; `needs` names a family that has none yet. */
  #withOwnIds(body: Json | undefined): { body: Json | undefined; needs?: string } {
    if (body === undefined) return { body };
    let needs: string | undefined;
    const templates = Object.entries(this.#contract.tasks).map(([name, { id }]) => ({ name, template: compileIdTemplate(id.template) }));
    const own = JSON.parse(JSON.stringify(body), (_, value) => {
      const name = typeof value === 'string' ? templates.find(({ template }) => template.parse(value))?.name : undefined;
      if (name === undefined) return value;
      const job = this.#jobs.find(
        (candidate) => candidate.name === name && candidate.family.states[candidate.state ?? '']?.outcome === 'success',
      );
      if (!job) needs = name;
      return job?.id ?? value;
    });
    return { body: own, ...(needs !== undefined && { needs }) };
  }

  #judge(page: Page, response: CheckedResponse): void {
    const { operation, example } = page;
    const { status, durationMs } = response;
    const violations = [...response.violations];
    if (status !== example.status) {
      const said = errorMessage(this.gateway, response);
      const finding = findingOf({ part: 'response', in: 'status' }, 'status', `must be ${example.status}, as documented`, undefined);
      const { told, request } = response.origin;
      const violation = violationOf({ ...finding, got: said }, operation.id, told, request);
      if (this.options.baseline?.isKnown(violation)) {
        this.results.set(page, violations.length > 0 ? 'differs' : 'skipped', { reason: `known: ${said}`, violations, durationMs });
        return;
      }
      if (isNoVerdict(status) && violations.length === 0) {
        this.results.set(page, 'unreachable', { reason: said, status, durationMs });
        return;
      }
      violations.push(violation);
    }
    const outcome = violations.length > 0 ? 'differs' : 'conforms';
    const missing = response.body === undefined ? [] : missingFields(example.body, response);
    this.results.set(page, outcome, { violations, missing, durationMs });
  }
}

/** Whether a status may come of the job that the request names. */
const isRefusal = (status: number): boolean => status >= 400 && !isNoVerdict(status);

/** Fields of the documented response that this one lacks, apart from those that a violation speaks of. */
function missingFields(documented: Json | undefined, { body, violations }: CheckedResponse): string[] {
  const present = fieldPaths(body);
  const reported = new Set(violations.map(({ pointer }) => collapsed(pointer)));
  return [...fieldPaths(documented)].filter((path) => !present.has(path) && !reported.has(path));
}
