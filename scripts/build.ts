/** Builds the modules of `dist/`. Their type declarations come from `tsc` (tsconfig.build.json). */
import { chmod, cp, rm } from 'node:fs/promises';
import { build } from 'esbuild';
import { ensureCompiled } from './generate/compiled.js';
import { project } from './lib/project.js';

const entryPoints = {
  client: 'src/client/index.ts',
  types: 'src/types.ts',
  mock: 'src/mock/index.ts',
  msw: 'src/msw/index.ts',
  testing: 'src/testing/index.ts',
  'testing-vitest': 'src/testing/vitest.ts',
  'testing-jest': 'src/testing/jest.ts',
  cli: 'src/cli/main.ts',
};

const said = await ensureCompiled();
if (said) console.log(said);

await rm(`${project.root}dist`, { recursive: true, force: true });
await build({
  absWorkingDir: project.root,
  entryPoints,
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // Dependencies are loaded from node_modules, so that those of the mock are only loaded with it.
  packages: 'external',
  chunkNames: 'shared/[name]-[hash]',
  legalComments: 'none',
});
// tsc emits no declarations for modules that have theirs already.
for (const name of ['request-validators.d.ts', 'response-validators.d.ts']) {
  await cp(`${project.compiled}${name}`, `${project.root}dist/types/compiled/${name}`);
}
await chmod(`${project.root}dist/cli.js`, 0o755);
