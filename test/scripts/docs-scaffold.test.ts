/** What is no page is refused, and nothing is written. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { project } from '../../scripts/lib/project.js';

test.each([
  ['a folder', 'Video', 'Name one page'],
  ['a path', 'Video / ../../x / Create Video Task', '../../x: not a title'],
])('%s is no page', async (_, page, message) => {
  const failure = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/docs-scaffold.ts', page], {
    cwd: project.root,
  }).catch((error: { code: number; stderr: string }) => error);
  expect(failure).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
});
