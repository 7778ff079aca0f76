import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { installedFile, installedPackage } from '../src/installed.js';

let folder: string | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  if (folder) await rm(folder, { recursive: true });
  folder = undefined;
});

test('finds what this package ships, and the packages beside it', () => {
  expect(installedFile('nexconn-contract/openapi.json')).toMatch(/generated.openapi\.json$/);
  expect(installedPackage<{ parse: unknown }>('yaml')).toHaveProperty('parse');
});

test('finds what is installed where a bundle runs, and names what is not', async () => {
  folder = await mkdtemp(join(tmpdir(), 'installed-'));
  const name = 'only-where-it-runs';
  await mkdir(join(folder, 'node_modules', name), { recursive: true });
  await writeFile(join(folder, 'node_modules', name, 'index.js'), 'exports.here = true;');
  expect(() => installedPackage(name)).toThrow(`Cannot find module '${name}'`);
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
  expect(installedPackage(name)).toEqual({ here: true });
});
