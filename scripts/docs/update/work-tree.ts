/** A working tree beside the one of the person, in which a branch is made. */
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
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

/** Somebody has stopped it, as by Ctrl-C. */
export class Stopped extends Error {
  readonly code: number;
  /** @param signal that ended it */
  constructor(signal: NodeJS.Signals) {
    super(`${signal}: stopped, and nothing is changed`);
    // As a shell tells who was ended by a signal.
    this.code = 128 + constants.signals[signal];
  }
}

/** What is aborted by the first signal to end; the second one ends the process as it would without this. */
function untilStopped(): { signal: AbortSignal; forget(): void } {
  const stop = new AbortController();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const forget = () => {
    for (const name of signals) process.off(name, end);
  };
  const end = (name: NodeJS.Signals) => {
    forget();
    stop.abort(new Stopped(name));
  };
  for (const name of signals) process.on(name, end);
  return { signal: stop.signal, forget };
}

/**
 * @param root of the repository; @param revision what the branch begins with
 * @throws Stopped where somebody stops it; nothing is left of the tree then
 */
export async function createWorkTree(root: string, revision: string): Promise<WorkTree> {
  const { signal, forget } = untilStopped();
  const git = (...args: string[]) => demand(runIn(root, signal), 'git', args);
  const folder = await mkdtemp(join(tmpdir(), 'docs-update-'));
  const remove = async () => {
    forget();
    await rm(join(folder, 'node_modules'), { force: true });
    await runIn(root)('git', ['worktree', 'remove', '--force', folder]);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  // Those whose folders are gone, as after a power cut.
  await git('worktree', 'prune');
  await git('worktree', 'add', '--detach', '--force', folder, revision).catch(async (error: unknown) => {
    await remove();
    throw error;
  });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules')).catch(() => undefined);
  const run = runIn(folder, signal);
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
      await inTree('add', '--all', '--', 'openapi', 'generated', 'CHANGELOG.md', 'README.md');
      await inTree('commit', '--quiet', '--message', message);
      await git('branch', '--force', branch, (await inTree('rev-parse', 'HEAD')).trim());
    },
    remove,
  };
}
