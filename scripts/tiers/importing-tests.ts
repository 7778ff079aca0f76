/** Which tests import something. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { project } from '../lib/project.js';

/** @param specifier matches the end of an import */
export async function testsThatImport(specifier: RegExp): Promise<string[]> {
  const names = (await readdir(join(project.root, 'test'), { recursive: true })).filter((name) => name.endsWith('.test.ts'));
  const files = names.map((name) => `test/${name.replaceAll('\\', '/')}`).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(project.root, file), 'utf8')));
  return files.filter((_, index) => specifier.test(texts[index] ?? ''));
}
