/** README, guides and skill, and where each is run. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { project } from '../lib/project.js';
import { isRun, readBlocks } from './blocks.js';
import { GuideRun } from './guide-run.js';

/** Where the packages stand that a guide takes, each installed for it alone: a folder with a `package.json` that names the guide. */
export const guideProjects = join(project.root, 'test/projects');

/** All pages whose blocks are marked. @returns paths from the root of the project */
export async function pages(): Promise<string[]> {
  const guides = (await readdir(join(project.root, 'docs/guides'))).filter((name) => name.endsWith('.md')).sort();
  return ['README.md', 'skills/nexconn-contract/SKILL.md', ...guides.map((name) => `docs/guides/${name}`)];
}

/** What a project says of the guide that it is for, if it is for one. */
export interface GuideProject {
  guide?: string;
  /** The guide is run in a copy of this project, in which nothing is to be installed. */
  in?: 'checkout';
}

/** @param folder of a project */
export const guideProject = async (folder: string): Promise<GuideProject> =>
  JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));

/**
 * Runs a page in a folder.
 *
 * @param bin folders of programs that come before those of the machine
 * @param servers commands that go on while the page is run, and that it takes for granted
 * @throws BlockError where the page says what is not so; MissingProgram where the machine cannot run it
 */
export async function runPage(page: string, folder: string, bin: readonly string[], servers: readonly string[] = []): Promise<void> {
  const blocks = (await readBlocks(join(project.root, page))).filter(isRun);
  const taken = servers.map((code) => ({ language: 'sh', mark: 'run serving', code, line: 0 }));
  const run = new GuideRun(folder, bin);
  try {
    await run.takePorts([...taken, ...blocks]);
    for (const block of [...taken, ...blocks]) await run.run(block);
  } finally {
    await run.stop();
  }
}
