/**
 * Makes a release in a copy of the package, so that a failure leaves the package as it was, and a rehearsal changes nothing at all.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { insertEntry } from '../diff/changelog.js';
import { project } from '../project.js';
import { setVersion } from './set-version.js';

const notCopied = new Set(['node_modules', '.git', 'dist', 'coverage']);
/** What a release changes. */
const changed = ['package.json', 'package-lock.json', 'openapi/openapi.yaml', 'generated', 'CHANGELOG.md', 'released/openapi.json'];

/** A step of the release failed; the message says which, and ends with what it printed. */
export class ReleaseError extends Error {}

export interface Packed {
  filename: string;
  size: number;
  files: { path: string; size: number }[];
}

export interface Rehearsal {
  packed: Packed;
  /** Puts the result into the package. */
  apply: () => Promise<void>;
}

/** @param entry of the changelog */
export async function rehearse<T>(
  version: string,
  entry: string,
  use: (rehearsal: Rehearsal) => Promise<T>,
  root = project.root,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'release-'));
  const npm = (...args: string[]) =>
    promisify(execFile)('npm', args, { cwd: folder, maxBuffer: 2 ** 26 }).catch(
      ({ stdout, stderr }: { stdout: string; stderr: string }) => {
        throw new ReleaseError(`${(stdout + stderr).trim()}\n\`npm ${args.join(' ')}\` failed; nothing has changed.`);
      },
    );
  try {
    await cp(root, folder, { recursive: true, filter: (source) => !notCopied.has(relative(root, source)) && !source.endsWith('.tgz') });
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    await setVersion(folder, version);
    await npm('run', 'generate');
    const changelog = join(folder, 'CHANGELOG.md');
    await writeFile(changelog, insertEntry(await readFile(changelog, 'utf8').catch(() => undefined), entry));
    await mkdir(join(folder, 'released'), { recursive: true });
    await cp(join(folder, 'generated/openapi.json'), join(folder, 'released/openapi.json'));
    await npm('run', 'build');
    const { stdout } = await npm('pack', '--json', '--ignore-scripts');
    const [packed] = JSON.parse(stdout) as [Packed];
    const apply = async () => {
      for (const name of [...changed, packed.filename]) {
        await mkdir(dirname(join(root, name)), { recursive: true });
        await cp(join(folder, name), join(root, name), { recursive: true });
      }
    };
    return await use({ packed, apply });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
