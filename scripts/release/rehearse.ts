/**
 * Makes a release in a copy of the package, so that a failure leaves the package as it was, and a rehearsal changes nothing at all.
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { builtIn } from '../build/bundled.js';
import { keepAsReleased, releasedFile } from '../diff/base.js';
import { insertEntry } from '../diff/changelog.js';
import { project } from '../lib/project.js';
import { copyPackage, npm, type Packed, packPublic } from './package-copy.js';
import { componentsOf, type Sbom } from './sbom.js';
import { setVersion } from './set-version.js';

/** What a release changes. */
export const changedFiles = ['package.json', 'package-lock.json', 'openapi/openapi.yaml', 'generated', 'CHANGELOG.md', releasedFile];

/** What has to be right before anything is packed. */
const checks = ['lint', 'typecheck', 'test'];

export interface Rehearsal {
  packed: Packed;
  /** What is installed with the package. */
  sbom: Sbom;
  /** Puts the result into the package, and the tarball and its bill of materials beside it. */
  apply: () => Promise<void>;
}

/**
 * @param entry of the changelog
 * @param tell gets a line for each step
 * @throws StepError when a step fails
 */
export async function rehearse<T>(
  version: string,
  entry: string,
  use: (rehearsal: Rehearsal) => Promise<T>,
  root = project.root,
  tell: (line: string) => void = () => {},
): Promise<T> {
  const folder = await copyPackage(root);
  try {
    await npm(folder, 'run', 'generate', '--', '--check');
    await setVersion(folder, version);
    await npm(folder, 'run', 'generate');
    const changelog = join(folder, 'CHANGELOG.md');
    await writeFile(changelog, insertEntry(await readFile(changelog, 'utf8').catch(() => undefined), entry));
    await keepAsReleased(folder);
    for (const check of checks) {
      tell(`npm run ${check}`);
      await npm(folder, 'run', check);
    }
    tell('npm pack');
    const packed = await packPublic(folder);
    tell('a clean install, for the bill of materials');
    const sbom = await componentsOf(join(folder, packed.filename), await builtIn());
    await writeFile(join(folder, sbom.filename), sbom.text);
    const apply = async () => {
      for (const name of [...changedFiles, packed.filename, sbom.filename]) {
        await mkdir(dirname(join(root, name)), { recursive: true });
        await cp(join(folder, name), join(root, name), { recursive: true });
      }
    };
    return await use({ packed, sbom, apply });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
