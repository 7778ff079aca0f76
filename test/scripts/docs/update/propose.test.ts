import { chmod, copyFile, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, test } from 'vitest';
import { runIn } from '../../../../scripts/docs/update/command.js';
import { createForge, type Forge } from '../../../../scripts/docs/update/forge.js';
import { keyIn } from '../../../../scripts/docs/update/key.js';
import { closeAll, propose } from '../../../../scripts/docs/update/propose.js';

let folder: string;
let forge: Forge;
let pushes: number;

const state = async (): Promise<{ kind: string; number: number; state: string; body: string; comment?: string }[]> =>
  JSON.parse(await readFile(join(folder, 'state.json'), 'utf8'));

const push = async () => {
  pushes++;
};

const change = (key: string, isDecision = false) =>
  propose(forge, { body: `Body of ${key}`, key, isDecision }, join(folder, 'body.md'), push);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'forge-'));
  pushes = 0;
  // A program on PATH stands for the forge's.
  const program = join(folder, 'gh');
  await copyFile(fileURLToPath(new URL('gh.js', import.meta.url)), program);
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await chmod(program, 0o755);
  process.env.PATH = `${folder}${delimiter}${process.env.PATH}`;
  process.env.GH_STATE = join(folder, 'state.json');
  forge = createForge(runIn(folder), { branch: 'docs-update', base: 'main', title: 'Follow the documentation' });
});

test('opens one pull request, and updates it when there is more', async () => {
  expect(await change('a1')).toBe('opened a pull request');
  expect(await change('a1')).toBe('pr 1 says so already');
  expect(await change('b2')).toBe('updated pr 1');
  const all = await state();
  expect(all).toHaveLength(1);
  expect(all[0]?.body).toContain('Body of b2');
  expect(pushes).toBe(3);
});

test('does not open again what a person closed, until something else has changed', async () => {
  await change('a1');
  await forge.close('pr', 1, 'No.');
  expect(await change('a1')).toMatch(/not opened again/);
  expect(pushes).toBe(1);
  expect(await change('b2')).toBe('opened a pull request');
});

test('closes it when the drift is gone, which is no refusal of a person', async () => {
  await change('a1');
  expect(await closeAll(forge, ['pr', 'issue'], 'Gone.', join(folder, 'body.md'))).toEqual(['closed pr 1: Gone.']);
  const [first] = await state();
  expect(first).toMatchObject({ state: 'CLOSED', comment: 'Gone.' });
  expect(keyIn(first?.body ?? '')).toBeUndefined();
  expect(await closeAll(forge, ['pr', 'issue'], 'Gone.', join(folder, 'body.md'))).toEqual([]);
  expect(await change('a1')).toBe('opened a pull request');
});

test('asks a person by an issue where nothing can be pulled', async () => {
  expect(await change('a1', true)).toBe('opened an issue');
  expect((await state())[0]?.kind).toBe('issue');
  expect(pushes).toBe(0);
});

test('says what the forge complains of', async () => {
  await writeFile(join(folder, 'state.json'), 'no json');
  await expect(change('a1')).rejects.toThrow(/^gh pr: /);
});
