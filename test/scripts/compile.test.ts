/** `compiled/` follows from what is committed, whatever became of it. */
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, normalize, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureCompiled, recordName } from '../../scripts/generate/compiled.js';
import { project, projectAt } from '../../scripts/lib/project.js';

const at = projectAt(`${await mkdtemp(join(tmpdir(), 'nexconn-compile-'))}/`);
const recorded = await readFile(join(project.generated, recordName), 'utf8');
const files = recorded.match(/(?<=compiled\/).+/g) ?? [];

beforeAll(() => cp(project.generated, at.generated, { recursive: true }));
afterAll(() => rm(at.root, { recursive: true }));

test('where it is missing, it is made as it is recorded', async () => {
  expect(await ensureCompiled(at)).toBe('compiled/ was made from generated/.');
  const made = await readdir(at.compiled, { recursive: true, withFileTypes: true });
  const names = made.filter((entry) => entry.isFile()).map(({ parentPath, name }) => relative(at.compiled, join(parentPath, name)));
  expect(names.sort()).toEqual(files.map(normalize).sort());
  for (const name of files)
    expect(await readFile(join(at.compiled, name), 'utf8')).toBe(await readFile(join(project.compiled, name), 'utf8'));
});

test('where it is as recorded, nothing is done', async () => {
  const times = () => Promise.all(files.map(async (name) => (await stat(join(at.compiled, name))).mtimeMs));
  const before = await times();
  expect(await ensureCompiled(at)).toBeUndefined();
  expect(await times()).toEqual(before);
});

test.each(['contract.ts', 'request-validators.js'])('an odd %s is put right', async (name) => {
  const good = await readFile(join(at.compiled, name), 'utf8');
  await writeFile(join(at.compiled, name), `${good}\n`);
  expect(await ensureCompiled(at)).toBe('compiled/ was made from generated/.');
  expect(await readFile(join(at.compiled, name), 'utf8')).toBe(good);
});

test('of another description another is made, and the record that does not fit is told', async () => {
  const contract = join(at.generated, 'contract.json');
  const text = await readFile(contract, 'utf8');
  await writeFile(contract, text.replace('"title": "', '"title": "Another '));
  await rm(join(at.compiled, 'contract.ts'));
  expect(await ensureCompiled(at)).toContain('is not what generated/compiled.sha256 records; run `npm run generate`');
  expect(await readFile(join(at.compiled, 'contract.ts'), 'utf8')).toContain('\\"title\\":\\"Another ');
});
