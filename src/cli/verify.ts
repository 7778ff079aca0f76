/** `nexconn-contract verify`: tries every documented exchange against a running gateway. */
import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import type { Verification, VerifyReport } from '../verify/index.js';
import { usualJobTimeoutSeconds, verifyOptions } from '../verify/options.js';
import { address, endsWith2, numberFlag, redactFlag, withOldFlags } from './arguments.js';
import { fail } from './fail.js';

export function verifyCommand(): Command {
  const command = endsWith2(new Command('verify'))
    .description(
      'Try the documented exchanges and the workflows against a running gateway, cheapest first. Ends with 0 if all that could be tried conform, 1 if some differ, 2 if nothing could be tried.',
    )
    .addOption(new Option('--base-url <url>', 'address of the gateway').argParser(address).makeOptionMandatory())
    .addOption(new Option('--api-key <key>', 'key of the account that pays').env('NEXCONN_API_KEY'))
    .option('--only <names>', 'words of paths, modalities, job families, protocols or operations, such as files,chat')
    .addOption(numberFlag('budgetCalls', verifyOptions.budgetCalls, 'make at most so many calls that cost money'))
    .option('--yes', 'make all calls that cost money')
    .option('--strict', 'count documented fields that an answer lacks as differences')
    .addOption(
      numberFlag('jobTimeoutSeconds', verifyOptions.jobTimeoutSeconds, 'how long to wait for the end of a job').default(
        usualJobTimeoutSeconds,
      ),
    )
    .addOption(redactFlag('the report'))
    .option('--json <file>', 'write the report as JSON')
    .option('--markdown <file>', 'write the report as Markdown');
  return withOldFlags(command).action(verify);
}

interface Flags {
  baseUrl: URL;
  apiKey?: string;
  only?: string;
  budgetCalls?: number;
  yes?: boolean;
  strict?: boolean;
  jobTimeoutSeconds: number;
  redact?: string[];
  json?: string;
  markdown?: string;
}

const isLoopback = ({ hostname }: URL): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

async function verify({
  baseUrl,
  apiKey,
  only,
  budgetCalls,
  yes = false,
  strict = false,
  jobTimeoutSeconds,
  redact,
  json,
  markdown,
}: Flags): Promise<void> {
  const {
    planVerification,
    verify: run,
    textReport,
    markdownReport,
    UnknownNameError,
    NoResponseError,
    KeyRefusedError,
  } = await import('../verify/index.js');
  const explain = (error: Error): never => {
    if (error instanceof UnknownNameError) return fail(error.message, 2);
    if (error instanceof NoResponseError) return fail(`Nobody answers at ${baseUrl.href} (${error.message}).`, 2);
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
  console.log(announcement(baseUrl, verification));
  const isFree = isLoopback(baseUrl);
  if (apiKey === undefined && !isFree) fail('A key is needed: give one with --api-key, or in NEXCONN_API_KEY.', 2);
  if (verification.paid > 0 && !isFree && !yes && budgetCalls === undefined) {
    fail(
      'Nothing was sent. Add --yes to make all these calls, --budget-calls <calls> to limit those that cost money, --budget-calls 0 for the free ones only.',
      2,
    );
  }
  const report = await run(verification, {
    baseUrl,
    apiKey: apiKey ?? 'sk-any',
    strict,
    jobTimeoutSeconds,
    ...(redact && { redact }),
    ...(budgetCalls !== undefined && { budgetCalls }),
  }).catch(explain);
  process.stdout.write(textReport(report));
  await write(json, () => `${JSON.stringify(report, null, 2)}\n`);
  await write(markdown, () => markdownReport(report));
  process.exitCode = exitCode(report);
}

const exitCode = ({ summary: { conforms, differs } }: VerifyReport): number => (differs > 0 ? 1 : conforms > 0 ? 0 : 2);

async function write(file: string | undefined, text: () => string): Promise<void> {
  if (file !== undefined) await writeFile(file, text()).catch(({ message }: Error) => fail(`${file} cannot be written: ${message}`, 2));
}

function announcement(baseUrl: URL, { plan, workflows, paid }: Verification): string {
  const own = workflows.reduce((sum, workflow) => sum + workflow.paid, 0);
  const counts = [
    ...Object.entries(plan.paid).map(([modality, count]) => `${count} ${modality}`),
    ...(own > 0 ? [`${own} in workflows`] : []),
  ];
  const cost = paid === 0 ? 'none of which costs money' : `${paid} calls create jobs or completions and cost money (${counts.join(', ')})`;
  return `${baseUrl.href}: ${plan.pages.length} documented exchanges and ${workflows.length} workflows, ${plan.free} calls are free, ${cost}.`;
}
