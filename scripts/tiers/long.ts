/**
 * What takes too long for each change: a thousand cases of every property with a seed that nobody has chosen, a hundred thousand requests and
 * messages of every kind, one turn of a coding agent that is fetched for it, large streams that are recorded, what the mock stands on broken
 * (`npm run chaos`), then the suite on a busy machine.
 *
 *   npm run test:long
 *   FC_SEED=<number>   the cases of an earlier run
 *   FC_RUNS=<number>   as many cases
 */
import { randomInt } from 'node:crypto';
import { fuzz, tellFuzz } from '../fuzz/run.js';
import { run } from '../lib/bad-input.js';
import { breakAll } from './chaos/break-all.js';
import { tellTurn, tryCodex } from './codex.js';
import { drawingTests } from './drawing-tests.js';
import { isBounded, recordLargeStreams, tellStreams } from './large-streams.js';
import { runBusyRounds } from './rounds.js';
import { runTests, tell } from './vitest.js';

await run(async () => {
  const { FC_SEED: seed = String(randomInt(2 ** 31)), FC_RUNS: runs = '1000' } = process.env;
  const files = await drawingTests();
  console.log(`${runs} cases of each property in ${files.length} files, FC_SEED=${seed}`);
  // As long as it takes.
  const drawn = await runTests(files, { ...process.env, FC_SEED: seed, FC_RUNS: runs }, '--testTimeout=0');
  const fuzzed = await fuzz({ seed: Number(seed), requests: 100_000, raw: 10_000, tell: console.log });
  const codex = await tryCodex();
  console.log(tellTurn(codex));
  const streams = await recordLargeStreams();
  console.log(tellStreams(streams));
  const broken = await breakAll(false, console.log);
  // Three times the same suite as in `npm test`.
  delete process.env.FC_SEED;
  delete process.env.FC_RUNS;
  const busy = await runBusyRounds(3, [], console.log);
  console.log(
    `${runs} cases of each property, FC_SEED=${seed}: ${tell(drawn)}; ${tellFuzz(fuzzed)}; ${tellTurn(codex)}; ${tellStreams(streams)}; ${broken} parts of the chaos broken; 3 rounds on a busy machine: ${tell(busy)}`,
  );
  const isWrong = ('problems' in codex && codex.problems.length > 0) || !isBounded(streams);
  return drawn.failed + busy.failed + fuzzed.failures.length + broken > 0 || isWrong ? 1 : 0;
});
