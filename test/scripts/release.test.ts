/** A release that nobody has decided on is refused before anything is done. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { project } from '../../scripts/lib/project.js';

test.each([
  ['without a registry', [], /^package\.json has no publishConfig\.registry\. Whoever owns the package decides/],
  ['that raises the version by nothing known', ['--bump', 'huge'], /^--bump huge: patch, minor or major$/m],
])('a release %s', async (_, args, message) => {
  const failure = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/release.ts', ...args], {
    cwd: project.root,
  }).catch((error: { code: number; stderr: string }) => error);
  expect(failure).toMatchObject({ code: 2, stderr: expect.stringMatching(message) });
});
