/** Many streams at once, at the pace of a model: of the mock, and of a server that does nothing but send their events. */
import { writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PacedFigures, StreamFigures } from '../figures/result.js';
import { median } from '../figures/statistics.js';
import { ask, type Command, type Program } from '../servers/programs.js';
import type { Workload } from '../servers/workloads.js';
import { usageOf } from './usage.js';

/** Milliseconds before the first event: long enough that all streams are open before the first one speaks. */
const firstEvent = 1000;
/** Milliseconds between two events. */
const pause = 100;

/** The workload at that pace. */
export function paced(workload: Workload): Workload {
  const { prefer = '', ...headers } = workload.headers;
  const others = prefer.split(/,\s*/).filter((preference) => !/^(first-event-ms|events-per-second)=/.test(preference));
  const pace = [`first-event-ms=${firstEvent}`, `events-per-second=${1000 / pause}`];
  return { ...workload, headers: { ...headers, prefer: [...pace, ...others].join(', ') } };
}

/** The server that the mock is held against: the same events, with one timer for each stream. @param from the server that has them */
export async function controlCommand(folder: string, from: Program, workload: Workload): Promise<Command> {
  const answer = await ask(from.url, workload);
  const events = answer?.text.split(/(?<=\n\n)/) ?? [];
  const file = join(folder, 'events.json');
  await writeFile(file, JSON.stringify(events));
  const script = fileURLToPath(new URL('../servers/paced-control.ts', import.meta.url));
  return {
    title: 'one timer a stream',
    program: process.execPath,
    args: (port) => ['--import', 'tsx', script, file, String(firstEvent), String(pause), String(port)],
  };
}

interface Heard {
  isComplete: boolean;
  /** Milliseconds that each event came later than the first one and the pace say. */
  late: number[];
}

/** Listens to a stream; each event ends with an empty line. */
const hear = (url: string, { method, path, headers, body, stream }: Workload): Promise<Heard> =>
  new Promise((resolve) => {
    const late: number[] = [];
    let first: number | undefined;
    let end = '';
    const over = (isComplete: boolean) => resolve({ isComplete, late });
    const sent = request(url + path, { method, headers: { ...headers, 'content-length': Buffer.byteLength(body) }, agent: false });
    sent.on('response', (response) => {
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        const now = performance.now();
        first ??= now;
        const count = piece.split('\n\n').length - 1;
        for (let index = 0; index < count; index++) late.push(Math.max(0, now - first - late.length * pause));
        end = (end + piece).slice(-100);
      });
      response.on('end', () => over(response.statusCode === 200 && end.trimEnd().endsWith(stream?.terminator ?? '')));
      response.on('error', () => over(false));
    });
    sent.on('error', () => over(false));
    sent.end(body);
  });

async function measureOnce({ url, group }: Program, workload: Workload, streams: number): Promise<PacedFigures> {
  const before = usageOf(group);
  const begin = performance.now();
  const heard = await Promise.all(Array.from({ length: streams }, () => hear(url, workload)));
  const wall = performance.now() - begin;
  const after = usageOf(group);
  const late = heard.flatMap((stream) => stream.late).sort((a, b) => a - b);
  return {
    complete: heard.filter(({ isComplete }) => isComplete).length,
    wall,
    late: late[Math.floor(late.length * 0.99)] ?? 0,
    ...(before && after && { cpu: (after.cpu - before.cpu) / streams }),
  };
}

/** The middle of each figure; the least of those that count. */
function middle(runs: readonly PacedFigures[]): PacedFigures {
  const cpu = runs.flatMap((run) => run.cpu ?? []);
  return {
    complete: Math.min(...runs.map(({ complete }) => complete)),
    wall: median(runs.map(({ wall }) => wall)),
    late: median(runs.map(({ late }) => late)),
    ...(cpu.length === runs.length && { cpu: median(cpu) }),
  };
}

/** In turns; a first round warms both up, and does not count. @param workload at its pace */
export async function measurePacedStreams(
  mock: Program,
  control: Program,
  workload: Workload,
  { streams, rounds }: { streams: number; rounds: number },
): Promise<StreamFigures> {
  const runs: { mock: PacedFigures; control: PacedFigures }[] = [];
  for (let round = 0; round <= rounds; round++)
    runs.push({ mock: await measureOnce(mock, workload, streams), control: await measureOnce(control, workload, streams) });
  const counted = runs.slice(1);
  return {
    streams,
    ideal: firstEvent + ((workload.stream?.events ?? 1) - 1) * pause,
    mock: middle(counted.map((run) => run.mock)),
    control: middle(counted.map((run) => run.control)),
  };
}
