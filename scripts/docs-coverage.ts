/** `npm run docs:coverage`: how much of the documentation the contract has. Exit 1 when anything is missing. */

import { coverageOf, reportOf } from './docs/coverage.js';
import { bundle } from './generate/bundle.js';
import { BadInput, run } from './lib/bad-input.js';
import { readDocsMap } from './lib/docs-map.js';
import { readErrorExamples, readExamples } from './lib/examples.js';

await run(async () => {
  const sources = Promise.all([bundle(), readDocsMap(), readExamples([]), readErrorExamples()]);
  const [document, entries, examples, errors] = await sources.catch((error: Error) => {
    throw new BadInput(`The contract cannot be read: ${error.message}`);
  });
  const leaves = coverageOf(entries, { document, examples, errors });
  for (const line of reportOf(leaves, Object.keys(document['x-provenance'] ?? {}))) console.log(line);
  return leaves.some(({ missing }) => missing !== undefined) ? 1 : 0;
});
