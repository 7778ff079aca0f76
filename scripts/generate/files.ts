/** The files in `generated/` and `compiled/`. Those whose names end in `.br` are compressed. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';

const isCompressed = (name: string): boolean => name.endsWith('.br');

/** At its best it takes seconds for what it makes a tenth smaller. */
const compress = (text: string): Promise<Uint8Array> =>
  promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 } });

/** The text of a file. @throws Error where there is none */
export const readText = async (path: string): Promise<string> =>
  isCompressed(path) ? String(await promisify(brotliDecompress)(await readFile(path))) : readFile(path, 'utf8');

/** How the files of a folder differ from those just generated. */
export interface Staleness {
  changed: string[];
  /** Files that are generated no more. */
  gone: string[];
}

/** @param files text by name, relative to the folder */
export async function findStale(folder: string, files: Map<string, string>): Promise<Staleness> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const name = (path: string) => path.slice(folder.length).replaceAll(sep, '/');
  const before = new Map(await Promise.all(paths.map(async (path) => [name(path), await readText(path).catch(() => undefined)] as const)));
  return {
    changed: [...files].filter(([name, text]) => before.get(name) !== text).map(([name]) => name),
    gone: [...before.keys()].filter((name) => !files.has(name)),
  };
}

/** Writes each changed file next to its place and then moves it there, so that a failed run leaves whole files behind. */
export async function update(folder: string, files: Map<string, string>, { changed, gone }: Staleness): Promise<void> {
  for (const name of changed) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    const text = files.get(name) ?? '';
    await writeFile(`${path}.new`, isCompressed(name) ? await compress(text) : text);
    await rename(`${path}.new`, path);
  }
  for (const name of gone) await rm(join(folder, name));
}
