import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtIn, bundled, bundledPackages, copyLicences } from '../../../scripts/build/bundled.js';
import { project } from '../../../scripts/lib/project.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundled-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('makes a package one module, and leaves the others where they are installed', async () => {
  await build({
    stdin: { contents: "export { parseDocument } from 'yaml'; export { valid } from 'semver';", resolveDir: project.root },
    outfile: join(folder, 'reader.mjs'),
    bundle: true,
    format: 'esm',
    packages: 'external',
    plugins: [bundled(['yaml'])],
  });
  const text = await readFile(join(folder, 'reader.mjs'), 'utf8');
  expect([...text.matchAll(/from "([^"]+)"/g)].map(([, name]) => name)).toEqual(['semver']);
  // Run where neither is installed, and so without the other.
  await writeFile(join(folder, 'reader.mjs'), text.replace(/.*"semver".*/g, '').replace(/\bvalid\b,?/, ''));
  const { parseDocument } = (await import(pathToFileURL(join(folder, 'reader.mjs')).href)) as Pick<typeof import('yaml'), 'parseDocument'>;
  const document = parseDocument('- &a one\n- *a\n- { two: [');
  expect(document.errors[0]?.linePos?.[0]).toEqual({ line: 3, col: 11 });
  expect(parseDocument('- &a one\n- *a').toJS()).toEqual(['one', 'one']);
});

it('tells the bill of materials of each', async () => {
  expect(await builtIn(['yaml'])).toEqual([{ name: 'yaml', version: expect.stringMatching(/^2\./), license: 'ISC' }]);
});

it('keeps the licence of each', async () => {
  await copyLicences(join(folder, 'licences'));
  expect((await readdir(join(folder, 'licences'))).sort()).toEqual(bundledPackages.map((name) => `${name}.txt`));
  for (const name of bundledPackages) expect(await readFile(join(folder, 'licences', `${name}.txt`), 'utf8')).toMatch(/copyright/i);
});
