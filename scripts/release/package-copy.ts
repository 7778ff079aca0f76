/** A copy of the package in which it can be built and packed without touching the original. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';

const notCopied = new Set(['node_modules', '.git', 'compiled', 'dist', 'coverage']);

/** A step failed; the message says which, and begins with what it printed. */
export class StepError extends Error {}

export interface Packed {
  filename: string;
  size: number;
  files: { path: string; size: number }[];
}

/** @returns the folder of the copy, which the caller removes */
export async function copyPackage(root: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'package-'));
  await cp(root, folder, { recursive: true, filter: (source) => !notCopied.has(relative(root, source)) && !source.endsWith('.tgz') });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Runs npm in a folder. @returns what it prints */
export async function npm(folder: string, ...args: string[]): Promise<string> {
  const running = promisify(execFile)('npm', args, { cwd: folder, maxBuffer: 2 ** 26 });
  const { stdout } = await running.catch((error: { stdout: string; stderr: string }) => {
    throw new StepError(`${(error.stdout + error.stderr).trim()}\n\`npm ${args.join(' ')}\` failed; nothing has changed.`);
  });
  return stdout;
}

/** Builds and packs the package in a folder, as it stands. */
export async function pack(folder: string): Promise<Packed> {
  await npm(folder, 'run', 'build');
  const [packed] = JSON.parse(await npm(folder, 'pack', '--json', '--ignore-scripts')) as [Packed];
  return packed;
}

/**
 * Packs what is built in a project, which is left as it is. Where only its modules are built, a copy is built whole.
 *
 * @returns `filename` with its folder
 */
export async function packBuilt(root: string, destination: string): Promise<Packed> {
  if (existsSync(join(root, 'dist/types'))) {
    const [packed] = JSON.parse(await npm(root, 'pack', '--json', '--ignore-scripts', '--pack-destination', destination)) as [Packed];
    return { ...packed, filename: join(destination, packed.filename) };
  }
  const copy = await copyPackage(root);
  try {
    const packed = await pack(copy);
    const filename = join(destination, packed.filename);
    await rename(join(copy, packed.filename), filename);
    return { ...packed, filename };
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/**
 * Packs it as what may be published. The sources stay private, so that nobody publishes them by mistake: only the tarball is not.
 * Afterwards the folder is as it was.
 */
export async function packPublic(folder: string): Promise<Packed> {
  const file = join(folder, 'package.json');
  const text = await readFile(file, 'utf8');
  const { private: _, ...manifest } = JSON.parse(text) as Record<string, unknown>;
  await writeFile(file, `${JSON.stringify(manifest, null, 2)}\n`);
  try {
    return await pack(folder);
  } finally {
    await writeFile(file, text);
  }
}
