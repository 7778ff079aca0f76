/** What scenarios cost: those that answer, those that only stand beside, and the reading of them. */
import { join } from 'node:path';
import type { PreparedContract } from '../../../src/contract/prepared.js';
import type { ScenarioFigures, WorkloadName } from '../figures/result.js';
import { median } from '../figures/statistics.js';
import { type LoadPlan, loadInTurns } from '../load/load.js';
import { type Program, startProgram } from '../servers/programs.js';
import { mockCommand } from '../servers/servers.js';
import type { Tools } from '../servers/tools.js';
import { asking, type Workload } from '../servers/workloads.js';
import { ownWords, writeOwnAnswers, writeUnrelated } from './written-files.js';

/** What the parts of a run share. */
export interface Bench {
  plan: LoadPlan & { starts: number };
  tools: Tools;
  /** For files of a run. */
  folder: string;
  workloads: Record<WorkloadName, Workload>;
  contract: PreparedContract;
  progress: (step: string) => void;
  /** Takes what could not be measured. */
  note: (message: string) => void;
}

const short = 'Would you tell me how the weather is in Berlin today, whether I need an umbrella for the walk to the office. '
  .repeat(2)
  .slice(0, 200);
const long = 'Here is a long report of which I want a summary in three sentences. '.repeat(500).slice(0, 32_768);
/** As long as a documented answer is. */
const ownText = 'It is sunny, with a light wind from the west. '.repeat(12);

export async function measureScenarios({ plan, tools, folder, workloads, contract, progress, note }: Bench): Promise<ScenarioFigures> {
  const [own, among500, few, many] = [
    await writeOwnAnswers(folder, ownText),
    await writeUnrelated(folder, contract, 500),
    await writeUnrelated(folder, contract, 20),
    await writeUnrelated(folder, contract, 500, 2),
  ];
  const log = join(folder, 'scenarios.log');
  const start = (name: string, scenarios?: string): Promise<Program> =>
    startProgram(mockCommand(name, ...(scenarios === undefined ? [] : ['--scenarios', scenarios])), log, workloads.chat);
  progress('scenarios: a documented chat among 500, and chats of their own');
  const programs = {
    none: await start('no scenarios'),
    among500: await start('500 scenarios', among500),
    own: await start('own answers', own),
  };
  const { chat } = workloads;
  const contenders = {
    documented: { program: programs.none, workload: chat },
    short: { program: programs.none, workload: asking(chat, short, 'short question') },
    shortAmong500: { program: programs.among500, workload: asking(chat, short, 'short question') },
    long: { program: programs.none, workload: asking(chat, long, 'question of 32 kB') },
    longAmong500: { program: programs.among500, workload: asking(chat, long, 'question of 32 kB') },
    own: { program: programs.own, workload: asking(chat, `Give me ${ownWords.plain}.`, 'own answer') },
    embedded: { program: programs.own, workload: asking(chat, `Give me ${ownWords.embedded}.`, 'embedded answer') },
  };
  const names = Object.keys(contenders) as (keyof typeof contenders)[];
  const loads = await loadInTurns(
    tools,
    names.map((title) => ({ title, ...contenders[title] })),
    plan,
    note,
  );
  for (const program of Object.values(programs)) await program.stop();
  progress(`scenarios: ${plan.starts} starts with none, 20, and 1,000 answers in 500 files`);
  const starts: [number, number, number][] = [];
  for (let index = 0; index < plan.starts; index++) {
    const times: number[] = [];
    for (const scenarios of [undefined, few, many]) {
      const program = await start('start', scenarios);
      times.push(program.start);
      await program.stop();
    }
    starts.push(times as [number, number, number]);
  }
  const [none, twenty, thousand] = [0, 1, 2].map((position) => median(starts.map((times) => times[position] as number))) as [
    number,
    number,
    number,
  ];
  return {
    ...Object.fromEntries(names.map((name, index) => [name, loads[index]])),
    start: { none, few: twenty, many: thousand },
  };
}
