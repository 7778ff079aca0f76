import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyDeclarations, keepDeclarations, neededDeclarations } from '../../../scripts/build/declarations.js';

let folder: string;
const at = (...names: string[]) => new Set(names.map((name) => join(folder, 'types', name)));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'declarations-'));
  await mkdir(join(folder, 'types/deep'), { recursive: true });
  const files = {
    'entry.d.ts':
      "import './global.js';\nexport { a } from './deep/a.js';\nexport declare const b: import('./b.js').B;\n//# sourceMappingURL=entry.d.ts.map",
    'entry.d.ts.map': '{}',
    'global.d.ts': "import type { Redis } from 'ioredis';\n",
    'deep/a.d.ts': "export type { B as a } from '../b.js';\n",
    'b.d.ts': "import type { A } from './deep/a.js';\nexport type B = A;\n",
    'unneeded.d.ts': '',
    'unneeded.d.ts.map': '{}',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, 'types', name), text);
});
afterAll(() => rm(folder, { recursive: true }));

test('those that an entry needs are kept with their maps, and copied without', async () => {
  const needed = await neededDeclarations([...at('entry.d.ts')]);
  expect(needed).toEqual(at('entry.d.ts', 'global.d.ts', 'deep/a.d.ts', 'b.d.ts'));

  await keepDeclarations(join(folder, 'types'), needed);
  expect((await readdir(join(folder, 'types'))).sort()).toEqual(['b.d.ts', 'deep', 'entry.d.ts', 'entry.d.ts.map', 'global.d.ts']);

  await copyDeclarations(join(folder, 'types'), join(folder, 'copy'), needed);
  expect((await readdir(join(folder, 'copy'))).sort()).toEqual(['b.d.ts', 'deep', 'entry.d.ts', 'global.d.ts']);
  expect(await readFile(join(folder, 'copy/entry.d.ts'), 'utf8')).not.toContain('sourceMappingURL');
  expect(await readFile(join(folder, 'copy/deep/a.d.ts'), 'utf8')).toContain("from '../b.js'");
});
