/**
 * The suite in a copy of the project to which a model, an endpoint and a family of jobs have been added in YAML alone: no test is red only
 * because the contract has grown.
 *
 *   npm run test:growth [-- <test file>...]
 */
import { rm } from 'node:fs/promises';
import { argumentsOf, run } from '../lib/bad-input.js';
import { npm } from '../release/package-copy.js';
import { exercises, growCopy } from './grow.js';
import { runTestsIn, tell } from './vitest.js';

/** What lets a copy grow has done so. */
const ownTest = 'test/behaviour/growth.test.ts';

await run(async () => {
  const { positionals } = argumentsOf({ allowPositionals: true });
  const copy = await growCopy();
  try {
    await npm(copy, 'run', 'typecheck');
    const outcome = await runTestsIn(copy, positionals, process.env, '--exclude', ownTest);
    console.log(`grown by ${(await exercises()).join(', ')}: ${tell(outcome)}`);
    return outcome.failed > 0 ? 1 : 0;
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
});
