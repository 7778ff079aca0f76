/**
 * What breaks? Compares the contract with the last released one, or with that of a git revision.
 *
 *   npm run contract:diff [-- <git ref>]
 *   --json     every change with rule, operations and pages
 *   --check    fail when a breaking change is not met by the version in package.json (before 1.0: a new minor version)
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readBase, readCurrent } from './diff/base.js';
import { compareContracts } from './diff/compare-contracts.js';
import { formatDiff } from './diff/report.js';
import { versionProblem } from './diff/verdict.js';
import { run } from './lib/bad-input.js';
import { project } from './lib/project.js';

await run(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' }, check: { type: 'boolean' } } });
  const base = await readBase(positionals[0]);
  const diff = await compareContracts(base, await readCurrent());
  console.log(values.json ? JSON.stringify(diff, null, 2) : formatDiff(diff));
  if (!values.check || diff.base === undefined) return 0;
  const { version } = JSON.parse(await readFile(join(project.root, 'package.json'), 'utf8')) as { version: string };
  const problem = versionProblem(diff.base, diff.verdict, version);
  if (problem) console.error(problem);
  return problem ? 1 : 0;
});
