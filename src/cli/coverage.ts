/** `nexconn-contract coverage`: what the calls to a mock or through a proxy exercised of the contract. */
import { Argument, Command, Option } from 'commander';
import { type CoverageMeasure, coverageMeasures, coverageOf, coverageText, isBelow, reportOfCoverage } from '../check/coverage-report.js';
import type { CoverageReport } from '../journal/coverage.js';
import { number } from '../options/kinds.js';
import { address, endsWith2, numberFlag, withOldFlags } from './arguments.js';
import { fail } from './fail.js';
import { type ChosenFormat, formatFlag, outputFlag, writeReports } from './formats.js';

const percent = number({ most: 100, unit: 'percent' });

export function coverageCommand(): Command {
  const command = endsWith2(new Command('coverage'))
    .description('Report which operations, statuses, media types, examples and job states were exercised. Ends with 1 below the threshold.')
    .addArgument(new Argument('<url>', 'address of a running mock or proxy').argParser(address))
    .addOption(formatFlag())
    .addOption(outputFlag())
    .addOption(numberFlag('failUnderPercent', percent, 'least share that has to be exercised'))
    .addOption(new Option('--measure <measure>', 'what the share is taken of').choices(coverageMeasures).default('operations'));
  return withOldFlags(command).action(report);
}

interface Flags {
  format?: ChosenFormat[];
  output?: string;
  failUnderPercent?: number;
  measure: CoverageMeasure;
}

async function report(url: URL, { format = [{ format: 'text' }], output, failUnderPercent, measure }: Flags): Promise<void> {
  const coverage = await fetchCoverage(url);
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

/** A mock and a proxy tell it at paths of their own. */
async function fetchCoverage(url: URL): Promise<CoverageReport> {
  for (const path of ['/__mock/coverage', '/__proxy/coverage']) {
    const signal = AbortSignal.timeout(10_000);
    const response = await fetch(new URL(path, url), { signal }).catch(() => fail(`Nobody answers at ${url.origin}.`, 2));
    const report = response.ok ? ((await response.json().catch(() => undefined)) as CoverageReport | undefined) : undefined;
    if (report?.rows) return report;
  }
  return fail(`${url.origin} is neither a mock nor a proxy of this package.`, 2);
}
