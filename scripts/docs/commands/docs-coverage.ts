/**
 * `npm run docs:coverage`: how much of the documentation the contract has, and whether the README tells it right. Exit 1 when anything is
 * missing or wrong.
 *
 *   --write   write the figures into the README
 */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from '../../generate/bundle.js';
import { BadInput, flagsOf, run } from '../../lib/bad-input.js';
import { readDocsMap, readNavigation } from '../../lib/docs-map.js';
import { operationsOf } from '../../lib/document.js';
import { readErrorExamples, readExamples } from '../../lib/examples.js';
import { project } from '../../lib/project.js';
import { coverageOf, reportOf } from '../coverage.js';
import { staleFigures, withFigures } from '../figures.js';

const { write } = flagsOf('write');
await run(async () => {
  const sources = Promise.all([bundle(), readDocsMap(), readExamples([]), readErrorExamples(), readNavigation()]);
  const [document, entries, examples, errors, navigation] = await sources.catch((error: Error) => {
    throw new BadInput(`The contract cannot be read: ${error.message}`);
  });
  const leaves = coverageOf(entries, { document, examples, errors }, navigation);
  const provenances = Object.keys(document['x-provenance'] ?? {});
  for (const line of reportOf(leaves, provenances)) console.log(line);
  const readme = join(project.root, 'README.md');
  const text = await readFile(readme, 'utf8');
  const figures = {
    operations: [...operationsOf(document)].length,
    'endpoint pages': leaves.filter(({ kind }) => kind === 'endpoint').length,
    'schema entries': leaves.filter(({ kind }) => kind === 'schema').length,
    ...Object.fromEntries(provenances.map((one) => [one, leaves.filter(({ provenance }) => provenance === one).length])),
  };
  const stale = write ? [] : staleFigures(text, figures);
  if (write && withFigures(text, figures) !== text) await writeFile(readme, withFigures(text, figures));
  for (const { line, message } of stale) console.log(`README.md:${line}: ${message}; npm run docs:coverage -- --write`);
  return stale.length > 0 || leaves.some(({ missing }) => missing !== undefined) ? 1 : 0;
});
