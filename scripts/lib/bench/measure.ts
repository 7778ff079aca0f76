/** The whole run: the servers side by side, the large contract, many streams, and how fast the mock starts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { contract } from '../../../generated/contract.js';
import { type LoadPlan, loadInTurns } from './load.js';
import { measurePacedStreams } from './paced-streams.js';
import { type Command, type Program, startProgram } from './programs.js';
import { type BenchResult, type ServerFigures, type ServerName, workloadNames } from './result.js';
import { commands, commandsForSize, forServer } from './servers.js';
import { measureColdStart, measureCreateMock } from './start-up.js';
import { fetchTools, type Tools } from './tools.js';
import { usageOf } from './usage.js';
import { type Workload, workloadsOf } from './workloads.js';

export interface BenchPlan extends LoadPlan {
  /** Servers to measure. */
  only: readonly ServerName[];
  /** Streams at once. */
  streams: number;
  /** Starts of which the median is taken. */
  starts: number;
  /** Factor by which the large contract is larger. */
  times: number;
}

interface Run {
  plan: BenchPlan;
  tools: Tools;
  folder: string;
  workloads: Record<(typeof workloadNames)[number], Workload>;
  result: BenchResult;
  progress: (step: string) => void;
}

export async function measure(plan: BenchPlan, progress: (step: string) => void): Promise<BenchResult> {
  const workloads = workloadsOf(contract);
  const result: BenchResult = {
    environment: {
      node: process.version,
      cpus: availableParallelism(),
      date: new Date().toISOString().slice(0, 10),
      contract: `${contract.version}+${contract.hash}`,
    },
    workloads: Object.fromEntries(workloadNames.map((name) => [name, workloads[name].title])) as BenchResult['workloads'],
    servers: {},
    times: plan.times,
    sizes: {},
    notes: [],
  };
  progress('fetching the rivals and the load generator');
  const tools = await fetchTools();
  const folder = mkdtempSync(join(tmpdir(), 'nexconn-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const run: Run = { plan, tools, folder, workloads, result, progress };
  await compareServers(run);
  await compareSizes(run);
  if (plan.only.includes('mock')) await measureStart(run);
  return result;
}

/** What cannot be measured is noted, and the others go on. */
async function attempt<T>({ result }: Run, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    result.notes.push((error as Error).message.trim().split('\n').at(-1) ?? '');
    return undefined;
  }
}

function start(run: Run, name: ServerName, command: Command): Promise<Program | undefined> {
  run.progress(`starting ${command.title}`);
  const probe = forServer(name, run.workloads.chat);
  return attempt(run, () => startProgram(command, join(run.folder, `${name}.log`), probe));
}

async function compareServers(run: Run): Promise<void> {
  const { plan, tools, folder, workloads, result, progress } = run;
  const all = await commands(tools, folder, Object.values(workloads));
  const started = new Map<ServerName, { program: Program; figures: ServerFigures }>();
  for (const name of plan.only) {
    const program = await start(run, name, all[name]);
    if (!program) continue;
    const figures: ServerFigures = { start: program.start, loads: {} };
    result.servers[name] = figures;
    started.set(name, { program, figures });
  }
  await sleep(1000);
  for (const { program, figures } of started.values()) figures.idle = usageOf(program.group)?.rss;
  for (const name of workloadNames) {
    progress(`${workloads[name].title}: ${[...started.keys()].join(', ')}`);
    const entries = [...started];
    const contenders = entries.map(([server, { program }]) => ({
      title: all[server].title,
      program,
      workload: forServer(server, workloads[name]),
    }));
    const loads = await loadInTurns(tools, contenders, plan, (message) => result.notes.push(message));
    for (const [index, [, { figures }]] of entries.entries()) figures.loads[name] = loads[index];
  }
  for (const { program, figures } of started.values()) figures.loaded = usageOf(program.group)?.rss;
  const mock = started.get('mock');
  if (mock) {
    progress(`${plan.streams} paced streams at once`);
    result.streams = await measurePacedStreams(mock.program, workloads.stream, plan.streams);
  }
  for (const { program } of started.values()) await program.stop();
}

async function compareSizes(run: Run): Promise<void> {
  const { plan, tools, folder, workloads, result } = run;
  const [small, large] = [await commandsForSize(tools, folder, 1), await commandsForSize(tools, folder, plan.times)];
  for (const name of plan.only) {
    const pair = [small[name], large[name]];
    const started: Program[] = [];
    for (const command of pair) {
      if (!command) continue;
      const program = await start(run, name, command);
      if (program) started.push(program);
    }
    if (started.length === pair.length) {
      const contenders = started.map((program, index) => ({ title: pair[index]?.title ?? name, program, workload: workloads.chat }));
      const [once, many] = await loadInTurns(tools, contenders, plan, (message) => result.notes.push(message));
      if (once && many) result.sizes[name] = { once, large: many };
    }
    for (const program of started) await program.stop();
  }
}

async function measureStart(run: Run): Promise<void> {
  const { plan, folder, workloads, result, progress } = run;
  progress(`npm start, ${plan.starts} times`);
  result.coldStart = await attempt(run, () => measureColdStart(plan.starts, join(folder, 'npm-start.log'), workloads.chat));
  progress(`createMock(), ${plan.starts} times`);
  result.createMock = await attempt(run, () => measureCreateMock(plan.starts));
}
