/** A release in the repository: a commit and a tag, or neither. */
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Repository } from '../../../scripts/release/git.js';

let folder = '';
const git = async (...args: string[]) => (await promisify(execFile)('git', args, { cwd: folder })).stdout.trim();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'release-git-'));
  await git('init', '--quiet');
  await git('config', 'user.name', 'test');
  await git('config', 'user.email', 'test@example.com');
  await mkdir(join(folder, 'generated'));
  await writeFile(join(folder, 'package.json'), '1');
  await writeFile(join(folder, 'generated/a.json'), '1');
  await git('add', '--all');
  await git('commit', '--quiet', '--message', 'All');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const files = ['package.json', 'generated', 'CHANGELOG.md'];
const beside = ['small-0.2.0.tgz'];

async function write(): Promise<void> {
  for (const name of ['package.json', 'generated/a.json', 'generated/b.json', 'CHANGELOG.md', ...beside])
    await writeFile(join(folder, name), '2');
}

it('is one commit with a tag, and has what is packed beside it', async () => {
  const repository = new Repository(folder);
  await repository.demandReady('v0.2.0');
  expect(await repository.hasReleases()).toBe(false);
  await repository.release('v0.2.0', files, beside, write);
  expect(await git('log', '--format=%s')).toBe('Release 0.2.0\nAll');
  expect(await git('describe')).toBe('v0.2.0');
  expect(await git('status', '--porcelain')).toBe('?? small-0.2.0.tgz');
  await expect(repository.demandReady('v0.2.0')).rejects.toThrow('There is a tag v0.2.0');
});

it.each([
  ['writing', async () => {}, async () => Promise.reject(new Error('disk full'))],
  [
    'the commit',
    async () => {
      await writeFile(join(folder, '.git/hooks/pre-commit'), '#!/bin/sh\necho no; exit 1\n');
      await chmod(join(folder, '.git/hooks/pre-commit'), 0o755);
    },
    async () => {},
  ],
  ['the tag', () => git('tag', 'v0.2.0/x').then(() => {}), async () => {}],
])('that fails at %s leaves the repository as it was', async (_, prepare, then) => {
  await prepare();
  const head = await git('rev-parse', 'HEAD');
  const failing = new Repository(folder).release('v0.2.0', files, beside, () => write().then(then));
  await expect(failing).rejects.toThrow('The release was undone: nothing has changed.');
  expect(await git('rev-parse', 'HEAD')).toBe(head);
  expect(await git('status', '--porcelain')).toBe('');
  expect(await git('tag', '--list', 'v0.2.0')).toBe('');
  expect(await readFile(join(folder, 'package.json'), 'utf8')).toBe('1');
});

it('is refused where something is not committed, and outside of a repository', async () => {
  await writeFile(join(folder, 'package.json'), 'other');
  await expect(new Repository(folder).demandReady('v0.2.0')).rejects.toThrow('not committed is: M package.json');
  await rm(join(folder, '.git'), { recursive: true });
  await expect(new Repository(folder).demandReady('v0.2.0')).rejects.toThrow('no git repository');
});
