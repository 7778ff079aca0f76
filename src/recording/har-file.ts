/** A HAR file with the bodies that it keeps in files of their own: beside it, or packed with it, as Playwright writes them. */

import { readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { inTurn } from '../in-turn.js';
import { RecordingError } from './recording.js';

/** Gives a body by the name of its file. @throws RecordingError where there is none */
export type ReadBody = (name: string) => Uint8Array;

export interface HarFile {
  bytes: Buffer;
  body: ReadBody;
}

/** Whether a path names a HAR file, packed or not. */
export const isHar = (path: string): boolean => /\.(har|zip)$/i.test(path);

export const isPacked = (path: string): boolean => /\.zip$/i.test(path);

/** @throws Error for what is not there, RecordingError for a packed file that holds no HAR file */
export async function openHar(path: string): Promise<HarFile> {
  const bytes = readFileSync(path);
  return isPacked(path) ? unpacked(bytes, path) : { bytes, body: besides(path) };
}

async function unpacked(bytes: Buffer, path: string): Promise<HarFile> {
  const { unzipSync } = await inTurn(() => import('fflate'));
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes);
  } catch (error) {
    throw new RecordingError(`${path} cannot be unpacked: ${(error as Error).message}`);
  }
  const har = Object.keys(files).find((name) => /\.har$/i.test(name));
  if (har === undefined) throw new RecordingError(`${path} holds no HAR file`);
  return {
    bytes: Buffer.from(files[har] as Uint8Array),
    body(name) {
      if (!Object.hasOwn(files, name)) throw new RecordingError(`${name} is not in ${path}`);
      return files[name] as Uint8Array;
    },
  };
}

/** Files below the folder of the HAR file, and no others. */
export function besides(path: string): ReadBody {
  const folder = resolve(dirname(path));
  return (name) => {
    const file = resolve(folder, name);
    const way = relative(folder, file);
    if (way === '' || way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way)
      throw new RecordingError(`${name} is outside of the folder of ${path}`);
    try {
      return readFileSync(file);
    } catch {
      throw new RecordingError(`${name} is not beside ${path}`);
    }
  };
}
