/** `nexconn-contract impact`: which calls a new contract breaks. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Command, Option } from 'commander';
import { contract } from '../../compiled/contract.js';
import type { NamedContract } from '../diff/read-contract.js';
import type { CallImpact, ImpactJudge } from '../impact/impact.js';
import type { KnownCall } from '../impact/known-call.js';
import { address, endsWith2 } from './arguments.js';
import { comparing, readOne } from './diff.js';
import { fail } from './fail.js';

export function impactCommand(): Command {
  return endsWith2(new Command('impact'))
    .description(
      'Say of each call that was made what a new contract does to it, offline. Ends with 0 if it breaks none, 1 if it breaks some or some could not be read, 2 if nothing could be judged.',
    )
    .argument('<path...>', 'recordings and folders of them, HAR files, the journal of a mock or proxy, coverage reports, pact files')
    .option('--from <contract>', 'the older contract, as for `diff`; by default the one that a recording names, else that of this package')
    .option('--to <contract>', 'the newer contract; by default that of this package')
    .addOption(
      new Option('--base-url <url>', 'judge only what went to this address; by default what has a path of a contract').argParser(address),
    )
    .addOption(new Option('--format <format>', 'form of the report').choices(['text', 'json', 'markdown']).default('text'))
    .action(impact);
}

interface Flags {
  from?: string;
  to?: string;
  baseUrl?: URL;
  format: 'text' | 'json' | 'markdown';
}

async function impact(paths: string[], { from, to, baseUrl, format }: Flags): Promise<void> {
  const { calls, unread } = await readAll(paths);
  const judges = new Judges(from, to);
  const judged: CallImpact[] = [];
  for (const call of calls) {
    const found = (await judges.for(call)).judge(call, baseUrl);
    if (found) judged.push(found);
  }
  const { countOutcomes, impactMarkdown, impactText } = await import('../impact/report.js');
  const others = calls.length - judged.length;
  if (judged.length === 0) {
    for (const { problem } of unread) console.error(problem);
    fail(`No call of the gateway in ${paths.join(', ')}${others > 0 ? `, only ${others} of others` : ''}.`, 2);
  }
  const whole = { ...judges.names(), calls: judged, others };
  if (format === 'json') console.log(JSON.stringify({ ...whole, counts: countOutcomes(judged), unread }, null, 2));
  else {
    for (const { problem } of unread) console.error(problem);
    console.log(format === 'markdown' ? impactMarkdown(whole) : impactText(whole));
  }
  process.exitCode = unread.length > 0 || judged.some(({ outcome }) => outcome === 'breaks') ? 1 : 0;
}

async function readAll(paths: string[]): Promise<{ calls: KnownCall[]; unread: { source: string; problem: string }[] }> {
  const [{ readCalls }, { RecordingError }] = await Promise.all([import('../impact/read/calls.js'), import('../recording/recording.js')]);
  const all = await Promise.all(
    paths.map((path) =>
      readCalls(path).catch((error: NodeJS.ErrnoException) => {
        if (error instanceof RecordingError) return { calls: [], unread: [{ source: path, problem: error.message }] };
        return fail(error.code === 'ENOENT' ? `There is no ${path}.` : `${path} cannot be read: ${error.message}`, 2);
      }),
    ),
  );
  return { calls: all.flatMap(({ calls }) => calls), unread: all.flatMap((one) => one.unread) };
}

const own = (): string => dirname(dirname(createRequire(import.meta.url).resolve('nexconn-contract/openapi.json')));

/** One judge for each contract that calls were made against. */
class Judges {
  readonly #known = new Map<string, Promise<ImpactJudge>>();
  readonly #versions = new Set<string>();
  #to: Promise<NamedContract> | undefined;
  #toVersion = '';

  constructor(
    readonly from: string | undefined,
    readonly to: string | undefined,
  ) {
    if (from === undefined && to === undefined) fail('Give --from, --to, or both: without them, both are the contract of this package.', 2);
  }

  for({ contract: named }: KnownCall): Promise<ImpactJudge> {
    const key = this.from ?? (named === undefined || named === contract.build ? '' : named);
    const known = this.#known.get(key) ?? this.#judge(key);
    this.#known.set(key, known);
    return known;
  }

  names(): { from: string; to: string } {
    return { from: [...this.#versions].join(', '), to: this.#toVersion };
  }

  async #judge(key: string): Promise<ImpactJudge> {
    const { ImpactJudge } = await import('../impact/impact.js');
    this.#to ??= readOne(this.to ?? own());
    const [before, after] = [await readOne(this.from ?? (key === '' ? own() : await installed(key))), await this.#to];
    this.#versions.add(before.contract.info.version);
    this.#toVersion = after.contract.info.version;
    return comparing(before, after, () => new ImpactJudge(before, after));
  }
}

async function installed(version: string): Promise<string> {
  const { installedVersion } = await import('../diff/read-contract.js');
  return (
    (await installedVersion(version)) ??
    fail(`The calls were recorded against the contract ${version}, which is not installed here: give it with --from.`, 2)
  );
}
