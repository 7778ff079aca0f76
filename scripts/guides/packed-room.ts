/** Folders in which the packed package is installed, beside what the project itself has: there in seconds, without a registry. */
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { project } from '../lib/project.js';

const execute = promisify(execFile);

export interface PackedRoom {
  /** Folder of the package. */
  package: string;
  /** Programs of what is installed. */
  bin: string;
  /** @returns a new folder, from which everything that is installed is found */
  folder(name: string): Promise<string>;
  remove(): Promise<void>;
}

/** Packs the package as it is built. */
export async function packedRoom(): Promise<PackedRoom> {
  const root = await mkdtemp(join(tmpdir(), 'guides-'));
  const modules = join(root, 'node_modules');
  const bin = join(modules, '.bin');
  await mkdir(bin, { recursive: true });
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', root];
  const { stdout } = await execute('npm', pack, { cwd: project.root, maxBuffer: 2 ** 26 });
  const [{ filename, name }] = JSON.parse(stdout) as [{ filename: string; name: string }];
  await execute('tar', ['--extract', '--file', filename], { cwd: root });
  await rename(join(root, 'package'), join(modules, name));
  for (const entry of await readdir(join(project.root, 'node_modules')))
    if (!entry.startsWith('.')) await symlink(join(project.root, 'node_modules', entry), join(modules, entry));
  for (const entry of await readdir(join(project.root, 'node_modules/.bin')))
    await symlink(join(project.root, 'node_modules/.bin', entry), join(bin, entry));
  await symlink(join('..', name, 'dist/cli.js'), join(bin, name));
  // npx takes half a second to find what is in this folder.
  await writeFile(join(bin, 'npx'), '#!/bin/sh\nexec "$@"\n');
  await chmod(join(bin, 'npx'), 0o755);
  return {
    package: join(modules, name),
    bin,
    async folder(title) {
      const folder = join(root, title);
      await mkdir(folder);
      await writeFile(join(folder, 'package.json'), '{ "name": "app", "private": true, "type": "module" }\n');
      return folder;
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
