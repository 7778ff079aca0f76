/**
 * What takes too long for each change: a thousand cases of every property with a seed that nobody has chosen, a hundred thousand requests and
 * messages of every kind (`npm run fuzz`), one turn of a coding agent that is fetched for it, large streams that are recorded, what the mock
 * stands on broken (`npm run chaos`), a million calls (`npm run soak`), then the suite on a busy machine.
 *
 *   npm run test:long
 *   FC_SEED=<number>   the cases of an earlier run
 *   FC_RUNS=<number>   as many cases
 */
import { randomInt } from 'node:crypto';
import { tellFuzz } from '../fuzz/run.js';
import { flagsOf, run } from '../lib/bad-input.js';
import { breakAll } from './chaos/break-all.js';
import { tellTurn, tryCodex } from './codex.js';
import { drawingTests } from './drawing-tests.js';
import { fuzzSideBySide } from './fuzz/side-by-side.js';
import { runBusyRounds } from './rounds.js';
import { soak, whole } from './soak/soak.js';
import { isBounded, recordLargeStreams, tellStreams } from './streams/large-streams.js';
import { runTests, tell } from './vitest.js';

/** How a part went, in a line. */
interface Part {
  said: string;
  isWrong: boolean;
}

flagsOf();
await run(async () => {
  const { FC_SEED: seed = String(randomInt(2 ** 31)), FC_RUNS: runs = '1000' } = process.env;
  const files = await drawingTests();
  console.log(`${runs} cases of each property in ${files.length} files, FC_SEED=${seed}`);
  // As long as it takes.
  const drawn = await runTests(files, { ...process.env, FC_SEED: seed, FC_RUNS: runs }, '--testTimeout=0');
  const parts: Part[] = [{ said: `${runs} cases of each property, FC_SEED=${seed}: ${tell(drawn)}`, isWrong: drawn.failed > 0 }];
  const add = (said: string, isWrong: boolean) => {
    console.log(said);
    parts.push({ said, isWrong });
  };
  const fuzzed = await fuzzSideBySide({ seed: Number(seed), requests: 100_000, raw: 10_000, tell: console.log });
  add(tellFuzz(fuzzed), fuzzed.failures.length > 0);
  const codex = await tryCodex();
  add(tellTurn(codex), 'problems' in codex && codex.problems.length > 0);
  const streams = await recordLargeStreams();
  add(tellStreams(streams), !isBounded(streams));
  const broken = await breakAll(false, console.log);
  add(`${broken} parts of the chaos broken`, broken > 0);
  const grown = await soak({ counts: whole, store: 'memory:', report: console.log });
  add(grown.length > 0 ? `the soak failed: ${grown.join('; ')}` : 'the soak passed', grown.length > 0);
  // Three times the same suite as in `npm test`.
  delete process.env.FC_SEED;
  delete process.env.FC_RUNS;
  const busy = await runBusyRounds(3, [], console.log);
  add(`3 rounds on a busy machine: ${tell(busy)}`, busy.failed > 0);
  console.log(parts.map(({ said }) => said).join('; '));
  return parts.some(({ isWrong }) => isWrong) ? 1 : 0;
});
