/**
 * The README does what it says: each block that is marked `run` is run, in their order and in one folder, as a user would who copies them.
 * A block that is not is marked `shown`, with the reason.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { project } from '../../scripts/lib/project.js';
import { createMock, type Mock } from '../mocks.js';

interface Block {
  language: string;
  mark: string;
  code: string;
}

const text = await readFile(join(project.root, 'README.md'), 'utf8');
const blocks: Block[] = [...text.matchAll(/^```(\w+) ?([^\n]*)\n(.*?)^```$/gms)].map(([, language = '', mark = '', code = '']) => ({
  language,
  mark,
  code,
}));
const runBlocks = blocks.filter(({ mark }) => mark === 'run').map((block) => [block.code.split('\n', 1)[0] as string, block] as const);

const address = 'http://127.0.0.1:4010';
let mock: Mock;
let url: string;
let folder: string;

beforeAll(async () => {
  mock = await createMock({ eventsPerSecond: 2000, taskSeconds: 0 });
  ({ url } = await mock.listen());
  folder = await mkdtemp(join(tmpdir(), 'readme-'));
  await mkdir(join(folder, 'node_modules/.bin'), { recursive: true });
  await symlink(project.root, join(folder, 'node_modules/nexconn-contract'), 'dir');
  await symlink('../nexconn-contract/dist/cli.js', join(folder, 'node_modules/.bin/nexconn-contract'));
  const imported = blocks.flatMap(({ code }) => [...code.matchAll(/from '((?:@[^'/]+\/)?[^'/]+)/g)].map(([, name = '']) => name));
  for (const name of new Set(imported)) {
    if (name.startsWith('nexconn-contract')) continue;
    const at = join(folder, 'node_modules', name);
    await mkdir(join(at, '..'), { recursive: true });
    await symlink(join(project.root, 'node_modules', name), at, 'dir');
  }
});
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true });
});

const run = (program: string, args: string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const path = `${join(folder, 'node_modules/.bin')}:${process.env.PATH}`;
    const env = { ...process.env, PATH: path, PORT: '0', NEXCONN_API_KEY: undefined };
    execFile(program, args, { cwd: folder, env }, (error, stdout, stderr) =>
      error ? reject(new Error(`${error.message}\n${stdout}${stderr}`)) : resolve(stdout),
    );
  });

test.each(runBlocks)('%s', async (_, { language, code }) => {
  const own = code.replaceAll(address, url);
  if (language === 'sh') expect(await run('bash', ['-euo', 'pipefail', '-c', own])).not.toBe('');
  else {
    await writeFile(join(folder, 'block.mts'), own);
    const output = await run(process.execPath, ['--import', import.meta.resolve('tsx'), 'block.mts']);
    // What a comment says is printed.
    for (const [, said = ''] of code.matchAll(/^ *console\.log\(.*\/\/ (.*?)(?::.*)?$/gm)) expect(output).toContain(said);
  }
});

test('every block is run, or says why it is only shown', () => {
  expect(blocks.length).toBeGreaterThan(5);
  expect(blocks.filter(({ mark }) => mark !== 'run' && !/^shown: .{10}/.test(mark))).toEqual([]);
});

test('is read in one sitting', () => {
  expect(text.split('\n').length).toBeLessThanOrEqual(200);
});
