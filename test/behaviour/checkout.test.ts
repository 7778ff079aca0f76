/** What someone finds who has only the repository, installed without scripts. A git address is tried by `npm run test:installs`. */
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { project } from '../../scripts/lib/project.js';
import { copyPackage } from '../../scripts/release/package-copy.js';

const run = promisify(execFile);
let checkout = '';

beforeAll(async () => {
  checkout = await copyPackage(project.root);
});
afterAll(() => rm(checkout, { recursive: true, force: true }));

/** How a command ends that cannot do its work. */
const fails = async (...args: string[]): Promise<{ code: number; stderr: string }> =>
  run('npm', ['run', '--silent', ...args], { cwd: checkout }).then(
    () => expect.fail('it did not fail'),
    (error) => error,
  );

test.each([
  ['start', 1, 'The package is not built yet. Run `npm run build`, then `npm start` again.'],
  ['bench', 2, 'there is no build to measure; run npm run build first'],
])('before there is a build, `npm run %s` says what to run, and no more', async (command, code, line) => {
  expect(await fails(command)).toMatchObject({ code, stderr: `${line}\n` });
});
