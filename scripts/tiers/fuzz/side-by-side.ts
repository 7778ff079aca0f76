/** Tries each subject in a process of its own, so that all cores have to do. */
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type FuzzOptions, type FuzzReport, type Subject, subjects, tellFuzz } from '../../fuzz/run.js';
import { startNode } from '../processes/children.js';

/** What a process is told to try. */
export type SubjectOptions = Omit<FuzzOptions, 'tell' | 'only'> & { only: Subject };

/** What a process tells: a line, or at last the report. */
export type SubjectMessage = { line: string } | { report: FuzzReport };

/** How requests and raw messages are shared out: a `fetch` takes no bytes. */
const shareOf = (count: number, among: readonly Subject[], one: Subject): number =>
  among.includes(one) ? Math.ceil(count / among.length) : 0;

async function tryOne(options: SubjectOptions, tell: (line: string) => void): Promise<FuzzReport> {
  const child = startNode(['--import', 'tsx', fileURLToPath(new URL('subject.ts', import.meta.url)), JSON.stringify(options)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let report: FuzzReport | undefined;
  child.on('message', (message: SubjectMessage) => {
    if ('line' in message) tell(message.line);
    else report = message.report;
  });
  const [code, signal] = await once(child, 'exit');
  const { only, seed, requests, raw } = options;
  const nothing = { requests: 0, raw: 0, heap: { early: 0, late: 0 } };
  return (
    report ?? {
      ...nothing,
      failures: [`the process of ${only} ended with ${signal ?? code}: --only ${only} --seed ${seed} --requests ${requests} --raw ${raw}`],
    }
  );
}

/** As `fuzz` for all subjects; heaps are told for each. */
export async function fuzzSideBySide({
  seed,
  requests,
  raw,
  tell = () => {},
}: Omit<FuzzOptions, 'only'>): Promise<Omit<FuzzReport, 'heap'>> {
  const reports = await Promise.all(
    subjects.map(async (only) => {
      const share = { requests: shareOf(requests, subjects, only), raw: shareOf(raw, ['mock', 'proxy'], only) };
      const report = await tryOne({ seed, ...share, only }, tell);
      tell(`${only}: ${tellFuzz(report)}`);
      return report;
    }),
  );
  return {
    requests: reports.reduce((sum, report) => sum + report.requests, 0),
    raw: reports.reduce((sum, report) => sum + report.raw, 0),
    failures: reports.flatMap(({ failures }) => failures),
  };
}
