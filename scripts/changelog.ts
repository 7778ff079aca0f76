/**
 * Shows what has changed since the last release as an entry of the changelog.
 *
 *   npm run changelog [-- <git ref>]
 *   --write    put it into CHANGELOG.md as not released yet
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatEntry } from '../src/diff/changelog-entry.js';
import { compareContracts } from '../src/diff/compare-contracts.js';
import { readBase, readCurrent } from './diff/base.js';
import { insertEntry } from './diff/changelog.js';
import { argumentsOf, run } from './lib/bad-input.js';
import { readDocsMap } from './lib/docs-map.js';
import { documentationDate } from './lib/documentation-date.js';
import { project } from './lib/project.js';

const file = join(project.root, 'CHANGELOG.md');

await run(async () => {
  const { values, positionals } = argumentsOf({ allowPositionals: true, options: { write: { type: 'boolean' } } });
  const diff = compareContracts((await readBase(positionals[0]))?.contract, await readCurrent());
  const entry = formatEntry(diff, { documentation: documentationDate(await readDocsMap()) });
  if (diff.verdict === 'none') console.log('Nothing has changed.');
  else if (values.write) await writeFile(file, insertEntry(await readFile(file, 'utf8').catch(() => undefined), entry));
  else console.log(entry);
  return 0;
});
