/** Writes files so that either all are written or none: aside first, and then in their places. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** @param texts by file, relative to the folder; `undefined` for a file that goes */
export async function writeAll(folder: string, texts: ReadonlyMap<string, string | undefined>): Promise<void> {
  const aside = new Map<string, string>();
  try {
    for (const [file, text] of texts) {
      if (text === undefined) continue;
      const target = join(folder, file);
      const temporary = `${target}.${process.pid}.new`;
      await mkdir(dirname(target), { recursive: true });
      aside.set(temporary, target);
      await writeFile(temporary, text);
    }
  } catch (error) {
    await Promise.all([...aside.keys()].map((temporary) => rm(temporary, { force: true })));
    throw error;
  }
  for (const [temporary, target] of aside) await rename(temporary, target);
  for (const [file, text] of texts) if (text === undefined) await rm(join(folder, file), { force: true });
}
