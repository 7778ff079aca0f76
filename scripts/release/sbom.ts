/** The bill of materials of a release: what is installed with it, from a clean install of the tarball (CycloneDX). */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { npm, StepError } from './package-copy.js';

export interface Sbom {
  filename: string;
  text: string;
  /** How many packages are installed, the package itself among them. */
  components: number;
}

/** How many packages a folder `node_modules` has, those inside others too. */
async function countInstalled(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  let count = 0;
  for (const entry of entries) {
    if (!entry.isDirectory() || entry.name.startsWith('.')) continue;
    const inside = join(folder, entry.name);
    if (entry.name.startsWith('@')) count += await countInstalled(inside);
    else count += 1 + (await countInstalled(join(inside, 'node_modules')));
  }
  return count;
}

/**
 * @param tarball of the package
 * @throws StepError when it cannot be installed, or something that is installed is not in the bill
 */
export async function componentsOf(tarball: string): Promise<Sbom> {
  const folder = await mkdtemp(join(tmpdir(), 'sbom-'));
  try {
    await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'install', version: '1.0.0', private: true }));
    const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', '--prefer-offline', tarball];
    await npm(folder, ...install);
    const text = await npm(folder, 'sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev');
    const { components = [] } = JSON.parse(text) as { components?: unknown[] };
    const installed = await countInstalled(join(folder, 'node_modules'));
    if (components.length !== installed)
      throw new StepError(`The bill of materials has ${components.length} of ${installed} packages; nothing has changed.`);
    return { filename: `${basename(tarball, '.tgz')}.sbom.json`, text, components: components.length };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
