/**
 * Requests and raw messages without end, valid, near-valid and hostile, against the mock, its `fetch` and the proxy: each is answered in time,
 * as the contract has it, and nothing ends.
 *
 *   npm run fuzz [-- --requests <number>] [--raw <number>] [--seed <number>] [--only mock|fetch|proxy]
 */
import { randomInt } from 'node:crypto';
import { fuzz, type Subject, subjects, tellFuzz } from '../fuzz/run.js';
import { argumentsOf, BadInput, run } from '../lib/bad-input.js';
import { fuzzSideBySide } from './fuzz/side-by-side.js';

/** As many digits as a count may have. */
const mostDigits = 9;

const options = {
  requests: { type: 'string', default: '100000' },
  raw: { type: 'string', default: '10000' },
  seed: { type: 'string', default: String(randomInt(10 ** mostDigits)) },
  only: { type: 'string' },
} as const;

function count(name: string, text: string): number {
  if (!/^\d+$/.test(text) || text.length > mostDigits)
    throw new BadInput(`--${name} must be a whole number of at most ${mostDigits} digits, got ${text}`);
  return Number(text);
}

await run(async () => {
  const { values } = argumentsOf({ options });
  if (values.only !== undefined && !subjects.includes(values.only as Subject))
    throw new BadInput(`--only must be one of ${subjects.join(', ')}, got ${values.only}`);
  const seed = count('seed', values.seed);
  console.log(`--seed ${seed}`);
  const began = performance.now();
  const only = values.only as Subject | undefined;
  const cases = { seed, requests: count('requests', values.requests), raw: count('raw', values.raw), tell: console.log };
  const report = only === undefined ? await fuzzSideBySide(cases) : await fuzz({ ...cases, only });
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`${tellFuzz(report)} (${seconds} s)`);
  return report.failures.length > 0 ? 1 : 0;
});
