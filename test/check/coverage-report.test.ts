/** Coverage in its forms. */
import { expect, test } from 'vitest';
import { coverageJUnit, coverageOf, coverageText, isBelow } from '../../src/check/coverage-report.js';
import type { CoverageReport } from '../../src/journal/coverage.js';

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

test('JUnit', () => {
  expect(coverageJUnit(report, { measure: 'answers', percent: 30 })).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="nexconn-contract">
  <testsuite name="makeCat" tests="2" skipped="1" failures="0">
    <testcase classname="makeCat" name="200 application/json a &quot;big&quot; cat &amp; &lt;co&gt;"/>
    <testcase classname="makeCat" name="400 application/json"><skipped/></testcase>
  </testsuite>
  <testsuite name="getCat" tests="1" skipped="1" failures="0">
    <testcase classname="getCat" name="200 application/json"><skipped/></testcase>
  </testsuite>
  <testsuite name="coverage" tests="1" skipped="0" failures="0">
    <testcase classname="coverage" name="answers at least 30 %"></testcase>
  </testsuite>
</testsuites>
`);
});

test('threshold', () => {
  expect(coverageOf(report, 'operations')).toBe(50);
  expect(isBelow(report, { measure: 'operations', percent: 50 })).toBe(false);
  expect(isBelow(report, { measure: 'operations', percent: 51 })).toBe(true);
});
