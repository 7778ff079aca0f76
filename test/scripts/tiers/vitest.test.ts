import { expect, test } from 'vitest';
import { countsOf, requestsOf, tell, total } from '../../../scripts/tiers/vitest.js';

const report = { numPassedTests: 5, numFailedTests: 0, numFailedTestSuites: 0 };

test.each([
  ['all passed', report, 0, 0],
  ['two tests failed', { ...report, numFailedTests: 2, numFailedTestSuites: 1 }, 1, 2],
  ['a file could not be loaded', { ...report, numFailedTestSuites: 1 }, 1, 1],
  ['an error between the tests', report, 1, 1],
  ['a signal', undefined, null, 1],
])('%s', (_, told, code, failed) => {
  expect(countsOf(told, code)).toEqual({ passed: told ? 5 : 0, failed });
});

test('rounds are summed up', () => {
  const round = { passed: 5, failed: 1, seconds: 20, requests: 0 };
  expect(tell(total([round, { ...round, failed: 0 }]))).toBe('10 passed, 1 failed (40 s)');
});

test('it is told how many requests the tests say that they sent', () => {
  const testResults = [
    { assertionResults: [{ meta: { requests: 22 } }, { meta: {} }] },
    { assertionResults: [{ meta: { requests: 20 } }] },
  ];
  expect(requestsOf({ testResults })).toBe(42);
  expect(requestsOf(undefined)).toBe(0);
  const round = { passed: 5, failed: 0, seconds: 20, requests: 42 };
  expect(tell(total([round, { ...round, requests: 0 }]))).toBe('10 passed, 0 failed (40 s, 42 requests to the mock judged)');
});
