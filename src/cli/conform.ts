/** `nexconn-contract conform`: checks recorded exchanges offline. */
import { readFile, stat } from 'node:fs/promises';
import { Command, Option } from 'commander';
import type { Baseline } from '../check/baseline.js';
import type { Reports } from '../check/report/format.js';
import type { CountedViolation } from '../check/telling/count.js';
import type { Recording } from '../recording/recording.js';
import type { UncheckedPart, Verdict } from '../recording/replay.js';
import { address, endsWith2, redactFlag } from './arguments.js';
import { baselineFlag, fixedText, readBaseline, sayFixed, writeBaseline, writeBaselineFlag } from './baseline.js';
import { fail } from './fail.js';
import { type ChosenFormat, formatFlag, outputFlag, writeReports } from './formats.js';

export function conformCommand(): Command {
  return endsWith2(new Command('conform'))
    .description(
      'Check recordings of the proxy (a folder or files) and HAR files. Ends with 0 if all conform, 1 if some do not or could not be read, 2 if nothing could be checked.',
    )
    .argument('<path...>', 'folders of recordings, recordings (.json), HAR files (.har, .har.zip)')
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
}

interface Flags {
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

/** A recording, or why there is none. */
type Exchange = { source: string } & ({ recording: Recording } | { problem: string });

interface Source {
  isHar: boolean;
  exchanges: Iterable<Exchange>;
}

/** What became of all exchanges. */
interface Outcome {
  verdicts: Verdict[];
  unread: { source: string; problem: string }[];
  /** Exchanges with something else than the gateway. */
  others: number;
}

async function conform(paths: string[], flags: Flags): Promise<void> {
  const { auth, strict = false, redact, baseUrl, output } = flags;
  const chosen = flags.format ?? [{ format: flags.json ? 'json' : 'text' } as const];
  const baseline = await readBaseline(flags.baseline);
  const { Replay } = await import('../recording/replay.js');
  const outcome: Outcome = { verdicts: [], unread: [], others: 0 };
  for (const path of paths) {
    const { isHar, exchanges } = await read(path);
    // Browsers leave keys out of what they export, and bodies that they did not keep.
    const replay = new Replay({
      auth: auth && !isHar,
      omitsBodies: isHar,
      strict,
      ...(redact && { redact }),
      ...(baseUrl && { baseUrl }),
      ...(baseline && { baseline }),
    });
    for (const exchange of exchanges) check(replay, exchange, outcome);
  }
  const { verdicts, unread, others } = outcome;
  if (verdicts.length === 0) {
    const problems = unread.map(({ problem }) => `${problem}.`);
    if (others > 0 || problems.length === 0)
      problems.push(`No exchange with the gateway in ${paths.join(', ')}${others > 0 ? `, only ${others} with others` : ''}.`);
    fail(problems.join('\n'), 2);
  }
  await writeReports(chosen, output, await reportsOf(paths, outcome, baseline));
  if (baseline) sayFixed(baseline);
  await writeBaseline(
    flags.writeBaseline,
    verdicts.flatMap(({ violations }) => violations),
  );
  const isBroken = verdicts.some(({ violations }) => violations.length > 0) || unread.length > 0;
  const isChecked = verdicts.some(({ unchecked }) => unchecked.length === 0) || (baseline?.met ?? 0) > 0;
  process.exitCode = isBroken ? 1 : isChecked ? 0 : 2;
}

/** One exchange never ends the check of the others. */
function check(replay: { check(source: string, recording: Recording): Verdict | undefined }, exchange: Exchange, outcome: Outcome): void {
  const { source } = exchange;
  if ('problem' in exchange) {
    outcome.unread.push({ source, problem: exchange.problem });
    return;
  }
  try {
    const verdict = replay.check(source, exchange.recording);
    if (verdict) outcome.verdicts.push(verdict);
    else outcome.others++;
  } catch (error) {
    outcome.unread.push({ source, problem: `${source} cannot be checked: ${(error as Error).message}` });
  }
}

const titleOf = ({ method, url, status }: Verdict): string => `${method} ${url} ${status ?? 'without an answer'}`;

/** What exchanges lack that could not be checked in full, as ` (2 response body, 1 response)`. */
function unchecked(verdicts: readonly Verdict[]): string {
  const counts = new Map<UncheckedPart, number>();
  for (const part of verdicts.flatMap((verdict) => verdict.unchecked)) counts.set(part, (counts.get(part) ?? 0) + 1);
  return Array.from(counts, ([part, count]) => `${count} without ${part}`).join(', ');
}

async function reportsOf(paths: readonly string[], { verdicts, unread }: Outcome, baseline: Baseline | undefined): Promise<Reports> {
  const [{ countViolations, countedLine }, { repeatLines }] = await Promise.all([
    import('../check/telling/count.js'),
    import('../check/telling/tell.js'),
  ]);
  const broken = verdicts.filter(({ violations }) => violations.length > 0);
  const partly = verdicts.filter((verdict) => verdict.unchecked.length > 0);
  const whole = verdicts.length - partly.length;
  const known = baseline?.met ?? 0;
  const fixed = baseline?.fixed() ?? [];
  const summary = [
    `${whole} exchange${whole === 1 ? '' : 's'} checked`,
    ...(partly.length > 0 ? [`${partly.length} only in part (${unchecked(partly)})`] : []),
    `${broken.length} with violations`,
    ...(known > 0 ? [`${known} known violations`] : []),
    ...(unread.length > 0 ? [`${unread.length} could not be read`] : []),
  ].join(', ');

  /** Each mistake once, under the first exchange that has it. */
  function* text(): Generator<string> {
    for (const { problem } of unread) yield problem;
    const counted = countViolations(broken.flatMap(({ violations }) => violations));
    const first = new Map<unknown, CountedViolation>(counted.map((one) => [one.violation, one]));
    for (const verdict of broken) {
      const own = verdict.violations.flatMap((violation) => first.get(violation) ?? []);
      if (own.length === 0) continue;
      yield `${verdict.source}: ${titleOf(verdict)}`;
      for (const one of own) yield `  ${countedLine(one)}`;
      for (const line of repeatLines(own.map(({ violation }) => violation))) yield `    ${line}`;
    }
    yield `${summary}.`;
  }

  return {
    text: () => `${[...text()].join('\n')}\n`,
    json: () => ({ checked: whole, partly: partly.length, broken: broken.length, known, fixed, exchanges: verdicts, unread }),
    report: () => ({
      title: `conform ${paths.join(' ')}`,
      time: new Date(),
      notices: [summary, ...fixed.map(fixedText)],
      cases: [
        ...unread.map(({ source, problem }) => ({
          group: 'not readable',
          name: source,
          status: 'unreachable' as const,
          findings: [],
          reason: problem,
        })),
        ...verdicts.map((verdict) => ({
          group: verdict.operation ?? 'no operation',
          name: `${verdict.source}: ${titleOf(verdict)}`,
          status:
            verdict.violations.length > 0 ? ('failed' as const) : verdict.unchecked.length > 0 ? ('skipped' as const) : ('passed' as const),
          findings: countViolations(verdict.violations).map((one) => ({
            message: countedLine(one),
            details: repeatLines([one.violation]),
          })),
          ...(verdict.unchecked.length > 0 && { reason: `recorded without ${verdict.unchecked.join(' and ')}` }),
          durationMs: verdict.durationMs,
        })),
      ],
    }),
  };
}

async function read(path: string): Promise<Source> {
  const { parseRecording, RecordingError } = await import('../recording/recording.js');
  const { eachRecording } = await import('../recording/read-recordings.js');
  const [{ parseHar }, { isHar, openHar }] = await Promise.all([import('../recording/har.js'), import('../recording/har-file.js')]);
  try {
    if ((await stat(path)).isDirectory()) {
      const exchanges = (function* () {
        for (const { file, ...rest } of eachRecording(path)) yield { source: file, ...rest };
      })();
      return { isHar: false, exchanges };
    }
    if (!isHar(path)) return { isHar: false, exchanges: [{ source: path, recording: parseRecording(await readFile(path, 'utf8'), path) }] };
    const { bytes, body } = await openHar(path);
    const entries = parseHar(bytes.toString('utf8'), path, body);
    return { isHar: true, exchanges: entries.map((entry, index) => ({ source: `${path}, entry ${index + 1}`, ...entry })) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? `There is no ${path}` : `${path} cannot be read: ${message}`;
    return { isHar: false, exchanges: [{ source: path, problem: error instanceof RecordingError ? message : why }] };
  }
}
