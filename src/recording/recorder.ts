/** Writes recordings to files: whole or not at all, and for their owner only, since they hold what people said. */
import { contract as packaged } from '../../compiled/contract.js';
import { requestIdOf } from '../contract/headers/request-id.js';
import type { PreparedContract } from '../contract/prepared.js';
import { type Recording, recordingFormat } from './recording.js';

// Not imported, so that bundles for pages, which record nothing, need no such modules.
const { mkdir, rename, rm, stat, writeFile } = process.getBuiltinModule('node:fs/promises');
const { dirname, join, resolve } = process.getBuiltinModule('node:path');

export type Recorder = (recording: Recording) => Promise<void>;

/** Writes a recording, or writes it anew: over the file of the name that it gave the first time. */
export type FileRecorder = (recording: Recording, over?: string) => Promise<string>;

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Makes a folder and those that it is in. The `recursive` of Node never ends below a file system that takes none, such as `/proc`. */
async function makeFolder(folder: string): Promise<void> {
  const above = dirname(folder);
  if (above !== folder && !(await isThere(above))) await makeFolder(above);
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    // Another one has made it since.
    if (error.code !== 'EEXIST') throw error;
  });
}

/** @throws Error where nothing can be written: it is better said now than with the first recording */
async function openFolder(path: string): Promise<void> {
  if (!(await isThere(path))) await makeFolder(path);
  else if (!(await stat(path)).isDirectory()) throw new Error('it is no folder');
  const probe = join(path, `.nexconn-${process.pid}.part`);
  try {
    await writeFile(probe, ' ', { mode: 0o600 });
  } finally {
    await rm(probe, { force: true }).catch(() => {});
  }
}

/** A recording with what it is, and what it is known by elsewhere. */
function described(recording: Recording, contract: PreparedContract): Recording {
  const { headers } = recording.response ?? {};
  const requestId = headers && requestIdOf(contract, (name) => headers[name]);
  return { format: recordingFormat, contract: contract.build, ...(requestId !== undefined && { requestId }), ...recording };
}

/**
 * Writes recordings to files of one folder, in the order in which they were made.
 * @param contract that they are made against; the one of this package by default
 * @throws Error when there can be no such folder
 */
export async function createRecorder(folder: string, contract: PreparedContract = packaged): Promise<Recorder> {
  const write = await createFileRecorder(folder, contract);
  return async (recording) => void (await write(recording));
}

/** The same, for recordings of which more is known later. */
export async function createFileRecorder(folder: string, contract: PreparedContract = packaged): Promise<FileRecorder> {
  let count = 0;
  /** Others may write to the folder too, in the same millisecond. */
  const own = crypto.randomUUID().slice(0, 8);
  const path = resolve(folder);
  await openFolder(path);
  return async (recording, over) => {
    const name =
      over ?? `${recording.time.replace(/[-:]/g, '')}-${own}-${String(++count).padStart(5, '0')}-${recording.operation ?? 'unknown'}.json`;
    // A disk that is full leaves no half of a recording.
    const aside = join(path, `${name}.part`);
    const text = `${JSON.stringify(described(recording, contract), null, 2)}\n`;
    try {
      await writeFile(aside, text, { mode: 0o600 }).catch(async (error: NodeJS.ErrnoException) => {
        // Somebody took the folder away.
        if (error.code !== 'ENOENT') throw error;
        await openFolder(path);
        await writeFile(aside, text, { mode: 0o600 });
      });
      await rename(aside, join(path, name));
      return name;
    } catch (error) {
      await rm(aside, { force: true }).catch(() => {});
      throw error;
    }
  };
}
