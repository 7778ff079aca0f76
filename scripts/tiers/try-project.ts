/** A project of a user, with the package installed as a user would. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guideProject, guideProjects as projects, runPage } from '../guides/pages.js';
import { project } from '../lib/project.js';
import { executablePath } from '../release/chromium.js';
import { copyPackage, npm } from '../release/package-copy.js';

export { projects };

/** A folder with what a project needs. */
async function install(name: string, tarball: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `${name}-`));
  await cp(join(projects, name), folder, { recursive: true, filter: (source) => !source.includes('node_modules') });
  const install = ['ci', '--no-audit', '--no-fund'];
  // What a cache knows of a package may be older than the version that is asked for.
  await npm(folder, ...install, '--prefer-offline').catch(() => npm(folder, ...install));
  await npm(folder, 'install', '--no-save', '--no-audit', '--no-fund', '--prefer-offline', tarball);
  return folder;
}

/** Installs and tests one project; that of a guide by the guide itself. @returns what went wrong */
export async function tryProject(name: string, tarball: string): Promise<string | undefined> {
  let folder: string | undefined;
  try {
    const { guide, in: where } = await guideProject(name);
    folder = where === 'checkout' ? await copyPackage(project.root) : await install(name, tarball);
    if (executablePath !== undefined) process.env.CHROMIUM = executablePath;
    if (guide === undefined) await npm(folder, 'test');
    else await runPage(guide, folder, [join(folder, 'node_modules/.bin')]);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }
}
