/** `nexconn-contract coverage`: what the calls to a mock, through a proxy or of test runs exercised of the contract. */
import { stat } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { contract } from '../../compiled/contract.js';
import { isReport, noReport } from '../check/report/coverage-reading.js';
import {
  type CoverageMeasure,
  coverageMeasures,
  coverageOf,
  coverageText,
  isBelow,
  reportOfCoverage,
} from '../check/report/coverage-report.js';
import { contractOf, sumOfCoverage } from '../check/report/coverage-sum.js';
import { namedOperations } from '../contract/paths/named-operations.js';
import { filesBelow } from '../files-below.js';
import { isObject } from '../journal/control.js';
import type { CoverageReport } from '../journal/coverage.js';
import { number } from '../options/kinds.js';
import { readText } from '../text-file.js';
import { numberFlag, withOldFlags } from './common/arguments.js';
import { withExamples } from './common/examples.js';
import { fail } from './common/fail.js';
import { type ChosenFormat, formatFlag, outputFlag, writeReports } from './common/formats.js';

const percent = number({ most: 100, unit: 'percent' });

export function coverageCommand(): Command {
  const command = new Command('coverage')
    .description(
      'Report which operations, statuses, media types, examples and job states were exercised, in all that is named. Ends with 1 below the threshold.',
    )
    .argument('<source...>', 'addresses of running mocks and proxies, reports that were saved as JSON, and folders of them')
    .option('--only <names>', 'words of paths, modalities, job families, protocols or operations, such as chat,videos')
    .option('--session <name>', 'only what this session of a mock exercised, as far as its journal goes back')
    .addOption(formatFlag())
    .addOption(outputFlag())
    .addOption(numberFlag('failUnderPercent', percent, 'least share that has to be exercised'))
    .addOption(new Option('--measure <measure>', 'what the share is taken of').choices(coverageMeasures).default('operations'));
  return withExamples(
    withOldFlags(command).action(report),
    'nexconn-contract coverage http://127.0.0.1:4010 --only chat,videos',
    'nexconn-contract coverage coverage/ --measure answers --fail-under-percent 80',
  );
}

interface Flags {
  format?: ChosenFormat[];
  only?: string;
  session?: string;
  output?: string;
  failUnderPercent?: number;
  measure: CoverageMeasure;
}

async function report(
  sources: string[],
  { only, session, format = [{ format: 'text' }], output, failUnderPercent, measure }: Flags,
): Promise<void> {
  const operations = named(only);
  const found = (await Promise.all(sources.map((source) => reportsOf(source, session)))).flat();
  if (found.length === 0) fail(`There is no report in ${sources.join(', ')}.`, 2);
  checkContracts(found);
  const [first] = found;
  // A report without its sums is added up as several are.
  const isWhole = found.length === 1 && only === undefined && first && coverageMeasures.every((measure) => isObject(first.report[measure]));
  const coverage = isWhole
    ? first.report
    : sumOfCoverage(
        contractOf(contract, operations),
        found.map(({ report }) => report),
      );
  const threshold = failUnderPercent === undefined ? undefined : { measure, percent: failUnderPercent };
  await writeReports(format, output, {
    text: () => coverageText(coverage),
    json: () => coverage,
    report: () => reportOfCoverage(coverage, threshold),
  });
  if (threshold && isBelow(coverage, threshold)) {
    console.error(`${measure}: ${coverageOf(coverage, measure).toFixed(1)} % exercised, less than ${failUnderPercent} %.`);
    process.exitCode = 1;
  }
}

function named(only: string | undefined) {
  const names = only?.split(',').flatMap((name) => name.trim() || []) ?? [];
  if (only !== undefined && names.length === 0) fail('--only names nothing; leave it out to report on everything.', 2);
  try {
    return namedOperations(contract, names);
  } catch (error) {
    return fail((error as Error).message, 2);
  }
}

interface Found {
  source: string;
  report: CoverageReport;
}

/** Shares of two contracts are not of the same. */
function checkContracts(found: readonly Found[]): void {
  const [first, ...others] = found.filter(({ report }) => report.contract !== undefined);
  if (!first) return;
  const other = others.find(({ report }) => report.contract !== first.report.contract);
  if (other)
    fail(
      `${first.source} is of the contract ${first.report.contract} and ${other.source} of ${other.report.contract}: they cannot be added up.`,
      2,
    );
  if (first.report.contract !== contract.build)
    console.error(`The coverage is of the contract ${first.report.contract}; this command has ${contract.build}.`);
}

async function reportsOf(source: string, session: string | undefined): Promise<Found[]> {
  if (/^https?:\/\//i.test(source) && URL.canParse(source)) return [{ source, report: await fetchCoverage(new URL(source), session) }];
  const entry = await stat(source).catch(() =>
    fail(`There is no ${source}; give an address such as http://127.0.0.1:4010, a file or a folder.`, 2),
  );
  if (session !== undefined) fail(`${source} does not tell sessions apart; --session is for the address of a mock.`, 2);
  const files = entry.isDirectory() ? await filesBelow(source, (name) => name.endsWith('.json')) : [source];
  return Promise.all(files.map(async (file) => ({ source: file, report: await readCoverage(file) })));
}

async function readCoverage(file: string): Promise<CoverageReport> {
  const text = await readText(file).catch(({ message }: Error) => fail(`${file} cannot be read: ${message}`, 2));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail(`${file} is not JSON.`, 2);
  }
  return isReport(value) ? value : fail(`${file} ${noReport}.`, 2);
}

/** A mock and a proxy tell it at paths of their own, which may stand below the path of a session. */
async function fetchCoverage(url: URL, session: string | undefined): Promise<CoverageReport> {
  const base = url.origin + (/^\/__session\/[^/]+/.exec(url.pathname)?.[0] ?? '');
  const query = session === undefined ? '' : `?session=${encodeURIComponent(session)}`;
  for (const path of ['/__mock/coverage', '/__proxy/coverage']) {
    const signal = AbortSignal.timeout(10_000);
    const response = await fetch(base + path + query, { signal }).catch(() =>
      fail(`Nobody answers at ${url.origin}; start the mock there, or give the address that it says.`, 2),
    );
    const report: unknown = response.ok ? await response.json().catch(() => undefined) : undefined;
    if (!isReport(report)) continue;
    if (session !== undefined && report.session !== session) fail(`${url.origin} does not tell sessions apart, as a mock does.`, 2);
    if (session !== undefined && !report.rows.some(({ hits }) => hits > 0)) console.error(`No request came in the session ${session}.`);
    return report;
  }
  return fail(`${url.origin} is neither a mock nor a proxy of this package.`, 2);
}
