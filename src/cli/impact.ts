/** `nexconn-contract impact`: which calls a new contract breaks. */
import { Command, Option } from 'commander';
import { contract } from '../../compiled/contract.js';
import type { NamedContract } from '../diff/read-contract.js';
import type { CallImpact, ImpactJudge } from '../impact/impact.js';
import type { KnownCall } from '../impact/known-call.js';
import type { ReadCalls } from '../impact/read/calls.js';
import { ownFolder } from '../installed.js';
import { address } from './common/arguments.js';
import { withExamples } from './common/examples.js';
import { fail } from './common/fail.js';
import { type ChosenFormat, formatFlag, outputFlag, writeReports } from './common/formats.js';
import { withProgress } from './common/progress.js';
import { wantedBy, whyUnread } from './common/unread.js';
import { comparing, readOne } from './diff.js';

export function impactCommand(): Command {
  const command = new Command('impact')
    .description(
      'Say of each call that was made what a new contract does to it, offline. Ends with 0 if it breaks none, 1 if it breaks some or some could not be read, 2 if nothing could be judged.',
    )
    .argument('<path...>', 'recordings and folders of them, HAR files, the journal of a mock or proxy, coverage reports, pact files')
    .option('--from <contract>', 'the older contract, as for `diff`; by default the one that a recording names, else that of this package')
    .option('--to <contract>', 'the newer contract; by default that of this package')
    .addOption(
      new Option('--base-url <url>', 'judge only what went to this address; by default what has a path of a contract').argParser(address),
    )
    .addOption(formatFlag())
    .addOption(outputFlag())
    .action(impact);
  return withExamples(
    command,
    'nexconn-contract impact recordings --to new/openapi.json',
    'nexconn-contract impact traffic.har pacts/ --from old/openapi.json --format markdown',
  );
}

interface Flags {
  from?: string;
  to?: string;
  baseUrl?: URL;
  format?: ChosenFormat[];
  output?: string;
}

async function impact(
  paths: string[],
  { from, to, baseUrl, format = [{ format: 'text' }], output }: Flags,
  command: Command,
): Promise<void> {
  const { impactReports } = await import('../impact/report.js');
  const judges = new Judges(from, to);
  const judged: CallImpact[] = [];
  const unread: { source: string; problem: string }[] = [];
  let others = 0;
  const judge = async () => {
    for (const path of paths) {
      const strays = new Map<string, number>();
      try {
        for await (const found of readCalls(path)) {
          if ('problem' in found) unread.push(found);
          else
            for (const call of found.calls) {
              const { judge, missing } = await judges.for(call);
              const one = judge?.judge(call, baseUrl);
              if (one) judged.push(one);
              else if (missing === undefined) others++;
              else strays.set(missing, (strays.get(missing) ?? 0) + 1);
            }
        }
      } catch (error) {
        unread.push({ source: path, problem: whyUnread(path, error, wantedBy(command)) });
      }
      for (const [version, count] of strays) unread.push({ source: path, problem: strayed(path, count, version) });
    }
  };
  await withProgress(() => `${judged.length + others} calls read`, judge);
  const isEmpty = judged.length === 0;
  const reports = impactReports({ ...judges.names(), calls: judged, others }, unread, `impact ${paths.join(' ')}`);
  // Why nothing was judged is an error, and no report of what was; whoever waits for a file gets it.
  await writeReports(isEmpty ? format.filter((one) => one.format !== 'text') : format, output, reports);
  if (isEmpty) {
    const none = `No call of the gateway in ${paths.join(', ')}${others > 0 ? `, only ${others} of others` : ''}.`;
    fail([...unread.map(({ problem }) => `${problem}.`), ...(others > 0 || unread.length === 0 ? [none] : [])].join('\n'), 2);
  }
  process.exitCode = unread.length > 0 || judged.some(({ outcome }) => outcome === 'breaks') ? 1 : 0;
}

/** Loaded late, as all that only this command needs. */
async function* readCalls(path: string): AsyncGenerator<ReadCalls> {
  const { readCalls } = await import('../impact/read/calls.js');
  yield* readCalls(path);
}

const strayed = (path: string, count: number, version: string): string =>
  `${count} ${count === 1 ? 'call' : 'calls'} of ${path} made against the contract ${version}, which is not installed here: give it with --from`;

/** Who judges a call, or the version of the contract that it was made against, which is not here. */
type Found = { judge: ImpactJudge; missing?: undefined } | { judge?: undefined; missing: string };

/** One judge for each contract that calls were made against. */
class Judges {
  readonly #known = new Map<string, Promise<Found>>();
  readonly #versions = new Set<string>();
  #to: Promise<NamedContract> | undefined;
  #toVersion = '';

  constructor(
    readonly from: string | undefined,
    readonly to: string | undefined,
  ) {
    if (from === undefined && to === undefined) fail('Give --from, --to, or both: without them, both are the contract of this package.', 2);
  }

  for({ contract: named }: KnownCall): Promise<Found> {
    const key = this.from ?? (named === undefined || named === contract.build ? '' : named);
    const known = this.#known.get(key) ?? this.#judge(key);
    this.#known.set(key, known);
    return known;
  }

  names(): { from: string; to: string } {
    return { from: [...this.#versions].join(', '), to: this.#toVersion };
  }

  async #judge(key: string): Promise<Found> {
    const [{ ImpactJudge }, { compareContractsInTurn }, { installedVersion }] = await Promise.all([
      import('../impact/impact.js'),
      import('../diff/compare-contracts.js'),
      import('../diff/read-contract.js'),
    ]);
    this.#to ??= readOne(this.to ?? ownFolder());
    const after = await this.#to;
    const older = this.from ?? (key === '' ? ownFolder() : await installedVersion(key));
    if (older === undefined) return { missing: key };
    const before = await readOne(older);
    this.#versions.add(before.contract.info.version);
    this.#toVersion = after.contract.info.version;
    return comparing(before, after, async () => {
      const { changes } = await compareContractsInTurn(before.contract, after.contract, () => {});
      return { judge: new ImpactJudge(before, after, changes) };
    });
  }
}
