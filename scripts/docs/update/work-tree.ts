/** A working tree beside the one of the person, in which a branch is made. */
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demand, type Run, runIn } from './command.js';

export interface WorkTree {
  folder: string;
  run: Run;
  /** Files that differ from the last commit. */
  changed(): Promise<string[]>;
  /** Commits all that differs, as a branch. */
  commit(branch: string, message: string): Promise<void>;
  remove(): Promise<void>;
}

/** @param root of the repository; @param revision what the branch begins with */
export async function createWorkTree(root: string, revision: string): Promise<WorkTree> {
  const git = (...args: string[]) => demand(runIn(root), 'git', args);
  const folder = await mkdtemp(join(tmpdir(), 'docs-update-'));
  await git('worktree', 'add', '--detach', '--force', folder, revision);
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules')).catch(() => undefined);
  const run = runIn(folder);
  const inTree = (...args: string[]) => demand(run, 'git', args);
  return {
    folder,
    run,
    async changed() {
      const status = await inTree('status', '--porcelain', '--untracked-files=all', '-z');
      const entries = status.split('\0').filter(Boolean);
      return entries.map((entry) => entry.slice(3)).filter((file) => file !== 'node_modules');
    },
    async commit(branch, message) {
      await inTree('add', '--all', '--', 'openapi', 'generated', 'CHANGELOG.md');
      await inTree('commit', '--quiet', '--message', message);
      await git('branch', '--force', branch, (await inTree('rev-parse', 'HEAD')).trim());
    },
    async remove() {
      await rm(join(folder, 'node_modules'), { force: true });
      await git('worktree', 'remove', '--force', folder).catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
