/** The bill of materials of a release: what is installed with it, from a clean install of the tarball (CycloneDX). */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { BuiltIn } from '../build/bundled.js';
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

interface Component {
  name: string;
  components?: object[];
}

/** As a part of the package that it is built into. */
const partOf = ({ name, version, license }: BuiltIn): object => ({
  'bom-ref': `${name}@${version}`,
  type: 'library',
  name,
  version,
  scope: 'required',
  purl: `pkg:npm/${name}@${version}`,
  licenses: [{ license: { id: license } }],
});

/**
 * @param tarball of the package
 * @param parts what is built into it, and so not installed
 * @throws StepError when it cannot be installed, or something that is installed is not in the bill
 */
export async function componentsOf(tarball: string, parts: readonly BuiltIn[] = []): Promise<Sbom> {
  const folder = await mkdtemp(join(tmpdir(), 'sbom-'));
  try {
    await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'install', version: '1.0.0', private: true }));
    const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', '--prefer-offline', tarball];
    await npm(folder, ...install);
    const text = await npm(folder, 'sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev');
    const bill = JSON.parse(text) as { components?: Component[] };
    const { components = [] } = bill;
    const installed = await countInstalled(join(folder, 'node_modules'));
    if (components.length !== installed)
      throw new StepError(`The bill of materials has ${components.length} of ${installed} packages; nothing has changed.`);
    const own = components.find(({ name }) => basename(tarball).startsWith(`${name}-`));
    if (parts.length > 0) {
      if (!own) throw new StepError('The bill of materials lacks the package itself; nothing has changed.');
      own.components = parts.map(partOf);
    }
    return { filename: `${basename(tarball, '.tgz')}.sbom.json`, text: JSON.stringify(bill, null, 2), components: components.length };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
