/** The newest majors of what the package is used with, which need Node.js 22: with it, since what started this may be older. */
import { spawnSync } from 'node:child_process';

const node = 'node_modules/node22/bin/node';
for (const args of [['calls.mjs'], ['node_modules/vitest/vitest.mjs', 'run', '--root', '.', '--reporter', 'dot']]) {
  const { status } = spawnSync(node, args, { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
