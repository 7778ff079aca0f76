/** What became of each page and workflow. */
import type { ContractViolation } from '../check/findings/violation.js';
import type { CoverageReport } from '../journal/coverage.js';
import type { Page } from './plan.js';

/** `unreachable`: the gateway gave no answer that says anything; `skipped`: it was not asked, or could not be in this run. */
export type Outcome = 'conforms' | 'differs' | 'unreachable' | 'skipped';

export interface PageResult {
  operation: string;
  /** Name of the documented exchange: a page, or a scenario of it after the first dot. */
  example: string;
  modality: string;
  outcome: Outcome;
  /** Why it could not be tried. */
  reason?: string;
  /** Status of the answer that made it unreachable; absent where none came. */
  status?: number;
  violations: ContractViolation[];
  /** How to repeat what was found, in lines. */
  repeat?: string[];
  /** Milliseconds that its call took. */
  durationMs?: number;
  /** Documented fields that no response had: JSON pointers, `*` for every index. Optional ones may be missing. */
  missing: string[];
}

export interface WorkflowResult {
  name: string;
  outcome: Outcome;
  reason?: string;
  /** Status of the answer that made it unreachable. */
  status?: number;
  /** Checks that did not pass. */
  failures: { step: string; message: string }[];
}

export interface VerifyReport {
  baseUrl: string;
  /** ISO 8601. */
  time: string;
  contract: { version: string; hash: string };
  summary: Record<Outcome, number>;
  pages: PageResult[];
  workflows: WorkflowResult[];
  /** What could not be done at all, and why. */
  notices: string[];
  coverage: Pick<CoverageReport, 'operations' | 'answers' | 'states'>;
}

const weight: Record<Outcome, number> = { skipped: 0, unreachable: 1, conforms: 2, differs: 3 };

export const noOutcomes = (): Record<Outcome, number> => ({ conforms: 0, differs: 0, unreachable: 0, skipped: 0 });

type Details = Partial<Pick<PageResult, 'reason' | 'status' | 'violations' | 'missing' | 'durationMs'>>;

/** Keeps one result per page; the one that says more stays. */
export class Results {
  readonly #results = new Map<Page, PageResult>();

  set(page: Page, outcome: Outcome, details: Details = {}): void {
    const { operation, example } = page;
    const before = this.#results.get(page);
    const missing = details.missing?.filter((path) => before?.missing.includes(path) ?? true) ?? [];
    const earlier = before?.violations ?? [];
    const violations = [
      ...earlier,
      ...(details.violations ?? []).filter(({ message }) => !earlier.some((known) => known.message === message)),
    ];
    if (before && weight[before.outcome] > weight[outcome]) return;
    const { id, modality } = operation;
    this.#results.set(page, { operation: id, example: example.name, modality, outcome, ...details, violations, missing });
  }

  /** Something that went wrong after all, though the page itself may have conformed. */
  overrule(page: Page, outcome: Outcome, details: Details): void {
    const before = this.#results.get(page);
    // What was told first is the cause.
    if (before?.outcome === 'unreachable') return;
    if (before?.outcome === 'conforms') this.#results.set(page, { ...before, outcome: 'unreachable' });
    this.set(page, outcome, details);
  }

  get(page: Page): PageResult | undefined {
    return this.#results.get(page);
  }
}
