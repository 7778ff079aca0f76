/** Coverage of the contract as text, as JUnit, and against a threshold. */
import type { CoverageReport, CoverageRow } from '../journal/coverage.js';

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

const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] ?? character);

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
export function coverageJUnit(report: CoverageReport, threshold?: { measure: CoverageMeasure; percent: number }): string {
  const suites = [...byOperation(report)].map(([operation, rows]) => {
    const cases = rows.map((row) => {
      const open = `    <testcase classname="${escapeXml(operation)}" name="${escapeXml(nameOf(row))}"`;
      return row.hits > 0 ? `${open}/>` : `${open}><skipped/></testcase>`;
    });
    const skipped = rows.filter(({ hits }) => hits === 0).length;
    return `  <testsuite name="${escapeXml(operation)}" tests="${rows.length}" skipped="${skipped}" failures="0">\n${cases.join('\n')}\n  </testsuite>`;
  });
  if (threshold) {
    const { measure, percent } = threshold;
    const failed = isBelow(report, threshold);
    const name = `${measure} at least ${percent} %`;
    const failure = failed ? `<failure message="${coverageOf(report, measure).toFixed(1)} %"/>` : '';
    suites.push(
      `  <testsuite name="coverage" tests="1" skipped="0" failures="${failed ? 1 : 0}">\n    <testcase classname="coverage" name="${name}">${failure}</testcase>\n  </testsuite>`,
    );
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="nexconn-contract">\n${suites.join('\n')}\n</testsuites>\n`;
}

export const isBelow = (report: CoverageReport, { measure, percent }: { measure: CoverageMeasure; percent: number }): boolean =>
  coverageOf(report, measure) < percent;
