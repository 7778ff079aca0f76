/** The examples do what they show, with the packages of this checkout. `npm run test:fixtures` tries them whole, as installed, with a browser. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { project } from '../../scripts/lib/project.js';

const examples = join(project.root, 'examples');
let folder: string;

interface Manifest {
  dependencies: Record<string, string>;
  devDependencies?: Record<string, string>;
}
const manifestOf = async (name: string): Promise<Manifest> => JSON.parse(await readFile(join(examples, name, 'package.json'), 'utf8'));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'examples-'));
  await cp(examples, folder, { recursive: true, filter: (path) => !path.includes('node_modules') });
  await mkdir(join(folder, 'node_modules'));
  await symlink(project.root, join(folder, 'node_modules/nexconn-contract'), 'dir');
  for (const name of ['react', 'react-dom', 'openai', 'vitest', 'tsx', '@anthropic-ai/sdk']) {
    const at = join(folder, 'node_modules', name);
    await mkdir(dirname(at), { recursive: true });
    await symlink(join(project.root, 'node_modules', name), at, 'dir');
  }
});
afterAll(() => rm(folder, { recursive: true }));

const run = (name: string, ...args: string[]) =>
  promisify(execFile)(process.execPath, args, { cwd: join(folder, name), env: { ...process.env, NODE_OPTIONS: '', VITEST: undefined } });

test.concurrent.each([
  ['openai-script', ['--test']],
  ['agent-loop', ['--import', import.meta.resolve('tsx'), '--test', 'agent.test.ts']],
  ['vitest-suite', [join(project.root, 'node_modules/vitest/vitest.mjs'), 'run']],
])('%s', async (name, args) => {
  const { stdout } = await run(name, ...args).catch((error: { stdout: string; stderr: string }) => {
    throw new Error(error.stdout + error.stderr);
  });
  expect(stdout).toMatch(/^# pass [1-9]|Tests +.*[1-9]\d* passed/m);
});

test('the page of react-chat can be built, and its scenarios are right', async () => {
  const { errors } = await build({
    absWorkingDir: join(folder, 'react-chat'),
    entryPoints: ['src/main.tsx'],
    outdir: 'dist',
    bundle: true,
    jsx: 'automatic',
    logLevel: 'error',
    format: 'esm',
  });
  expect(errors).toEqual([]);
  const cli = join(project.root, 'dist/cli.js');
  for (const [name, scenarios] of [
    ['react-chat', 'scenarios'],
    ['agent-loop', 'scenarios.yaml'],
  ] as const)
    await run(name, cli, 'scenarios', 'check', scenarios);
});

test('they are told of, and take what this package is tested with', async () => {
  const text = await readFile(join(examples, 'README.md'), 'utf8');
  const own = JSON.parse(await readFile(join(project.root, 'package.json'), 'utf8')).devDependencies as Record<string, string>;
  for (const name of await readdir(examples)) {
    if (name.endsWith('.md')) continue;
    expect(text).toContain(`[${name}](${name}`);
    if (name === 'scenarios') continue;
    const { dependencies, devDependencies = {} } = await manifestOf(name);
    for (const [dependency, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(version, `${name}: ${dependency}`).toMatch(/^\d+\.\d+\.\d+$/);
      if (own[dependency]) expect(version, `${name}: ${dependency}`).toBe(own[dependency]);
    }
  }
});
