/** Each dependency of an installation stands in docs/dependencies.md, as it is. */
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundledPackages } from '../../scripts/build/bundled.js';
import { project } from '../../scripts/lib/project.js';

interface Locked {
  version: string;
  license?: string;
  dependencies?: Record<string, string>;
}

const read = (file: string) => readFile(join(project.root, file), 'utf8');
const { dependencies, optionalDependencies, devDependencies } = JSON.parse(await read('package.json')) as Record<
  string,
  Record<string, string>
>;
const locked = (JSON.parse(await read('package-lock.json')) as { packages: Record<string, Locked> }).packages;
const page = await read('docs/dependencies.md');

const rows = new Map(
  [...page.matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
    ([, name = '', ...cells]) => [name, cells.map((cell) => cell.trim())],
  ),
);

/** Where a package finds another one: beside it, or further up. */
function placeOf(name: string, from: string): string | undefined {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    const place = `${base === '' ? '' : `${base}/`}node_modules/${name}`;
    if (locked[place]) return place;
    if (base === '') return undefined;
    if (!base.includes('/node_modules/')) base = '';
  }
}

/** A package and all that it brings. */
function treeOf(name: string): string[] {
  const found = new Set([placeOf(name, '') ?? '']);
  for (const place of found)
    for (const needed of Object.keys(locked[place]?.dependencies ?? {})) {
      const at = placeOf(needed, place);
      if (at) found.add(at);
    }
  return [...found];
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true });
  const sizes = entries.map((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? 0 : sizeOf(path);
    return entry.isFile() ? stat(path).then(({ size }) => size) : 0;
  });
  return (await Promise.all(sizes)).reduce<number>((sum, size) => sum + size, 0);
}

const builtIn = Object.fromEntries(bundledPackages.map((name) => [name, devDependencies?.[name]]));
const all = { ...dependencies, ...optionalDependencies, ...builtIn };

test('each has a row, and no other has', () => {
  expect([...rows.keys()].sort()).toEqual(Object.keys(all).sort());
});

test('Prism and what it takes can be left out', () => {
  expect(Object.keys(dependencies ?? {}).filter((name) => /stoplight|fp-ts/.test(name))).toEqual([]);
});

test.each(Object.keys(all))('%s is as the page has it', async (name) => {
  const [version, why, size, packages, licence, maintained] = rows.get(name) ?? [];
  const tree = treeOf(name);
  const own = locked[tree[0] ?? ''];
  expect({ version, packages, licence }).toEqual({ version: own?.version, packages: String(tree.length), licence: own?.license });
  expect([why, maintained].every((text) => (text?.length ?? 0) > 2)).toBe(true);
  const sizes = await Promise.all(tree.map((place) => (existsSync(join(project.root, place)) ? sizeOf(join(project.root, place)) : 0)));
  const kilobytes = sizes.reduce((sum, one) => sum + one, 0) / 1024;
  // In a checkout that was made before it came.
  if (kilobytes === 0) return;
  // Folders and blocks are counted otherwise on each machine.
  expect(Number(size) / kilobytes).toBeGreaterThan(0.8);
  expect(Number(size) / kilobytes).toBeLessThan(1.3);
});
