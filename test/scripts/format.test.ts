/** What `npm run format` prints, writes and answers, in a small contract. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { project } from '../../scripts/lib/project.js';

const tidy = 'description: A pet.\ntype: object\n';
const untidy = 'type: object\ndescription: A pet.\n';
const pets = 'components/schemas/pets';

/** A project that has the given sources and this program. */
async function contract(sources: Record<string, string>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'format-'));
  onTestFinished(() => rm(root, { recursive: true }));
  for (const name of ['scripts', 'src', 'package.json', 'tsconfig.json'])
    await cp(join(project.root, name), join(root, name), { recursive: true });
  await symlink(join(project.root, 'node_modules'), join(root, 'node_modules'));
  for (const [name, text] of Object.entries(sources)) {
    await mkdir(dirname(join(root, 'openapi', name)), { recursive: true });
    await writeFile(join(root, 'openapi', name), text);
  }
  return root;
}

async function format(root: string, ...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const running = promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/format.ts', ...args], { cwd: root });
  return running.then(
    (output) => ({ code: 0, ...output }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  );
}

const read = (root: string, name: string) => readFile(join(root, 'openapi', name), 'utf8');

test('writes what is written otherwise, which --check names before', async () => {
  const root = await contract({ [`${pets}/Cat.yaml`]: untidy, [`${pets}/Dog.yaml`]: tidy, 'paths/notes.md': 'b:   a' });
  expect(await format(root, '--check')).toEqual({
    code: 1,
    stdout: `openapi/${pets}/Cat.yaml\n`,
    stderr: '1 of 2 files are not formatted. Run `npm run format` and commit the result.\n',
  });
  expect(await read(root, `${pets}/Cat.yaml`)).toBe(untidy);
  expect(await format(root)).toMatchObject({ code: 0, stdout: `openapi/${pets}/Cat.yaml\nopenapi/: 1 of 2 files written\n` });
  expect(await read(root, `${pets}/Cat.yaml`)).toBe(tidy);
  expect(await format(root, '--check')).toEqual({ code: 0, stdout: 'openapi/ is formatted: 2 files\n', stderr: '' });
});

test('only the files that are named, if any are', async () => {
  const root = await contract({ [`${pets}/Cat.yaml`]: untidy, [`${pets}/Dog.yaml`]: tidy, [`${pets}/Ant.yaml`]: untidy });
  const at = (name: string) => `openapi/${pets}/${name}.yaml`;
  expect(await format(root, '--check', at('Dog'))).toMatchObject({ code: 0, stdout: `Formatted: ${at('Dog')}\n` });
  expect(await format(root, at('Dog'), at('Cat'))).toMatchObject({ code: 0, stdout: `${at('Cat')}\nopenapi/: 1 of 2 files written\n` });
  expect([await read(root, `${pets}/Cat.yaml`), await read(root, `${pets}/Ant.yaml`)]).toEqual([tidy, untidy]);
  expect(await format(root, at('Cow'))).toEqual({ code: 2, stdout: '', stderr: `There is no ${at('Cow')}\n` });
  expect(await format(root, 'package.json')).toEqual({ code: 2, stdout: '', stderr: 'package.json is no YAML file of openapi/\n' });
});

test('writes nothing where one file is no YAML, and says where in one line', async () => {
  const root = await contract({ [`${pets}/Cat.yaml`]: untidy, [`${pets}/Dog.yaml`]: 'a: 1\nb: {\n' });
  expect(await format(root)).toEqual({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^openapi\/components\/schemas\/pets\/Dog\.yaml:3:1: Flow map .*\n$/),
  });
  expect(await read(root, `${pets}/Cat.yaml`)).toBe(untidy);
});

test('finds nothing in the contract', async () => {
  expect(await format(project.root, '--check')).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^openapi\/ is formatted: \d+ files\n$/),
    stderr: '',
  });
});

test('refuses options that it does not have', async () => {
  expect(await format(project.root, '--chek')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining("Unknown option '--chek'"),
  });
});
