/**
 * Makes a release in a copy of the package, so that a failure leaves the package as it was, and a rehearsal changes nothing at all.
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { keepAsReleased, releasedFile } from '../diff/base.js';
import { insertEntry } from '../diff/changelog.js';
import { project } from '../lib/project.js';
import { copyPackage, npm, type Packed, pack } from './package-copy.js';
import { setVersion } from './set-version.js';

/** What a release changes. */
const changed = ['package.json', 'package-lock.json', 'openapi/openapi.yaml', 'generated', 'CHANGELOG.md', releasedFile];

export interface Rehearsal {
  packed: Packed;
  /** Puts the result into the package. */
  apply: () => Promise<void>;
}

/**
 * @param entry of the changelog
 * @throws StepError when a step fails
 */
export async function rehearse<T>(
  version: string,
  entry: string,
  use: (rehearsal: Rehearsal) => Promise<T>,
  root = project.root,
): Promise<T> {
  const folder = await copyPackage(root);
  try {
    await npm(folder, 'run', 'generate', '--', '--check');
    await setVersion(folder, version);
    await npm(folder, 'run', 'generate');
    const changelog = join(folder, 'CHANGELOG.md');
    await writeFile(changelog, insertEntry(await readFile(changelog, 'utf8').catch(() => undefined), entry));
    await keepAsReleased(folder);
    const packed = await pack(folder);
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
