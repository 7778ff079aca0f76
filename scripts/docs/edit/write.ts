/** Writes files so that either all are written or none: aside first, and then in their places. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const gone = async (files: Iterable<string>): Promise<void> => {
  for (const file of files) await rm(file, { force: true });
};

/** @param texts by file, relative to the folder; `undefined` for a file that goes */
export async function writeAll(folder: string, texts: ReadonlyMap<string, string | undefined>): Promise<void> {
  const aside = new Map<string, string>();
  const before = new Map<string, string | undefined>();
  try {
    for (const [file, text] of texts) {
      const target = join(folder, file);
      before.set(target, await readFile(target, 'utf8').catch(() => undefined));
      if (text === undefined) continue;
      const temporary = `${target}.${process.pid}.new`;
      await mkdir(dirname(target), { recursive: true });
      aside.set(temporary, target);
      await writeFile(temporary, text);
    }
  } catch (error) {
    await gone(aside.keys());
    throw error;
  }
  const done: string[] = [];
  try {
    for (const [temporary, target] of aside) {
      await rename(temporary, target);
      done.push(target);
    }
  } catch (error) {
    // What is in its place already goes back to what it was.
    for (const target of done) {
      const text = before.get(target);
      if (text === undefined) await gone([target]);
      else await writeFile(target, text);
    }
    await gone(aside.keys());
    throw error;
  }
  for (const [file, text] of texts) if (text === undefined) await gone([join(folder, file)]);
}
