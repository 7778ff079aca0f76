/** The contract that the present one is compared with. */
import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { BadInput } from '../lib/bad-input.js';
import type { Document } from '../lib/document.js';
import { project } from '../lib/project.js';

export const releasedFile = 'released/openapi.json';
const generatedFile = 'generated/openapi.json';

export interface Base {
  contract: Document;
  /**
   * Version of the last release that the base knows of. A new version is measured by it: one that is not released yet takes as many
   * breaking changes as come.
   */
  release: string;
}

export const readCurrent = async (root = project.root): Promise<Document> => JSON.parse(await readFile(join(root, generatedFile), 'utf8'));

/** @throws BadInput when the text is no contract, such as what a merge conflict leaves */
function parseContract(text: string, name: string): Document {
  const refuse = (reason: string) => new BadInput(`${name} is no contract: ${reason}`);
  let found: Partial<Document> | null;
  try {
    found = JSON.parse(text);
  } catch (error) {
    throw refuse((error as Error).message);
  }
  if (!found?.info?.version || !found.paths || !found.components) throw refuse('it has no info.version, paths and components');
  return found as Document;
}

/** The text of a file at a git revision. @throws BadInput in the words of git when there is none */
async function showAt(revision: string, file: string): Promise<string> {
  const show = promisify(execFile)('git', ['show', '--end-of-options', `${revision}:${file}`], { cwd: project.root, maxBuffer: 2 ** 28 });
  const { stdout } = await show.catch((error: { stderr?: string; message: string }) => {
    const reason = (error.stderr || error.message).split('\n', 1)[0]?.replace(/^fatal: /, '');
    throw new BadInput(`${revision}: ${reason?.replace(/\.$/, '')}; name a branch, a tag or a commit that has ${file}`);
  });
  return stdout;
}

async function atRevision(revision: string): Promise<Base> {
  const contract = parseContract(await showAt(revision, generatedFile), `${revision}:${generatedFile}`);
  const released = await showAt(revision, releasedFile).catch((error: unknown) => {
    if (error instanceof BadInput) return undefined;
    throw error;
  });
  const last = released === undefined ? contract : parseContract(released, `${revision}:${releasedFile}`);
  return { contract, release: last.info.version };
}

/** @returns the contract of a git revision, or the last released one; `undefined` when nothing is released yet */
export async function readBase(revision?: string): Promise<Base | undefined> {
  if (revision !== undefined) return atRevision(revision);
  const text = await readFile(join(project.root, releasedFile), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const contract = parseContract(text, releasedFile);
  return { contract, release: contract.info.version };
}

/**
 * Makes the present contract the released one. It is kept byte for byte, with its examples: what changed in them belongs into the
 * changelog, and git stores two equal files once.
 */
export async function keepAsReleased(root: string): Promise<void> {
  await mkdir(dirname(join(root, releasedFile)), { recursive: true });
  await copyFile(join(root, generatedFile), join(root, releasedFile));
}
