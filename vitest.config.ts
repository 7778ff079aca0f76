import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { endToEnd } from './scripts/tiers/docs/end-to-end.js';
import { LongestFirst } from './scripts/tiers/longest-first.js';
import { bothEngines } from './scripts/tiers/prism/both-engines.js';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Those of a copy of the project that has grown, and what `npm run test:docs` and `npm run test:prism` run.
    exclude: [
      'test/fixtures/**',
      ...(process.env.END_TO_END === '1' ? [] : endToEnd),
      ...(process.env.NEXCONN_ENGINE === 'prism' ? [] : bothEngines),
    ],
    globalSetup: ['test/build.ts'],
    setupFiles: ['test/setup.ts', ...(process.env.NEXCONN_ENGINE === 'prism' ? ['test/engine-differences.ts'] : [])],
    sequence: { sequencer: LongestFirst },
    // Browsers, sockets and timers are waited for in many tests: one more for two cores keeps them busy.
    maxWorkers: Math.ceil(1.5 * availableParallelism()),
    // For what hangs only, and the same for all: a test that hangs is told late, and a busy machine never turns one red.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
