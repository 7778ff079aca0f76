/** A mock by others, which needs Node.js 22, streams from the description as OpenAPI 3.2. */
import { spawnSync } from 'node:child_process';

const { status } = spawnSync('node_modules/node22/bin/node', ['streams.mjs'], { stdio: 'inherit' });
process.exitCode = status ?? 1;
