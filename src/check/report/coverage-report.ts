/** Coverage of the contract as text, as JUnit, and against a threshold. */
import type { CoverageReport, CoverageRow } from '../../journal/coverage.js';
import { junitReport } from './junit.js';
import type { Report, ReportCase } from './report.js';

/** What a share is taken of: operations, documented responses (status x media type x example), or states of jobs. */
export const coverageMeasures = ['operations', 'answers', 'states'] as const;
/** One of {@link coverageMeasures}. */
export type CoverageMeasure = (typeof coverageMeasures)[number];

/**
 * Percent, 0 to 100.
 *
 * @example
 * ```ts
 * import { contractFetch, coverageOf } from 'nexconn-contract/testing';
 *
 * const checked = contractFetch();
 * // … calls of the app …
 * if (coverageOf(checked.coverage(), 'operations') < 80) throw new Error('too few operations are called');
 * ```
 */
export const coverageOf = (report: CoverageReport, measure: CoverageMeasure): number => {
  const { hit, total } = report[measure];
  return total === 0 ? 100 : (100 * hit) / total;
};

const shareText = (report: CoverageReport, measure: CoverageMeasure): string =>
  `${measure.padEnd(10)} ${report[measure].hit} of ${report[measure].total} (${coverageOf(report, measure).toFixed(1)} %)`;

const nameOf = ({ status, mediaType, example }: CoverageRow): string => [status, mediaType, example].filter(Boolean).join(' ');

function byOperation({ rows }: CoverageReport): Map<string, CoverageRow[]> {
  const groups = new Map<string, CoverageRow[]>();
  for (const row of rows) groups.set(row.operation, [...(groups.get(row.operation) ?? []), row]);
  return groups;
}

/**
 * Shares first, then what was exercised, then the operations that were not.
 *
 * @example
 * ```ts
 * import { contractFetch, coverageText } from 'nexconn-contract/testing';
 * import { afterAll } from 'vitest';
 *
 * const checked = contractFetch();
 * afterAll(() => console.log(coverageText(checked.coverage())));
 * ```
 */
export function coverageText(report: CoverageReport): string {
  const lines: string[] = coverageMeasures.map((measure) => shareText(report, measure));
  const untouched: string[] = [];
  for (const [operation, rows] of byOperation(report)) {
    const hit = rows.filter(({ hits }) => hits > 0);
    if (hit.length === 0) untouched.push(operation);
    else
      lines.push(
        '',
        `${operation} (${hit.length} of ${rows.length} answers)`,
        ...hit.map((row) => `  ${String(row.hits).padStart(5)} x ${nameOf(row)}`),
      );
  }
  const states = report.stateRows.filter(({ hits }) => hits > 0);
  if (states.length > 0)
    lines.push('', 'states of jobs', ...states.map(({ task, state, hits }) => `  ${String(hits).padStart(5)} x ${task} ${state}`));
  if (untouched.length > 0) lines.push('', `not exercised: ${untouched.join(', ')}`);
  return `${lines.join('\n')}\n`;
}

/**
 * One suite per operation, one case per documented response; what was not exercised is skipped.
 *
 * @param threshold a further case that fails where the share is lower, in percent
 * @example
 * ```ts
 * import { writeFile } from 'node:fs/promises';
 * import { contractFetch, coverageJUnit } from 'nexconn-contract/testing';
 *
 * const checked = contractFetch();
 * await writeFile('coverage.xml', coverageJUnit(checked.coverage(), { measure: 'answers', percent: 50 }));
 * ```
 */
export const coverageJUnit = (report: CoverageReport, threshold?: CoverageThreshold): string =>
  junitReport(reportOfCoverage(report, threshold));

/** The least share that has to be exercised. */
export interface CoverageThreshold {
  measure: CoverageMeasure;
  /** 0 to 100. */
  percent: number;
}

/** Documented responses by their operations; what was not exercised is skipped. With a threshold, a further case that fails below it. */
export function reportOfCoverage(report: CoverageReport, threshold?: CoverageThreshold): Report {
  const cases = report.rows.map((row): ReportCase => {
    const isHit = row.hits > 0;
    return {
      group: row.operation,
      name: nameOf(row),
      status: isHit ? 'passed' : 'skipped',
      findings: [],
      ...(!isHit && { reason: 'not exercised' }),
    };
  });
  if (threshold) {
    const { measure, percent } = threshold;
    const message = `${measure}: ${coverageOf(report, measure).toFixed(1)} % exercised, less than ${percent} %`;
    const failed = isBelow(report, threshold);
    cases.push({
      group: 'coverage',
      name: `${measure} at least ${percent} %`,
      status: failed ? 'failed' : 'passed',
      findings: failed ? [{ message }] : [],
    });
  }
  return { title: 'coverage', time: new Date(), notices: coverageMeasures.map((measure) => shareText(report, measure)), cases };
}

export const isBelow = (report: CoverageReport, { measure, percent }: CoverageThreshold): boolean => coverageOf(report, measure) < percent;
