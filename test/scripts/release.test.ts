/** What is asked of a release is looked at before anything is done. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { project } from '../../scripts/lib/project.js';

test('a release that raises the version by nothing known is refused', async () => {
  const failure = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/release.ts', '--bump', 'huge'], {
    cwd: project.root,
  }).catch((error: { code: number; stderr: string }) => error);
  expect(failure).toMatchObject({ code: 2, stderr: expect.stringMatching(/^--bump huge: patch, minor or major$/m) });
});
