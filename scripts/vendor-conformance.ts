/**
 * How much of the vendors' own protocols does the contract describe where it passes them through? The share may not fall.
 *
 *   npm run vendor:conformance
 *   --gaps     list what is missing for no stated reason
 *   --raise    make the present scores the ones that may not fall
 */
import { readCurrent } from './diff/base.js';
import { argumentsOf, run } from './lib/bad-input.js';
import { coverageOf, scoreOf } from './vendor/coverage.js';
import { readVendorFacts } from './vendor/facts.js';
import { percent, raise, ratchetProblems, readRatchet, writeRatchet } from './vendor/ratchet.js';

await run(async () => {
  const { values } = argumentsOf({ options: { gaps: { type: 'boolean' }, raise: { type: 'boolean' } } });
  const document = await readCurrent();
  const coverages = (await readVendorFacts()).map((vendor) => coverageOf(document, vendor));
  for (const coverage of coverages) {
    const { name, facts, covered, onPurpose, gaps } = coverage;
    const counts = `${covered} of ${facts} names, ${onPurpose.length} left out on purpose, ${gaps.length} gaps`;
    console.log(`${name.padEnd(26)}${percent(scoreOf(coverage)).padStart(7)}  ${counts}`);
    for (const gap of values.gaps ? gaps : []) console.log(`  ${gap}`);
  }
  const ratchet = await readRatchet();
  if (values.raise) await writeRatchet(raise(ratchet, coverages));
  const problems = ratchetProblems(values.raise ? await readRatchet() : ratchet, coverages);
  for (const problem of problems) console.error(problem);
  return problems.length === 0 ? 0 : 1;
});
