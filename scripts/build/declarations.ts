/** The type declarations that a user's compiler reads. */
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { withoutMap } from './source-map.js';

const specifiers = /(?:\bfrom|\bimport\(|\bimport)\s*['"](\.[^'"]+)\.js['"]/g;

/** @returns paths of the declarations that these need, themselves among them */
export async function neededDeclarations(entries: readonly string[]): Promise<Set<string>> {
  const found = new Set(entries);
  for (const path of found)
    for (const [, specifier = ''] of (await readFile(path, 'utf8')).matchAll(specifiers))
      found.add(join(dirname(path), `${specifier}.d.ts`));
  return found;
}

/** Removes the other declarations of a folder, and their maps. */
export async function keepDeclarations(folder: string, kept: ReadonlySet<string>): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !kept.has(path.replace(/\.map$/, ''))) await rm(path);
  }
}

/** Copies declarations for a compiler that takes the format of a module from its folder, without the maps. */
export async function copyDeclarations(from: string, to: string, paths: ReadonlySet<string>): Promise<void> {
  for (const path of paths) {
    const copy = join(to, relative(from, path));
    await cp(path, copy);
    await writeFile(copy, withoutMap(await readFile(copy, 'utf8')));
  }
}
