/** Bundles of esbuild and Rollup: of the mock for Node.js in both formats, which run, and of a page, which asks for nothing that only Node.js has. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import commonjs from '@rollup/plugin-commonjs';
import json from '@rollup/plugin-json';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build } from 'esbuild';
import { rollup } from 'rollup';

const runs = (file) =>
  assert.deepEqual(JSON.parse(execFileSync(process.execPath, [file], { encoding: 'utf8' })), { models: true, description: 200 });

const server = { entryPoints: ['server.js'], bundle: true, platform: 'node', logLevel: 'warning' };
// What is CommonJS among the packages asks for require.
const banner = { js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);" };
await build({ ...server, format: 'esm', outfile: 'dist/esbuild.mjs', banner });
runs('dist/esbuild.mjs');
await build({ ...server, format: 'cjs', outfile: 'dist/esbuild.cjs' });
runs('dist/esbuild.cjs');
const { metafile } = await build({
  entryPoints: ['page.js'],
  bundle: true,
  format: 'esm',
  splitting: true,
  metafile: true,
  outdir: 'dist/esbuild-page',
  logLevel: 'warning',
});
assert.deepEqual(
  Object.values(metafile.outputs).flatMap(({ imports }) => imports.filter(({ external }) => external)),
  [],
);

/** @returns what the bundle imports from elsewhere */
async function roll(input, options, output) {
  const bundle = await rollup({ input, plugins: [nodeResolve(options), commonjs(), json()], onwarn: () => {} });
  const { output: files } = await bundle.write({ format: 'es', ...output });
  const own = new Set(files.map(({ fileName }) => fileName));
  return files.flatMap(({ imports = [], dynamicImports = [] }) => [...imports, ...dynamicImports]).filter((name) => !own.has(name));
}
await roll('server.js', { preferBuiltins: true, exportConditions: ['node'] }, { dir: 'dist/rollup', entryFileNames: '[name].mjs' });
runs('dist/rollup/server.mjs');
assert.deepEqual(await roll('page.js', { browser: true }, { dir: 'dist/rollup-page' }), []);

// Prism may be left out when the package is installed: its parts are not found then, and nothing takes them.
for (const name of ['@stoplight', 'fp-ts']) await rm(`node_modules/${name}`, { recursive: true, force: true });
await build({ ...server, format: 'esm', outfile: 'dist/esbuild-without-prism.mjs', banner });
runs('dist/esbuild-without-prism.mjs');
