/** A project of a user, with the package installed as a user would. */
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { guideProject, guideProjects, runPage } from '../guides/pages.js';
import { project } from '../lib/project.js';
import { executablePath } from '../release/chromium.js';
import { copyPackage, npm } from '../release/package-copy.js';

/** The folders of all projects, by name: those that stand for users of a kind, those of guides, and the examples. */
export async function projectFolders(): Promise<Map<string, string>> {
  const folders = await Promise.all(
    [guideProjects, join(project.root, 'examples')].map(async (parent) => (await readdir(parent)).map((name) => join(parent, name))),
  );
  const projects = folders.flat().filter((folder) => existsSync(join(folder, 'package.json')));
  return new Map(projects.map((folder) => [basename(folder), folder]));
}

/** A folder with what a project needs. */
async function install(source: string, tarball: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `${basename(source)}-`));
  await cp(source, folder, { recursive: true, filter: (path) => !path.includes('node_modules') });
  const install = ['ci', '--no-audit', '--no-fund'];
  // What a cache knows of a package may be older than the version that is asked for.
  await npm(folder, ...install, '--prefer-offline').catch(() => npm(folder, ...install));
  await npm(folder, 'install', '--no-save', '--no-audit', '--no-fund', '--prefer-offline', tarball);
  return folder;
}

/** Installs and tests the project of a folder; that of a guide by the guide itself. @returns what went wrong */
export async function tryProject(source: string, tarball: string): Promise<string | undefined> {
  if (executablePath !== undefined) process.env.CHROMIUM = executablePath;
  let folder: string | undefined;
  try {
    const { guide, in: where } = await guideProject(source);
    folder = where === 'checkout' ? await copyPackage(project.root) : await install(source, tarball);
    if (guide === undefined) await npm(folder, 'test');
    else await runPage(guide, folder, [join(folder, 'node_modules/.bin')]);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }
}
