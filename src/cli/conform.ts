/** `nexconn-contract conform`: checks recorded exchanges offline. */
import { Command, Option } from 'commander';
import { type Half, halves } from '../recording/halves.js';
import { address, redactFlag } from './common/arguments.js';
import { baselineFlag, readBaseline, sayFixed, writeBaseline, writeBaselineFlag } from './common/baseline.js';
import { withExamples } from './common/examples.js';
import { fail } from './common/fail.js';
import { type ChosenFormat, formatFlag, outputFlag, writeReports } from './common/formats.js';
import { withProgress } from './common/progress.js';
import { wantedBy, whyUnread } from './common/unread.js';
import { Tally } from './conform-tally.js';

export function conformCommand(): Command {
  const command = new Command('conform')
    .description(
      'Check what was recorded: by the mock, the proxy or contractFetch, in HAR files, journals and coverage. Ends with 0 if all conform, 1 if some do not or could not be read, 2 if nothing could be checked.',
    )
    .argument('<path...>', 'recordings, HAR files (.har, .har.zip), saved journals and coverage reports, and folders of them')
    .addOption(new Option('--only <half>', 'check only this half of each exchange').choices(halves))
    .addOption(
      new Option('--base-url <url>', 'check only what went to this address; by default what has a path of the contract').argParser(address),
    )
    .option('--no-auth', 'expect no keys in requests (HAR files are never expected to have them)')
    .option('--strict', 'report unknown request fields too')
    .addOption(redactFlag('what is printed'))
    .addOption(baselineFlag('--baseline'))
    .addOption(writeBaselineFlag())
    .addOption(formatFlag())
    .addOption(outputFlag())
    .option('--json', 'the same as --format json')
    .action(conform);
  return withExamples(
    command,
    'nexconn-contract conform recordings traffic.har',
    'nexconn-contract conform recordings --only responses --write-baseline known.json  # what is known is not reported again',
    'nexconn-contract conform recordings --baseline known.json --format junit --output report.xml',
  );
}

interface Flags {
  only?: Half;
  baseUrl?: URL;
  auth: boolean;
  strict?: boolean;
  redact?: string[];
  baseline?: string;
  writeBaseline?: string;
  format?: ChosenFormat[];
  output?: string;
  json?: boolean;
}

async function conform(paths: string[], flags: Flags, command: Command): Promise<void> {
  const { only, baseUrl, auth, strict = false, redact, output } = flags;
  const chosen = flags.format ?? [{ format: flags.json ? 'json' : 'text' } as const];
  const baseline = await readBaseline(flags.baseline);
  const { judgeConformity } = await import('../recording/conformity.js');
  const tally = new Tally(paths, baseline);
  const options = {
    auth,
    strict,
    ...(only && { only }),
    ...(redact && { redact }),
    ...(baseUrl && { baseUrl }),
    ...(baseline && { baseline }),
  };
  const check = async () => {
    for (const path of paths) {
      try {
        await judgeConformity(path, options, (outcome) => tally.add(outcome));
      } catch (error) {
        tally.add({ source: path, problem: whyUnread(path, error, wantedBy(command)) });
      }
    }
  };
  await withProgress(() => `${tally.checked} checked`, check);
  for (const line of tally.warnings()) console.error(line);
  const isText = ({ format }: ChosenFormat) => format === 'text';
  const isEmpty = tally.checked === 0;
  // Why nothing was checked is an error, and no report of what was; whoever waits for a file gets it.
  await writeReports(isEmpty ? chosen.filter((one) => !isText(one)) : chosen, output, await tally.reports());
  if (isEmpty) fail(tally.nothing(), 2);
  if (baseline) sayFixed(baseline);
  await writeBaseline(
    flags.writeBaseline,
    tally.verdicts.flatMap(({ violations }) => violations),
  );
  process.exitCode = tally.broken.length + tally.unread.length > 0 ? 1 : 0;
}
