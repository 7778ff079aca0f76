/** Coverage in its forms. */
import { expect, test } from 'vitest';
import { coverageJUnit, coverageOf, coverageText, isBelow, reportOfCoverage } from '../../../src/check/report/coverage-report.js';
import { githubReport } from '../../../src/check/report/github.js';
import { markdownReport } from '../../../src/check/report/markdown.js';
import type { CoverageReport } from '../../../src/journal/coverage.js';

const report: CoverageReport = {
  operations: { hit: 1, total: 2 },
  answers: { hit: 1, total: 3 },
  states: { hit: 0, total: 0 },
  stateRows: [{ task: 'jobs', state: 'done', hits: 4 }],
  rows: [
    { operation: 'makeCat', status: '200', mediaType: 'application/json', example: 'a "big" cat & <co>', hits: 2 },
    { operation: 'makeCat', status: '400', mediaType: 'application/json', hits: 0 },
    { operation: 'getCat', status: '200', mediaType: 'application/json', hits: 0 },
  ],
};

test('text', () => {
  expect(coverageText(report)).toBe(`operations 1 of 2 (50.0 %)
answers    1 of 3 (33.3 %)
states     0 of 0 (100.0 %)

makeCat (1 of 2 answers)
      2 x 200 application/json a "big" cat & <co>

states of jobs
      4 x jobs done

not exercised: getCat
`);
});

test('JUnit, with the threshold as a case', () => {
  const xml = coverageJUnit(report, { measure: 'answers', percent: 40 });
  expect(xml).toMatch(/<testsuite name="makeCat" .* tests="2" failures="0" errors="0" skipped="1" /);
  expect(xml).toContain('<testcase name="200 application/json a &quot;big&quot; cat &amp; &lt;co&gt;" classname="makeCat" time="0.000"/>');
  expect(xml).toContain(
    '<testcase name="200 application/json" classname="getCat" time="0.000"><skipped message="not exercised"/></testcase>',
  );
  expect(xml).toMatch(
    /name="answers at least 40 %" classname="coverage" time="0.000"><failure message="answers: 33.3 % exercised, less than 40 %"/,
  );
  expect(coverageJUnit(report, { measure: 'answers', percent: 30 })).not.toContain('<failure');
});

test('annotations and Markdown', () => {
  const told = reportOfCoverage(report, { measure: 'operations', percent: 60 });
  expect(githubReport(told)).toMatch(
    /^::error title=coverage%3A coverage operations at least 60 %25::operations: 50\.0 %25 exercised, less than 60 %25\n/,
  );
  expect(markdownReport(told)).toContain('| makeCat | 1 | 0 | 1 | 0 |');
});

test('threshold', () => {
  expect(coverageOf(report, 'operations')).toBe(50);
  expect(isBelow(report, { measure: 'operations', percent: 50 })).toBe(false);
  expect(isBelow(report, { measure: 'operations', percent: 51 })).toBe(true);
});
