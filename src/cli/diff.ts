/** `nexconn-contract diff`: what has changed from one contract to another, and what of it breaks callers. */
import { Command, Option } from 'commander';
import type { ContractDiff } from '../diff/compare-contracts.js';
import type { NamedContract } from '../diff/read-contract.js';
import { visibleJson, visibleLines } from '../http/visible-text.js';
import { withExamples } from './common/examples.js';
import { fail } from './common/fail.js';
import { withProgress } from './common/progress.js';

export function diffCommand(): Command {
  const command = new Command('diff')
    .description(
      'Compare two contracts, offline. Ends with 0 if nothing breaks those who call, 1 if something does, 2 if they cannot be compared.',
    )
    .argument('<from>', 'the older contract: an openapi.json or .yaml, the folder of an installed version, or its name in node_modules')
    .argument('<to>', 'the newer one')
    .addOption(new Option('--format <format>', 'form of the report').choices(['text', 'json', 'markdown']).default('text'))
    .option('--breaking-only', 'leave out what breaks nobody')
    .action(diff);
  return withExamples(
    command,
    'nexconn-contract diff old/openapi.json nexconn-contract --breaking-only',
    'nexconn-contract diff old/ new/ --format markdown',
  );
}

interface Flags {
  format: 'text' | 'json' | 'markdown';
  breakingOnly?: boolean;
}

async function diff(from: string, to: string, { format, breakingOnly }: Flags): Promise<void> {
  const [before, after] = [await readOne(from), await readOne(to)];
  const [{ compareContractsInTurn }, { formatDiff }, { formatMarkdown }] = await Promise.all([
    import('../diff/compare-contracts.js'),
    import('../diff/report.js'),
    import('../diff/changelog-entry.js'),
  ]);
  let compared = 'contracts';
  const compare = () =>
    compareContractsInTurn(before.contract, after.contract, (step) => {
      compared = step;
    });
  const whole = await comparing(before, after, () => withProgress(() => `Comparing ${compared}`, compare));
  const breaking = whole.changes.filter(({ level }) => level === 'breaking');
  const shown: ContractDiff = breakingOnly ? { ...whole, changes: breaking } : whole;
  const text = {
    text: () => visibleLines(formatDiff(shown)),
    json: () => visibleJson(JSON.stringify({ from: nameOf(before), to: nameOf(after), ...shown }, null, 2)),
    markdown: () =>
      visibleLines(formatMarkdown(shown, `The contract from ${before.contract.info.version} to ${after.contract.info.version}`)),
  }[format]();
  console.log(text);
  process.exitCode = breaking.length > 0 ? 1 : 0;
}

const nameOf = ({ name, contract }: NamedContract) => ({ name, version: contract.info.version });

/** Ends the process where what is named is no contract. */
export async function readOne(name: string): Promise<NamedContract> {
  const { ContractError, readContract } = await import('../diff/read-contract.js');
  return readContract(name).catch((error: Error) =>
    fail(error instanceof ContractError ? error.message : `${name} cannot be read: ${error.message}`, 2),
  );
}

/** Does what needs both, or ends the process: a contract that looked like one may not be one further inside. */
export async function comparing<T>(before: NamedContract, after: NamedContract, compare: () => Promise<T>): Promise<T> {
  try {
    return await compare();
  } catch (error) {
    const reason = error instanceof RangeError ? 'their references lead in a circle' : (error as Error).message.split('\n', 1)[0];
    return fail(`${before.name} and ${after.name} cannot be compared: ${reason}`, 2);
  }
}
