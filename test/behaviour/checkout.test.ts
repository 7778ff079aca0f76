/** What someone finds who has only the repository: cloned, installed without scripts, or named as a git address. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { project } from '../../scripts/lib/project.js';
import { copyPackage } from '../../scripts/release/package-copy.js';

const minute = 60_000;
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

test(
  'a git address can be installed: npm builds the package on the way',
  async () => {
    const git = (...args: string[]) =>
      run('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args], { cwd: checkout, maxBuffer: 2 ** 26 });
    await rm(join(checkout, 'node_modules'));
    await git('init', '--quiet');
    await git('add', '--all');
    await git('commit', '--quiet', '--message', 'All');
    const consumer = await mkdtemp(join(tmpdir(), 'consumer-'));
    try {
      await writeFile(join(consumer, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
      await run('npm', ['install', `git+file://${checkout}`, '--prefer-offline', '--no-audit', '--no-fund'], {
        cwd: consumer,
        maxBuffer: 2 ** 26,
      });
      const script =
        "import { createMock } from 'nexconn-contract/mock'; const mock = await createMock();" +
        "console.log((await mock.fetch('http://mock/v1/models')).status); await mock.close();";
      const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: consumer });
      expect(stdout).toBe('200\n');
    } finally {
      await rm(consumer, { recursive: true, force: true });
    }
  },
  10 * minute,
);
