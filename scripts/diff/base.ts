/** The contract that the present one is compared with. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BadInput } from '../lib/bad-input.js';
import type { Document } from '../lib/document.js';
import { project } from '../lib/project.js';

export const releasedFile = join(project.root, 'released/openapi.json');
const generatedFile = 'generated/openapi.json';

export const readCurrent = async (root = project.root): Promise<Document> => JSON.parse(await readFile(join(root, generatedFile), 'utf8'));

async function atRevision(revision: string): Promise<Document> {
  const show = promisify(execFile)('git', ['show', '--end-of-options', `${revision}:${generatedFile}`], {
    cwd: project.root,
    maxBuffer: 2 ** 28,
  });
  const { stdout } = await show.catch((error: { stderr?: string; message: string }) => {
    throw new BadInput(`${revision}: ${(error.stderr ?? error.message).split('\n', 1)[0]?.replace(/^fatal: /, '')}`);
  });
  return JSON.parse(stdout) as Document;
}

/** @returns the contract of a git revision, or the last released one; `undefined` when nothing is released yet */
export async function readBase(revision?: string): Promise<Document | undefined> {
  if (revision !== undefined) return atRevision(revision);
  const text = await readFile(releasedFile, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : (JSON.parse(text) as Document);
}
