/** Runs tests, and counts. */
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { project } from '../lib/project.js';
import { startNode } from './processes/children.js';

export interface Outcome {
  passed: number;
  failed: number;
  seconds: number;
  /** Sent by the tests that count theirs (`task.meta.requests`). */
  requests: number;
}

/** What Vitest reports as JSON, as far as it matters here. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  testResults?: { assertionResults: { meta?: { requests?: number } }[] }[];
}

/**
 * How many tests passed and failed. A run that was no success has failed at least once: a file that could not be loaded, or an error
 * between the tests, has no failed test of its own.
 * @param report absent where Vitest did not come so far
 * @param code with which Vitest ended; null after a signal
 */
export function countsOf(report: Report | undefined, code: number | null): Pick<Outcome, 'passed' | 'failed'> {
  const failed = report?.numFailedTests || report?.numFailedTestSuites || (code === 0 ? 0 : 1);
  return { passed: report?.numPassedTests ?? 0, failed };
}

/** How many requests the tests say that they sent. */
export const requestsOf = (report: Pick<Report, 'testResults'> | undefined): number =>
  (report?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults).reduce((sum, { meta }) => sum + (meta?.requests ?? 0), 0);

/** Runs test files of this project, or the whole suite, and shows what fails. */
export const runTests = (files: readonly string[], env: NodeJS.ProcessEnv, ...args: string[]): Promise<Outcome> =>
  runTestsIn(project.root, files, env, ...args);

/** Runs test files of a project, or its whole suite, and shows what fails. */
export async function runTestsIn(root: string, files: readonly string[], env: NodeJS.ProcessEnv, ...args: string[]): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'nexconn-tests-'));
  try {
    const output = join(folder, 'report.json');
    const program = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${output}`, '--silent=passed-only'];
    const began = performance.now();
    const child = startNode([program, 'run', ...reporters, ...args, ...files], { cwd: root, env, stdio: 'inherit' });
    const [code] = (await once(child, 'exit')) as [number | null];
    const report: Report | undefined = await readFile(output, 'utf8').then(JSON.parse, () => undefined);
    return { ...countsOf(report, code), seconds: Math.round((performance.now() - began) / 1000), requests: requestsOf(report) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

export const total = (outcomes: readonly Outcome[]): Outcome =>
  outcomes.reduce((sum, { passed, failed, seconds, requests }) => ({
    passed: sum.passed + passed,
    failed: sum.failed + failed,
    seconds: sum.seconds + seconds,
    requests: sum.requests + requests,
  }));

export const tell = ({ passed, failed, seconds, requests }: Outcome): string =>
  `${passed} passed, ${failed} failed (${seconds} s${requests > 0 ? `, ${requests} requests to the mock judged` : ''})`;
