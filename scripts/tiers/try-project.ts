/** A project of a user, with the package installed as a user would. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guideOf, guideProjects as projects, runPage } from '../guides/pages.js';
import { executablePath } from '../release/chromium.js';
import { npm } from '../release/package-copy.js';

export { projects };

/** Installs and tests one project. @returns what went wrong */
export async function tryProject(name: string, tarball: string): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), `${name}-`));
  try {
    await cp(join(projects, name), folder, { recursive: true, filter: (source) => !source.includes('node_modules') });
    const install = ['ci', '--no-audit', '--no-fund'];
    // What a cache knows of a package may be older than the version that is asked for.
    await npm(folder, ...install, '--prefer-offline').catch(() => npm(folder, ...install));
    await npm(folder, 'install', '--no-save', '--no-audit', '--no-fund', '--prefer-offline', tarball);
    const guide = await guideOf(name);
    // What a project of a guide tests is the guide itself.
    if (guide === undefined) await npm(folder, 'test');
    else {
      if (executablePath !== undefined) process.env.CHROMIUM = executablePath;
      await runPage(guide, folder, [join(folder, 'node_modules/.bin')]);
    }
    return undefined;
  } catch (error) {
    return (error as Error).message;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
