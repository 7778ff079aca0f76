/** `nexconn-contract coverage`: what the calls to a mock or through a proxy exercised of the contract. */
import { writeFile } from 'node:fs/promises';
import { Argument, Command, Option } from 'commander';
import { type CoverageMeasure, coverageJUnit, coverageMeasures, coverageOf, coverageText, isBelow } from '../check/coverage-report.js';
import type { CoverageReport } from '../journal/coverage.js';
import { address, endsWith2, number } from './arguments.js';
import { fail } from './fail.js';

export function coverageCommand(): Command {
  return endsWith2(new Command('coverage'))
    .description('Report which operations, statuses, media types, examples and job states were exercised. Ends with 1 below the threshold.')
    .addArgument(new Argument('<url>', 'address of a running mock or proxy').argParser(address))
    .addOption(new Option('--format <format>', 'form of the report').choices(['text', 'json', 'junit']).default('text'))
    .option('--output <file>', 'write the report to a file')
    .addOption(new Option('--fail-under <percent>', 'least share that has to be exercised').argParser(number(0, 100)))
    .addOption(new Option('--of <measure>', 'what the share is taken of').choices(coverageMeasures).default('operations'))
    .action(report);
}

interface Flags {
  format: 'text' | 'json' | 'junit';
  output?: string;
  failUnder?: number;
  of: CoverageMeasure;
}

async function report(url: URL, { format, output, failUnder, of: measure }: Flags): Promise<void> {
  const coverage = await fetchCoverage(url);
  const threshold = failUnder === undefined ? undefined : { measure, percent: failUnder };
  const text = {
    text: () => coverageText(coverage),
    json: () => `${JSON.stringify(coverage, null, 2)}\n`,
    junit: () => coverageJUnit(coverage, threshold),
  }[format]();
  if (output === undefined) process.stdout.write(text);
  else await writeFile(output, text).catch(({ message }: Error) => fail(`${output} cannot be written: ${message}`, 2));
  if (threshold && isBelow(coverage, threshold)) {
    console.error(`${measure}: ${coverageOf(coverage, measure).toFixed(1)} % exercised, less than ${failUnder} %.`);
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
