/** The whole run: the servers side by side, the large contract, many streams, and how fast the mock starts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { contract } from '../../compiled/contract.js';
import {
  type BenchResult,
  type PartName,
  type ServerFigures,
  type ServerName,
  type StreamFigures,
  type WorkloadName,
  workloadNames,
} from './figures/result.js';
import { type Contender, type LoadPlan, loadInTurns } from './load/load.js';
import { controlCommand, measurePacedStreams, paced } from './load/paced-streams.js';
import { measureColdStart, measureCreateMock } from './load/start-up.js';
import { usageOf } from './load/usage.js';
import { measureConform } from './scenarios/measure-conform.js';
import { measureKit } from './scenarios/measure-kit.js';
import { measureRecordings } from './scenarios/measure-recordings.js';
import { measureScenarios } from './scenarios/measure-scenarios.js';
import { type Command, type Program, startProgram } from './servers/programs.js';
import { commands, commandsForSize, forServer, takes } from './servers/servers.js';
import { fetchTools, type Tools, versions } from './servers/tools.js';
import { type Workload, workloadsOf } from './servers/workloads.js';

export interface BenchPlan extends LoadPlan {
  /** Servers to measure. */
  only: readonly ServerName[];
  /** What a team adds to the mock. */
  parts: readonly PartName[];
  /** Streams at once. */
  streams: number;
  /** Starts of which the median is taken. */
  starts: number;
  /** Factor by which the large contract is larger. */
  times: number;
}

/** Milliseconds after which a server that has started is idle. */
const settling = 1000;

interface Run {
  plan: BenchPlan;
  tools: Tools;
  folder: string;
  workloads: Record<WorkloadName, Workload>;
  result: BenchResult;
  progress: (step: string) => void;
}

export async function measure(plan: BenchPlan, progress: (step: string) => void): Promise<BenchResult> {
  const workloads = workloadsOf(contract);
  const result: BenchResult = {
    environment: {
      node: process.version,
      cpus: availableParallelism(),
      processor: cpus()[0]?.model ?? 'unknown',
      memory: totalmem(),
      date: new Date().toISOString().slice(0, 10),
      contract: contract.build,
      tools: versions,
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
  const bench = { plan, tools, folder, workloads, contract, progress, note: (message: string) => result.notes.push(message) };
  if (plan.parts.includes('scenarios')) result.scenarios = await attempt(run, () => measureScenarios(bench));
  if (plan.parts.includes('recordings')) result.recordings = await attempt(run, () => measureRecordings(bench));
  if (plan.parts.includes('conform')) result.conform = await attempt(run, () => measureConform(bench));
  if (plan.parts.includes('kit')) result.kit = await attempt(run, () => measureKit(bench));
  return result;
}

/** What cannot be measured is noted, and the rest goes on. */
async function attempt<T>({ result }: Run, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    const lines = (error as Error).message.split('\n');
    result.notes.push(lines.find((line) => /Error:/.test(line)) ?? lines[0] ?? '');
    return undefined;
  }
}

function start(run: Run, name: ServerName, command: Command): Promise<Program | undefined> {
  run.progress(`starting ${command.title}`);
  const probe = forServer(name, run.workloads.chat);
  return attempt(run, () => startProgram(command, join(run.folder, `${name}.log`), probe));
}

interface Started {
  name: ServerName;
  title: string;
  program: Program;
  figures: ServerFigures;
}

async function compareServers(run: Run): Promise<void> {
  const { plan, tools, folder, workloads, result, progress } = run;
  const all = await commands(tools, folder, Object.values(workloads));
  const started: Started[] = [];
  for (const name of plan.only) {
    const program = await start(run, name, all[name]);
    if (program) started.push({ name, title: all[name].title, program, figures: { start: program.start, loads: {} } });
  }
  result.servers = Object.fromEntries(started.map(({ name, figures }) => [name, figures]));
  await sleep(settling);
  for (const { program, figures } of started) figures.idle = usageOf(program.group)?.rss;
  for (const name of workloadNames) {
    const able = started.filter((server) => takes(server.name, workloads[name]));
    progress(`${workloads[name].title}: ${able.map(({ title }) => title).join(', ')}`);
    const contenders = able.map((server) => ({ ...server, workload: forServer(server.name, workloads[name]) }));
    const loads = await loadInTurns(tools, contenders, plan, (message) => result.notes.push(message));
    for (const [index, { figures }] of able.entries()) figures.loads[name] = loads[index];
  }
  for (const { program, figures } of started) figures.loaded = usageOf(program.group)?.rss;
  const mock = started.find(({ name }) => name === 'mock');
  if (mock) {
    result.streams = await attempt(run, () => measureStreams(run, mock.program));
  }
  for (const { program } of started) await program.stop();
}

async function measureStreams({ plan, folder, workloads, progress }: Run, mock: Program): Promise<StreamFigures> {
  progress(`${plan.streams} paced streams at once: this mock, one timer a stream`);
  const workload = paced(workloads.words);
  const command = await controlCommand(folder, mock, workloads.words);
  const control = await startProgram(command, join(folder, 'control.log'), workload);
  const figures = await measurePacedStreams(mock, control, workload, plan);
  await control.stop();
  return figures;
}

async function compareSizes(run: Run): Promise<void> {
  const { plan, tools, folder, workloads, result } = run;
  const [small, large] = [await commandsForSize(tools, folder, 1), await commandsForSize(tools, folder, plan.times)];
  for (const name of plan.only) {
    const contenders: Contender[] = [];
    for (const command of [small[name], large[name]]) {
      const program = command && (await start(run, name, command));
      if (program) contenders.push({ title: command.title, program, workload: workloads.chat });
    }
    if (contenders.length === 2) {
      const [once, many] = await loadInTurns(tools, contenders, plan, (message) => result.notes.push(message));
      if (once && many) result.sizes[name] = { once, large: many };
    }
    for (const { program } of contenders) await program.stop();
  }
}

async function measureStart(run: Run): Promise<void> {
  const { plan, folder, workloads, result, progress } = run;
  progress(`npm start, ${plan.starts} times`);
  result.coldStart = await attempt(run, () => measureColdStart(plan.starts, join(folder, 'npm-start.log'), workloads.chat));
  progress(`createMock(), ${plan.starts} times`);
  result.createMock = await attempt(run, () => measureCreateMock(plan.starts));
}
