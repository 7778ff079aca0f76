/**
 * Runs a script that loads the linter: `node scripts/run.js generate --check`. The script is compiled as a whole, and what it needs is
 * loaded as it is: under a loader that looks at each module, the linter alone takes half a second longer. It is compiled in parts, so that
 * what is imported on demand is loaded on demand, with all that it stands on.
 */

import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ownAddresses } from './lib/own-addresses.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const [, , name = ''] = process.argv;
const folder = `${root}node_modules/.cache/nexconn-contract/${name}-${process.pid}`;
const compiled = `${folder}/${basename(name)}.mjs`;

process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
await build({
  absWorkingDir: root,
  entryPoints: [`scripts/${name}.ts`],
  outdir: folder,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  sourcemap: 'inline',
  plugins: [ownAddresses],
});
process.argv.splice(1, 2, compiled);
await import(pathToFileURL(compiled).href);
