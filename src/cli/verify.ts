/** `nexconn-contract verify`: tries every documented exchange against a running gateway. */
import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { keyVariable } from '../check/repeat/key-variable.js';
import type { Verification, VerifyReport } from '../verify/index.js';
import { usualJobTimeoutSeconds, usualTimeoutSeconds, verifyOptions } from '../verify/options.js';
import { address, numberFlag, parserOf, redactFlag, withOldFlags } from './common/arguments.js';
import { baselineFlag, fixedText, readBaseline, sayFixed, writeBaseline, writeBaselineFlag } from './common/baseline.js';
import { counted } from './common/counted.js';
import { withExamples } from './common/examples.js';
import { fail } from './common/fail.js';
import { type ChosenFormat, formatFlag, isForMachines, outputFlag, writeReports } from './common/formats.js';
import { withProgress } from './common/progress.js';

export function verifyCommand(): Command {
  const command = new Command('verify')
    .description(
      'Try the documented exchanges and the workflows against a running gateway, cheapest first. Ends with 0 if all that could be tried conform; 1 if some differ, if the gateway failed (5xx), and where --fail-on-unreachable or --require-workflows ask for more; 2 if nothing could be tried.',
    )
    .addOption(new Option('--base-url <url>', 'address of the gateway').argParser(address).makeOptionMandatory())
    .addOption(new Option('--api-key <key>', 'key of the account that pays').env(keyVariable))
    .option('--only <names>', 'words of paths, modalities, job families, protocols or operations, such as files,chat')
    .addOption(numberFlag('budgetCalls', verifyOptions.budgetCalls, 'make at most so many calls that cost money'))
    .option('--yes', 'make all calls that cost money')
    .option('--dry-run', 'say how many calls of which kind cost money, and make none')
    .option('--strict', 'count documented fields that an answer lacks as differences')
    .addOption(
      new Option('--timeout <seconds>', 'how long a call may take, the pauses that the gateway asks for included')
        .argParser(parserOf(verifyOptions.timeoutSeconds))
        .default(usualTimeoutSeconds),
    )
    .addOption(
      numberFlag('jobTimeoutSeconds', verifyOptions.jobTimeoutSeconds, 'how long to wait for the end of a job').default(
        usualJobTimeoutSeconds,
      ),
    )
    .option(
      '--fail-on-unreachable',
      'end with 1 also where no answer came, or one that says nothing (402, 403, 408, 429); the default where CI is set',
    )
    .option('--no-fail-on-unreachable', 'end with 0 even where the gateway failed (5xx), if nothing differs')
    .option('--require-workflows', 'end with 1 where a workflow was left out, and with 2 before anything is sent where none can be run')
    .addOption(baselineFlag('--known-failing'))
    .addOption(writeBaselineFlag())
    .addOption(redactFlag('the report'))
    .addOption(formatFlag())
    .addOption(outputFlag())
    .option('--json <file>', 'write the report as JSON')
    .option('--markdown <file>', 'write the report as Markdown, page by page');
  return withExamples(
    withOldFlags(command).action(verify),
    'nexconn-contract verify --base-url http://127.0.0.1:4010 --budget-calls 0',
    'nexconn-contract verify --base-url https://gateway.example --dry-run',
    'nexconn-contract verify --base-url https://gateway.example --api-key "$KEY" --budget-calls 20 --format junit',
  );
}

interface Flags {
  baseUrl: URL;
  apiKey?: string;
  only?: string;
  budgetCalls?: number;
  yes?: boolean;
  dryRun?: boolean;
  strict?: boolean;
  timeout: number;
  jobTimeoutSeconds: number;
  failOnUnreachable?: boolean;
  requireWorkflows?: boolean;
  knownFailing?: string;
  writeBaseline?: string;
  redact?: string[];
  format?: ChosenFormat[];
  output?: string;
  json?: string;
  markdown?: string;
}

const isLoopback = ({ hostname }: URL): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

async function verify(flags: Flags): Promise<void> {
  const {
    baseUrl,
    apiKey,
    only,
    budgetCalls,
    yes = false,
    dryRun,
    strict = false,
    jobTimeoutSeconds,
    redact,
    json,
    markdown,
    output,
  } = flags;
  const { format: chosen = [{ format: 'text' }], requireWorkflows = false } = flags;
  const {
    planVerification,
    verify: run,
    textReport,
    markdownReport,
    casesOf,
    canRunWorkflows,
    noRedocly,
    UnknownNameError,
    NoResponseError,
    KeyRefusedError,
  } = await import('../verify/index.js');
  const explain = (error: Error): never => {
    if (error instanceof UnknownNameError) return fail(error.message, 2);
    if (error instanceof NoResponseError)
      return fail(`Nobody answers at ${baseUrl.href} (${error.message}); see that it runs, and that --base-url is right.`, 2);
    if (error instanceof KeyRefusedError)
      return fail(`The gateway refuses the key (${error.message}). Give another one with --api-key.`, 2);
    throw error;
  };
  const names =
    only
      ?.split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '') ?? [];
  if (only !== undefined && names.length === 0) fail('--only names nothing; leave it out to verify everything.', 2);
  const verification = await planVerification(names).catch(explain);
  const { plan, workflows } = verification;
  const lacksProgram = workflows.length > 0 && !canRunWorkflows();
  // What is for machines stays by itself on standard output.
  const say = isForMachines(chosen, output) ? console.error : console.log;
  if (dryRun) {
    const left = lacksProgram ? [`${workflows.length} workflows would be left out: ${noRedocly}`] : [];
    const text = () => `${[announcement(baseUrl, verification), ...left, 'Nothing was sent.'].join('\n')}\n`;
    const counts = {
      pages: plan.pages.length,
      workflows: workflows.length,
      free: plan.free,
      paid: verification.paid,
      paidBy: paidBy(verification),
    };
    const report = () => ({ title: `verify ${baseUrl.host}`, time: new Date(), notices: text().trimEnd().split('\n'), cases: [] });
    return writeReports(chosen, output, { text, json: () => counts, report });
  }
  say(announcement(baseUrl, verification));
  if (requireWorkflows && lacksProgram) fail(`${workflows.length} workflows cannot be run: ${noRedocly}. Nothing was sent.`, 2);
  const baseline = await readBaseline(flags.knownFailing);
  const isFree = isLoopback(baseUrl);
  if (apiKey === undefined && !isFree) fail(`A key is needed: give one with --api-key, or in ${keyVariable}.`, 2);
  if (verification.paid > 0 && !isFree && !yes && budgetCalls === undefined) {
    fail(
      'Nothing was sent. Add --yes to make all these calls, --budget-calls <calls> to limit those that cost money, --budget-calls 0 for the free ones only.',
      2,
    );
  }
  const told = {
    baseUrl,
    apiKey: apiKey ?? 'sk-any',
    strict,
    jobTimeoutSeconds,
    timeoutSeconds: flags.timeout,
    ...(redact && { redact }),
    ...(baseline && { baseline }),
    ...(budgetCalls !== undefined && { budgetCalls }),
  };
  const report = await withProgress(
    () => `asking ${baseUrl.host}`,
    () => run(verification, told).catch(explain),
  );
  const fixed = baseline?.fixed().map(fixedText) ?? [];
  await writeReports(chosen, output, {
    text: () => textReport(report),
    json: () => report,
    report: () => ({
      title: `verify ${baseUrl.host}`,
      time: new Date(report.time),
      notices: [...report.notices, ...fixed],
      cases: casesOf(report),
    }),
  });
  if (baseline) sayFixed(baseline);
  await write(json, () => `${JSON.stringify(report, null, 2)}\n`);
  await write(markdown, () => markdownReport(report));
  await writeBaseline(
    flags.writeBaseline,
    report.pages.flatMap(({ violations }) => violations),
  );
  process.exitCode = exitCode(report, { requireWorkflows, failOnUnreachable: flags.failOnUnreachable ?? (isCi() || undefined) });
}

const isCi = (): boolean => !['', '0', 'false', undefined].includes(process.env.CI?.toLowerCase());

/** @param failOnUnreachable undefined where only a gateway that failed counts */
function exitCode(
  { summary, pages, workflows }: VerifyReport,
  { failOnUnreachable, requireWorkflows }: { failOnUnreachable: boolean | undefined; requireWorkflows: boolean },
): number {
  const isFailure = ({ outcome, status = 0 }: { outcome: string; status?: number }) =>
    outcome === 'unreachable' && (failOnUnreachable ?? status >= 500);
  const lacksWorkflow = requireWorkflows && workflows.some(({ outcome }) => outcome === 'unreachable' || outcome === 'skipped');
  if (summary.differs > 0 || [...pages, ...workflows].some(isFailure) || lacksWorkflow) return 1;
  const isKnown = [...pages, ...workflows].some(({ reason }) => reason?.startsWith('known'));
  return summary.conforms > 0 || isKnown ? 0 : 2;
}

async function write(file: string | undefined, text: () => string): Promise<void> {
  if (file !== undefined) await writeFile(file, text()).catch(({ message }: Error) => fail(`${file} cannot be written: ${message}`, 2));
}

/** Calls that cost money, by what they make. */
function paidBy({ plan, workflows }: Verification): Record<string, number> {
  const own = workflows.reduce((sum, workflow) => sum + workflow.paid, 0);
  return { ...plan.paid, ...(own > 0 && { 'in workflows': own }) };
}

function announcement(baseUrl: URL, verification: Verification): string {
  const { plan, workflows, paid } = verification;
  const counts = Object.entries(paidBy(verification)).map(([kind, count]) => `${count} ${kind}`);
  const tried = `${counted(plan.pages.length, 'documented exchange')} and ${counted(workflows.length, 'workflow')}`;
  const cost = paid === 0 ? 'none that costs money' : `${paid} that ${paid === 1 ? 'costs' : 'cost'} money (${counts.join(', ')})`;
  return `${baseUrl.href}: ${tried}, ${counted(plan.free, 'free call')}, ${cost}.`;
}
