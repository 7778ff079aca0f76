import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reachable, toCommonJs, writeCommonJs } from '../../../scripts/build/commonjs.js';

const imports = (...paths: string[]) => ({ imports: paths.map((path) => ({ path, kind: 'import-statement' as const })) });

test('what entries need is found through what they share, packages and other entries apart', () => {
  const external = { path: 'msw', kind: 'import-statement' as const, external: true };
  const outputs = {
    'dist/one.js': { imports: [...imports('dist/shared/a.js').imports, external] },
    'dist/shared/a.js': imports('dist/shared/b.js'),
    'dist/shared/b.js': imports('dist/shared/a.js'),
    'dist/command.js': imports('dist/shared/c.js'),
    'dist/shared/c.js': imports(),
  };
  expect(reachable(outputs as never, ['dist/one.js'])).toEqual(['dist/one.js', 'dist/shared/a.js', 'dist/shared/b.js']);
});

test('what is loaded later is required later: import() fails in jest', async () => {
  const text = await toCommonJs("export const later = () => import('yaml');\n//# sourceMappingURL=a.js.map\n", '..');
  expect(text).not.toMatch(/\bimport\(|sourceMappingURL/);
});

describe('a package with modules in a folder of their own', () => {
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'commonjs-'));
    const files = {
      'package.json': '{ "name": "some-package", "type": "module", "exports": { "./data.json": "./data.json" } }',
      'data.json': '"found"',
      'dist/one.js': "export { name, count } from './shared/a.js';\nexport const later = () => import('./shared/a.js');",
      'dist/other.js': "import { count } from './shared/a.js';\nexport const again = () => count();",
      'dist/shared/a.js':
        "import { createRequire } from 'node:module';\nlet calls = 0;\nexport const count = () => ++calls;\nexport const name = createRequire(import.meta.url)('some-package/data.json');",
    };
    for (const folder of ['dist/shared']) await mkdir(join(root, folder), { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(join(root, name), text);
    const paths = ['one.js', 'other.js', 'shared/a.js'].map((name) => join(root, 'dist', name));
    await writeCommonJs(root, join(root, 'dist'), join(root, 'dist/cjs'), paths);
  });
  afterAll(() => rm(root, { recursive: true }));
  const load = (name: string) => createRequire(import.meta.url)(join(root, 'dist/cjs', name));

  test('finds its own data by its name', () => {
    expect(load('one.js').name).toBe('found');
  });

  test('has one copy of what its entries share, at once and later', async () => {
    const [{ count, later }, { again }] = [load('one.js'), load('other.js')];
    expect([count(), again(), (await later()).count()]).toEqual([1, 2, 3]);
  });
});
