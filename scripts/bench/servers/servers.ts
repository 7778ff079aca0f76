/** How the servers are started, each as its users start it. */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createMock } from '../../../src/mock/index.js';
import { withoutCallbacks } from '../../../src/mock/prism/without-callbacks.js';
import { project } from '../../lib/project.js';
import type { ServerName, WorkloadName } from '../figures/result.js';
import type { FloorAnswer } from './floor-server.js';
import { repeatDocument } from './many-times.js';
import type { Command } from './programs.js';
import type { Tools } from './tools.js';
import type { Workload } from './workloads.js';

export const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The path at which the floor has the answer to a workload: several of them share a path of the contract. */
const floorPath = (name: WorkloadName): string => `/${name}`;

/** The workload as a server knows it. */
export const forServer = (server: ServerName, workload: Workload): Workload =>
  server === 'floor' ? { ...workload, path: floorPath(workload.name) } : workload;

/** Whether a server is made for a workload: some know chats alone. */
export const takes = (server: ServerName, { name }: Workload): boolean => server !== 'aimock' || name === 'chat' || name === 'words';

/** Answers of the mock, for the floor to repeat: they are of the same size then. */
async function floorAnswers(workloads: readonly Workload[]): Promise<FloorAnswer[]> {
  const mock = await createMock();
  const answers = workloads.map(async ({ name, method, path, headers, body }) => {
    const response = await mock.fetch(`http://mock${path}`, { method, headers, body });
    const contentType = response.headers.get('content-type') ?? '';
    return { path: floorPath(name), status: response.status, contentType, text: await response.text() };
  });
  const all = await Promise.all(answers);
  await mock.close();
  return all;
}

/**
 * The description as stock Prism is to have it.
 * @param times how many times over
 */
/** The contract as rivals read it. @param times how many times as large */
export async function writeDescription(folder: string, times: number): Promise<string> {
  const text = await readFile(`${project.generated}openapi.json`, 'utf8');
  const file = join(folder, `openapi-${times}.json`);
  await writeFile(file, JSON.stringify(repeatDocument(withoutCallbacks(text), times)));
  return file;
}

/** Those who answer from a description. */
export function rivals(tools: Tools, description: string): Record<'steady' | 'prism', Command> {
  const prism = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');
  return {
    steady: {
      title: 'Steady',
      program: join(tools.folder, 'node_modules/.bin/steady'),
      args: (port) => ['--host', '127.0.0.1', '--port', String(port), '--quiet', '--no-color', description],
    },
    prism: {
      title: 'stock Prism',
      program: process.execPath,
      args: (port) => [prism, 'mock', description, '--host', '127.0.0.1', '--port', String(port), '--verboseLevel', 'silent'],
      // In production mode Prism forks a process of its own for the log.
      env: { NODE_ENV: 'development' },
    },
  };
}

/** What is asked last. */
const questionOf = ({ body }: Workload): string => (JSON.parse(body) as { messages: { content: string }[] }).messages.at(-1)?.content ?? '';

/** All that an answer says, whole or in events. */
const contentIn = (text: string): string =>
  Array.from(text.matchAll(/"content":("(?:[^"\\\\]|\\\\.)*")/g), ([, content = '""']) => JSON.parse(content) as string).join('');

/** aimock is told what to say: what this mock says, in as many events. */
async function aimock(tools: Tools, folder: string, workloads: readonly Workload[], answers: readonly FloorAnswer[]): Promise<Command> {
  const known = workloads.filter((workload) => takes('aimock', workload));
  const contentOf = ({ name }: Workload) => contentIn(answers.find(({ path }) => path === floorPath(name))?.text ?? '');
  const fixtures = known.map((workload) => ({ match: { userMessage: questionOf(workload) }, response: { content: contentOf(workload) } }));
  const file = join(folder, 'aimock.json');
  await writeFile(file, JSON.stringify({ fixtures }));
  const streamed = known.find(({ stream }) => stream);
  // The first event, the last, and that of the usage say nothing.
  const speaking = (streamed?.stream?.events ?? 4) - 3;
  const size = Math.ceil((streamed ? contentOf(streamed).length : 1) / speaking);
  return {
    title: 'aimock',
    program: process.execPath,
    args: (port) => [
      join(tools.folder, 'node_modules/@copilotkit/aimock/dist/cli.js'),
      ...['--host', '127.0.0.1', '--port', String(port), '--fixtures', file, '--chunk-size', String(size), '--log-level', 'silent'],
    ],
  };
}

/** This mock as it is built. @param more options */
export const mockCommand = (title: string, ...more: string[]): Command => ({
  title,
  program: process.execPath,
  args: (port) => ['dist/cli.js', 'mock', '--log', 'pretty', '--port', String(port), ...more],
});

/** @param folder for the files that the servers read */
export async function commands(tools: Tools, folder: string, workloads: readonly Workload[]): Promise<Record<ServerName, Command>> {
  const answers = await floorAnswers(workloads);
  const file = join(folder, 'floor.json');
  await writeFile(file, JSON.stringify(answers));
  return {
    mock: mockCommand('this mock'),
    embedded: mockCommand('this mock, Prism as the engine', '--engine', 'prism'),
    ...rivals(tools, await writeDescription(folder, 1)),
    aimock: await aimock(tools, folder, workloads, answers),
    floor: {
      title: 'Hono floor',
      program: process.execPath,
      args: (port) => ['--import', 'tsx', script('floor-server.ts'), tools.folder, file, String(port)],
    },
  };
}

/** The servers whose speed may depend on the size of the contract, with the contract so many times over. */
export async function commandsForSize(tools: Tools, folder: string, times: number): Promise<Partial<Record<ServerName, Command>>> {
  const { steady, prism } = rivals(tools, await writeDescription(folder, times));
  return {
    mock: {
      title: `this mock, contract x${times}`,
      program: process.execPath,
      args: (port) => ['--import', 'tsx', script('large-mock-server.ts'), String(times), String(port)],
    },
    steady: { ...steady, title: `${steady.title}, contract x${times}` },
    prism: { ...prism, title: `${prism.title}, contract x${times}` },
  };
}

/** `npm start`, as the README has it. */
export const npmStart: Command = {
  title: 'npm start',
  program: 'npm',
  args: (port) => ['start', '--', '--port', String(port)],
};
