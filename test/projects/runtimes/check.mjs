/** The same program, with the client, the mock, the kit, the handlers for MSW and the command in it, on each runtime: `node check.mjs [runtime...]`. */
import { spawnSync } from 'node:child_process';

const node = (version) => [`node_modules/node${version}/bin/node`];
const runtimes = {
  node20: node(20),
  node22: node(22),
  node24: node(24),
  bun: ['node_modules/.bin/bun'],
  deno: ['node_modules/.bin/deno', 'run', '--allow-all', '--no-prompt', '--node-modules-dir=manual'],
};

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(runtimes);
for (const name of names) {
  const [program, ...args] = runtimes[name];
  const { status, error } = spawnSync(program, [...args, 'program.mjs'], {
    stdio: 'inherit',
    env: { ...process.env, RUN: JSON.stringify([program, ...args]) },
  });
  if (error) throw error;
  console.log(`${name}: ${status === 0 ? 'all parts work' : 'FAILED'}`);
  if (status !== 0) process.exitCode = 1;
}
