/**
 * Serves the bundle with stock Prism.
 *
 *   npm run mock:prism -- --port 4020
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withoutCallbacks } from '../src/mock/prism/without-callbacks.js';
import { project } from './lib/project.js';

const folder = await mkdtemp(join(tmpdir(), 'nexconn-prism-'));
const file = join(folder, 'openapi.json');
await writeFile(file, JSON.stringify(withoutCallbacks(await readFile(`${project.generated}openapi.json`, 'utf8'))));

const prism = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');
// In production mode Prism forks a process of its own for the log.
const child = spawn(process.execPath, [prism, 'mock', file, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'development' },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', async (code) => {
  await rm(folder, { recursive: true, force: true });
  process.exit(code ?? 0);
});
