/** A HAR file with the bodies that it keeps in files of their own: beside it, or packed with it, as Playwright writes them. */
import { closeSync, createReadStream, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import zlib from 'node:zlib';
import { inTurn } from '../in-turn.js';
import { RecordingError } from './recording.js';

/** Gives a body by the name of its file. @throws RecordingError where there is none */
export type ReadBody = (name: string) => Uint8Array;

export interface HarFile {
  /** What it was unpacked to, or read as; absent for a plain file, which is read where it is. */
  bytes?: Buffer;
  /** The file, from its start. */
  pieces(): AsyncIterable<Buffer> | Iterable<Buffer>;
  body: ReadBody;
}

/** Whether a path names a HAR file, packed or not. */
export const isHar = (path: string): boolean => /\.(z?har|har\.gz|zip)$/i.test(path);

/** What is unpacked is in memory as a whole. */
const largestUnpacked = 512 * 2 ** 20;

const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MiB`;

export const tooLarge = (what: string, size: number, largest: number): RecordingError =>
  new RecordingError(`${what} has ${megabytes(size)}, more than the ${megabytes(largest)} that can be read at once`);

/** @throws Error for what is not there, RecordingError for a packed file that holds no HAR file */
export async function openHar(path: string): Promise<HarFile> {
  const [first = 0, second = 0] = beginning(path);
  if (first === 0x50 && second === 0x4b) return unpacked(wholeFile(path), path);
  if (/\.zip$/i.test(path)) throw new RecordingError(`${path} cannot be unpacked: it is no ZIP file`);
  // By gzip, or by zlib, as mitmproxy does.
  const isPacked = (first === 0x1f && second === 0x8b) || (first === 0x78 && (first * 256 + second) % 31 === 0);
  if (isPacked) return inMemory(inflated(wholeFile(path), path), besides(path));
  const charset = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  if (charset) return inMemory(Buffer.from(new TextDecoder(charset).decode(wholeFile(path))), besides(path));
  return { pieces: () => createReadStream(path, { highWaterMark: 2 ** 20 }) as AsyncIterable<Buffer>, body: besides(path) };
}

function beginning(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(2);
    return bytes.subarray(0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

function wholeFile(path: string): Buffer {
  const { size } = statSync(path);
  if (size > largestUnpacked) throw tooLarge(path, size, largestUnpacked);
  return readFileSync(path);
}

const inMemory = (bytes: Buffer, body: ReadBody): HarFile => ({ bytes, pieces: () => [bytes], body });

function inflated(bytes: Buffer, path: string): Buffer {
  try {
    return zlib.unzipSync(bytes, { maxOutputLength: largestUnpacked });
  } catch (error) {
    throw new RecordingError(`${path} cannot be unpacked: ${(error as Error).message}`);
  }
}

async function unpacked(bytes: Buffer, path: string): Promise<HarFile> {
  const { unzipSync } = await inTurn(() => import('fflate'));
  let size = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter({ originalSize }) {
        size += originalSize;
        if (size > largestUnpacked) throw tooLarge('what is in it', size, largestUnpacked);
        return true;
      },
    });
  } catch (error) {
    throw new RecordingError(`${path} cannot be unpacked: ${(error as Error).message}`);
  }
  const har = Object.keys(files).find((name) => /\.har$/i.test(name));
  if (har === undefined) throw new RecordingError(`${path} holds no HAR file`);
  const folder = har.slice(0, har.lastIndexOf('/') + 1);
  return inMemory(Buffer.from(files[har] as Uint8Array), (name) => {
    const found = [folder + name, name].find((one) => Object.hasOwn(files, one));
    if (found === undefined) throw new RecordingError(`${name} is not in ${path}`);
    return files[found] as Uint8Array;
  });
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
