/** The page of the API (`npm run build:api`) has every entry point, says nothing of what is generated but where it is, and is small. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { project } from '../../scripts/lib/project.js';

const json = async (name: string) => JSON.parse(await readFile(join(project.root, name), 'utf8'));

let folder: string;
let output: string;
let files: string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'api-'));
  const typedoc = join(dirname(createRequire(import.meta.url).resolve('typedoc/package.json')), 'bin/typedoc');
  const ran = await promisify(execFile)(process.execPath, [typedoc, '--out', folder], { cwd: project.root });
  output = ran.stdout + ran.stderr;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('is made without a warning', () => {
  expect(output).toContain('html generated');
  expect(output).not.toMatch(/warning/i);
});

test('has every entry point that the package exports', async () => {
  const { exports } = (await json('package.json')) as { exports: Record<string, { types?: string; import?: { types: string } } | string> };
  const sources = Object.values(exports).flatMap((target) => {
    const types = typeof target === 'string' ? undefined : (target.import?.types ?? target.types);
    return types ? [types.replace('./dist/types/', '').replace('.d.ts', '.ts')] : [];
  });
  const { entryPoints } = (await json('typedoc.json')) as { entryPoints: string[] };
  expect(entryPoints.sort()).toEqual([...new Set(sources)].sort());
});

test('leads from what is generated to where it is, and repeats none of it', async () => {
  const pages = files.filter((file) => file.endsWith('.html')).map((file) => file.slice(folder.length + 1));
  expect(pages).toContain('documents/Generated_types.html');
  expect(pages.filter((page) => /\b(components|operations|paths)\.html$/.test(page))).toEqual([]);
  expect(await readFile(join(folder, 'types/client.Data.html'), 'utf8')).toContain('href="../documents/Generated_types.html"');
});

test('is at most 3 MB', async () => {
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(3_000_000);
});
