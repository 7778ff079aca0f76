/**
 * What breaks? Compares the contract with the last released one, or with that of a git revision.
 *
 *   npm run contract:diff [-- <git revision>]
 *   --json     every change with rule, operations and pages
 *   --check    fail when a breaking change is not met by the version in package.json (before 1.0: a new minor version)
 *   --accept   make the present contract the released one, without a release
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withProgress } from '../src/cli/common/progress.js';
import { compareContractsInTurn } from '../src/diff/compare-contracts.js';
import { formatDiff } from '../src/diff/report.js';
import { type Base, keepAsReleased, readBase, readCurrent, releasedFile } from './diff/base.js';
import { versionProblem } from './diff/version.js';
import { argumentsOf, BadInput, run } from './lib/bad-input.js';
import { project } from './lib/project.js';

const options = { json: { type: 'boolean' }, check: { type: 'boolean' }, accept: { type: 'boolean' } } as const;

async function accept(): Promise<number> {
  await keepAsReleased(project.root);
  console.log(`${releasedFile} is the contract ${(await readCurrent()).info.version} now: the next are compared with it.`);
  return 0;
}

/** @throws BadInput when there is nothing to check against, which is no reason to pass */
function demand(base: Base | undefined): Base {
  if (base) return base;
  throw new BadInput(
    `There is no ${releasedFile} to compare with. \`npm run contract:diff -- --accept\` makes the present contract the one that the next are compared with.`,
  );
}

await run(async () => {
  const { values, positionals } = argumentsOf({ allowPositionals: true, options });
  if (values.accept) {
    if (values.check || values.json || positionals.length > 0) throw new BadInput('--accept goes with nothing else');
    return accept();
  }
  if (positionals.length > 1) throw new BadInput(`One git revision at most, not ${positionals.join(' ')}`);
  const base = await readBase(positionals[0]);
  const released = values.check ? demand(base) : undefined;
  const current = await readCurrent();
  let compared = 'contracts';
  const compare = () =>
    compareContractsInTurn(base?.contract, current, (step) => {
      compared = step;
    });
  const diff = await withProgress(() => `Comparing ${compared}`, compare);
  console.log(values.json ? JSON.stringify(diff, null, 2) : formatDiff(diff));
  if (!released) return 0;
  const { version } = JSON.parse(await readFile(join(project.root, 'package.json'), 'utf8')) as { version: string };
  const problem = versionProblem(released.release, diff.verdict, version);
  if (problem) console.error(problem);
  return problem ? 1 : 0;
});
