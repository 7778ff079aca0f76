/**
 * Makes a release: version, changelog, contract to compare the next one with, package. Publishes and tags nothing.
 *
 *   npm run release -- --dry-run   do it all in a copy and show it
 *   npm run release                and take the result over
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatEntry } from '../src/diff/changelog-entry.js';
import { compareContracts } from '../src/diff/compare-contracts.js';
import { readBase, readCurrent } from './diff/base.js';
import { run } from './lib/bad-input.js';
import { readDocsMap } from './lib/docs-map.js';
import { documentationDate } from './lib/documentation-date.js';
import { project } from './lib/project.js';
import { StepError } from './release/package-copy.js';
import { rehearse } from './release/rehearse.js';
import { releaseVersion } from './release/release-version.js';

await run(async () => {
  const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean' } } });
  const base = await readBase();
  const diff = compareContracts(base?.contract, await readCurrent());
  if (diff.verdict === 'none') {
    console.log(`The contract is that of version ${diff.base}: there is nothing to release.`);
    return 0;
  }
  const manifest = JSON.parse(await readFile(join(project.root, 'package.json'), 'utf8')) as { version: string; private?: boolean };
  const version = releaseVersion(base?.release, diff.verdict, manifest.version);
  const date = new Date().toISOString().slice(0, 'yyyy-mm-dd'.length);
  const entry = formatEntry(diff, { version, date, documentation: documentationDate(await readDocsMap()) });
  console.log(`Version ${version} (last release: ${base?.release ?? 'none'}, verdict: ${diff.verdict})\n\n${entry}`);

  return rehearse(version, entry, async ({ packed, apply }) => {
    for (const { path, size } of packed.files) console.log(`${String(size).padStart(9)}  ${path}`);
    console.log(`${packed.filename}: ${packed.files.length} files, ${(packed.size / 1024).toFixed(0)} kB\n`);
    if (values['dry-run']) {
      console.log('This was a rehearsal: nothing has changed.');
      return 0;
    }
    await apply();
    const commit = `  git add -A && git commit -m 'Release ${version}' && git tag v${version}`;
    // npm refuses to publish what the manifest keeps private.
    const publish = manifest.private ? `The package is private: hand on ${packed.filename} itself.` : `  npm publish ${packed.filename}`;
    console.log(`Now review, and keep it:\n${commit}\n${publish}`);
    return 0;
  }).catch((error: unknown) => {
    if (!(error instanceof StepError)) throw error;
    console.error(error.message);
    return 1;
  });
});
