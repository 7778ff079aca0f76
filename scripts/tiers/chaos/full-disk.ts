/** A disk that can be made full, and be given room again. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface FullDisk {
  folder: string;
  /** What the system says of a write for which there is no room. */
  code: string;
  /** Leaves room for a part of a recording only, for the process that writes. */
  fill(pid: number): void;
  /** Gives it room again. */
  free(pid: number): void;
  remove(): void;
}

const run = (command: string, ...words: string[]): boolean => {
  try {
    execFileSync(command, words, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** A small disk of its own; `undefined` where none can be mounted. */
export function mountedDisk(): FullDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'nexconn-disk-'));
  const remove = () => rmSync(folder, { recursive: true });
  if (!run('mount', '-t', 'tmpfs', '-o', 'size=192k', 'tmpfs', folder)) {
    remove();
    return undefined;
  }
  const filler = join(folder, 'filler');
  return {
    folder,
    code: 'ENOSPC',
    fill() {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(filler, Buffer.alloc(Math.max(1, bavail * bsize)));
    },
    free: () => rmSync(filler),
    remove() {
      run('umount', folder);
      remove();
    },
  };
}

/** Bytes of a file in which no recording has room. */
const smallFile = 256;

/** A folder like any other, where no file of the process may become larger than a few bytes; `undefined` where that cannot be said of one. */
export function limitedFolder(): FullDisk | undefined {
  const limit = (pid: number, bytes: number | 'unlimited') => run('prlimit', '--pid', String(pid), `--fsize=${bytes}:unlimited`);
  if (!limit(process.pid, 'unlimited')) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'nexconn-disk-'));
  return {
    folder,
    code: 'EFBIG',
    fill: (pid) => void limit(pid, smallFile),
    free: (pid) => void limit(pid, 'unlimited'),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
