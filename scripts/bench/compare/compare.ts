/**
 * Asks this mock and those that others use the same things, and writes what each could do into the README, with the day and the versions. A mock that did
 * not start is not in the table. The build in dist/ is asked; the others are fetched once and kept.
 *
 *   npm run compare
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { flagsOf, run } from '../../lib/bad-input.js';
import { project } from '../../lib/project.js';
import { type Command, startProgram, stopProgramsOnExit } from '../servers/programs.js';
import { mockCommand, rivals, writeDescription } from '../servers/servers.js';
import { fetchTools, versions } from '../servers/tools.js';
import type { Workload } from '../servers/workloads.js';
import { checks, manifestOf, type Subject } from './checks.js';

const wanted = {
  '@stdy/cli': versions['@stdy/cli'],
  '@copilotkit/aimock': versions['@copilotkit/aimock'],
  '@scalar/mock-server': '0.14.4',
  hono: versions.hono,
  '@hono/node-server': versions['@hono/node-server'],
};

const answers = [{ name: 'weather', when: { user: 'weather' }, answers: [{ text: 'Rain.' }] }];
const fixtures = { fixtures: [{ match: { userMessage: 'weather' }, response: { content: 'Rain.' } }] };
const pets = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  paths: {
    '/pets': {
      get: { responses: { 200: { description: 'Pets.', content: { 'application/json': { schema: { type: 'array' }, example: [] } } } } },
    },
  },
};

interface Rival {
  title: string;
  version: string;
  manifest: Subject['manifest'];
  usual: Command;
  /** Told what to say. */
  told?: Command;
  foreign?: Command;
}

async function rivalsIn(folder: string): Promise<Rival[]> {
  const tools = await fetchTools(wanted);
  const write = async (name: string, content: unknown) => {
    const file = join(folder, name);
    await writeFile(file, JSON.stringify(content));
    return file;
  };
  const [scenarios, told, foreign] = [
    await write('answers.json', answers),
    await write('aimock.json', fixtures),
    await write('pets.json', pets),
  ];
  const description = await writeDescription(folder, 1);
  const [ours, theirs] = [rivals(tools, description), rivals(tools, foreign)];
  const installed = `${tools.folder}/node_modules/`;
  const scalar = (document: string): Command => ({
    title: 'Scalar',
    program: process.execPath,
    args: (port) => ['--import', 'tsx', fileURLToPath(new URL('scalar-server.ts', import.meta.url)), tools.folder, document, String(port)],
  });
  const aimock: Command = {
    title: 'aimock',
    program: process.execPath,
    args: (port) => [
      `${installed}@copilotkit/aimock/dist/cli.js`,
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--fixtures',
      told,
      '--log-level',
      'silent',
    ],
  };
  const own = JSON.parse(await readFile(join(project.root, 'package.json'), 'utf8'));
  const of = (name: string, at = installed) => ({ version: manifestOf(at, name).version, manifest: manifestOf(at, name) });
  return [
    {
      title: 'this mock',
      version: own.version,
      manifest: own,
      usual: mockCommand('this mock'),
      told: mockCommand('this mock, told', '--scenarios', scenarios),
    },
    { title: 'Prism', ...of('@stoplight/prism-cli', `${project.root}node_modules/`), usual: ours.prism, foreign: theirs.prism },
    { title: 'Steady', ...of('@stdy/cli'), usual: ours.steady, foreign: theirs.steady },
    { title: 'Scalar', ...of('@scalar/mock-server'), usual: scalar(description), foreign: scalar(foreign) },
    { title: 'aimock', ...of('@copilotkit/aimock'), usual: aimock, told: aimock },
  ];
}

const probe = { method: 'GET', path: '/', headers: {}, body: '' } as unknown as Workload;

interface Column {
  title: string;
  version: string;
  cells: string[];
}

async function ask({ title, version, manifest, usual, told, foreign }: Rival, log: string): Promise<Column | undefined> {
  const programs = [];
  try {
    for (const command of [usual, told, foreign]) programs.push(command && (await startProgram(command, log, probe)));
    const [first, second, third] = programs;
    const url = first?.url ?? '';
    const subject: Subject = { url, told: second?.url ?? url, foreign: third?.url, manifest };
    const cells = [];
    for (const [row, check] of Object.entries(checks)) {
      const result = await check(subject).catch(() => false);
      const cell = typeof result === 'boolean' ? (result ? 'yes' : 'no') : `${result[0]} of ${result[1]}`;
      console.log(`${title}: ${row}: ${cell}`);
      cells.push(cell);
    }
    return { title, version, cells };
  } catch (error) {
    console.error(`${title} is left out: ${(error as Error).message}`);
    return undefined;
  } finally {
    for (const program of programs) await program?.stop();
  }
}

function tableOf(columns: readonly Column[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const names = columns.map(({ title, version }) => (title === 'this mock' ? title : `${title} ${version}`));
  return [
    line(['', ...names]),
    line(['---', ...columns.map(() => '---')]),
    ...Object.keys(checks).map((row, index) => line([row, ...columns.map(({ cells }) => cells[index] ?? '')])),
  ].join('\n');
}

const [begin, end] = ['<!-- compare -->', '<!-- /compare -->'];

flagsOf();
await run(async () => {
  stopProgramsOnExit();
  const folder = await mkdtemp(join(tmpdir(), 'compare-'));
  try {
    const columns = [];
    for (const rival of await rivalsIn(folder)) columns.push(await ask(rival, join(folder, 'log')));
    const there = columns.filter((column) => column !== undefined);
    const day = new Date().toISOString().slice(0, 10);
    const text = `Each cell is from a check that ran (\`npm run compare\`, ${day}, Node.js ${process.versions.node}).\n\n${tableOf(there)}`;
    const file = join(project.root, 'README.md');
    const readme = await readFile(file, 'utf8');
    const [before, rest = ''] = readme.split(begin);
    const after = rest.split(end)[1];
    if (after === undefined) throw new Error(`README.md has no place between ${begin} and ${end}`);
    await writeFile(file, `${before}${begin}\n${text}\n${end}${after}`);
    console.log(tableOf(there));
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
