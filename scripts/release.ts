/**
 * Makes a release: version, changelog, contract to compare the next one with, lint, types, tests, package, bill of materials, commit, tag.
 * All of it is done in a copy first; where a step fails, nothing has changed. Publishes nothing.
 *
 *   npm run release -- --dry-run      do it all in a copy and show it
 *   npm run release                   and take the result over
 *   --bump patch|minor|major          raise the version at least so much: what the code asks for beyond the contract
 *
 * docs/guides/release.md has the steps before and behind it.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatEntry } from '../src/diff/changelog-entry.js';
import { compareContracts } from '../src/diff/compare-contracts.js';
import { type Bump, bumps } from '../src/diff/verdict.js';
import { readBase, readCurrent } from './diff/base.js';
import { argumentsOf, BadInput, run } from './lib/bad-input.js';
import { readDocsMap } from './lib/docs-map.js';
import { documentationDate } from './lib/documentation-date.js';
import { project } from './lib/project.js';
import { Repository } from './release/git.js';
import { StepError } from './release/package-copy.js';
import { demandRegistry, noRegistry, type Published, registryOf } from './release/registry.js';
import { changedFiles, rehearse } from './release/rehearse.js';
import { releaseVersion } from './release/release-version.js';

interface Manifest extends Published {
  version: string;
}

function bumpOf(text: string | undefined): Bump {
  if (text === undefined) return 'none';
  if (bumps.includes(text as Bump) && text !== 'none') return text as Bump;
  throw new BadInput(`--bump ${text}: patch, minor or major`);
}

await run(async () => {
  const { values } = argumentsOf({ options: { 'dry-run': { type: 'boolean' }, bump: { type: 'string' } } });
  const [least, repository] = [bumpOf(values.bump), new Repository()];
  const manifest = JSON.parse(await readFile(join(project.root, 'package.json'), 'utf8')) as Manifest;
  const isRehearsal = values['dry-run'] === true;
  if (!isRehearsal) demandRegistry(manifest);

  const base = await readBase();
  const diff = compareContracts(base?.contract, await readCurrent());
  const isFirst = !(await repository.hasReleases());
  // A contract that was accepted before anything was published is new to everybody.
  const told = isFirst && diff.verdict === 'none' ? { ...diff, verdict: 'initial' as const } : diff;
  const version = releaseVersion(base?.release, told.verdict, manifest.version, least);
  const tag = `v${version}`;
  if (told.verdict === 'none' && (await repository.hasTag(tag))) {
    console.log(`The contract is that of version ${diff.base}: there is nothing to release. Where the code has changed: --bump patch`);
    return 0;
  }
  if (!isRehearsal) await repository.demandReady(tag);
  const date = new Date().toISOString().slice(0, 'yyyy-mm-dd'.length);
  const entry = formatEntry(told, { version, date, documentation: documentationDate(await readDocsMap()) });
  console.log(`Version ${version} (last release: ${isFirst ? 'none' : base?.release}, verdict: ${told.verdict})\n\n${entry}`);

  const use = async ({ packed, sbom, apply }: Parameters<Parameters<typeof rehearse>[2]>[0]): Promise<number> => {
    for (const { path, size } of packed.files) console.log(`${String(size).padStart(9)}  ${path}`);
    console.log(`${packed.filename}: ${packed.files.length} files, ${(packed.size / 1024).toFixed(0)} kB`);
    console.log(`${sbom.filename}: ${sbom.components} components\n`);
    if (isRehearsal) {
      console.log('This was a rehearsal: nothing has changed.');
      if (!registryOf(manifest)) console.log(`A release would be refused: ${noRegistry}`);
      return 0;
    }
    await repository.release(tag, changedFiles, [packed.filename, sbom.filename], apply);
    console.log(`Committed and tagged ${tag}. Now review it, and publish it:\n  git push --follow-tags\n  npm publish ${packed.filename}`);
    return 0;
  };
  return rehearse(version, entry, use, project.root, console.log).catch((error: unknown) => {
    if (!(error instanceof StepError)) throw error;
    console.error(error.message);
    return 1;
  });
});
