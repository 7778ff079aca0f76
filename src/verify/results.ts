/** What became of each page and workflow. */
import type { ContractViolation } from '../check/violation.js';
import type { CoverageReport } from '../journal/coverage.js';
import type { Page } from './plan.js';

export type Outcome = 'conforms' | 'differs' | 'unreachable';

export interface PageResult {
  operation: string;
  /** Name of the documented exchange: a page, or a scenario of it after the first dot. */
  example: string;
  modality: string;
  outcome: Outcome;
  /** Why it could not be tried. */
  reason?: string;
  violations: ContractViolation[];
  /** Documented fields that no response had: JSON pointers, `*` for every index. Optional ones may be missing. */
  missing: string[];
}

export interface WorkflowResult {
  name: string;
  outcome: Outcome;
  reason?: string;
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

const weight: Record<Outcome, number> = { unreachable: 0, conforms: 1, differs: 2 };

/** Keeps one result per page; the one that says more stays. */
export class Results {
  readonly #results = new Map<Page, PageResult>();

  set(page: Page, outcome: Outcome, details: Partial<Pick<PageResult, 'reason' | 'violations' | 'missing'>> = {}): void {
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

  get(page: Page): PageResult | undefined {
    return this.#results.get(page);
  }
}
