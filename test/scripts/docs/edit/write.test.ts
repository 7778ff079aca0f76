import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeAll } from '../../../../scripts/docs/edit/write.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'write-'));
  await writeFile(join(folder, 'a.yaml'), 'a: 1\n');
  await writeFile(join(folder, 'b.yaml'), 'b: 1\n');
});
afterEach(() => rm(folder, { recursive: true }));

const filesThere = async () => (await readdir(folder, { recursive: true })).sort();

test('writes, makes and takes away files', async () => {
  await writeAll(
    folder,
    new Map([
      ['a.yaml', 'a: 2\n'],
      ['b.yaml', undefined],
      ['new/c.yaml', 'c: 1\n'],
    ]),
  );
  expect(await filesThere()).toEqual(['a.yaml', 'new', 'new/c.yaml']);
  expect(await readFile(join(folder, 'a.yaml'), 'utf8')).toBe('a: 2\n');
});

test('writes nothing when one of the files cannot be written', async () => {
  await writeFile(join(folder, 'file'), '');
  await expect(
    writeAll(
      folder,
      new Map([
        ['a.yaml', 'a: 2\n'],
        ['file/c.yaml', 'c: 1\n'],
      ]),
    ),
  ).rejects.toThrow();
  expect(await readFile(join(folder, 'a.yaml'), 'utf8')).toBe('a: 1\n');
  expect(await filesThere()).toEqual(['a.yaml', 'b.yaml', 'file']);
});

test('puts back what was written when a later file cannot take its place', async () => {
  await mkdir(join(folder, 'b'));
  await writeFile(join(folder, 'b/full'), '');
  await expect(
    writeAll(
      folder,
      new Map([
        ['a.yaml', 'a: 2\n'],
        ['c.yaml', 'c: 1\n'],
        ['b', 'no folder\n'],
      ]),
    ),
  ).rejects.toThrow();
  expect(await readFile(join(folder, 'a.yaml'), 'utf8')).toBe('a: 1\n');
  expect(await filesThere()).toEqual(['a.yaml', 'b', 'b.yaml', 'b/full']);
});
