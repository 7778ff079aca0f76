/** Which tests draw cases at random. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { project } from '../lib/project.js';

const drawing = /from '(?:fast-check|[./]+\/runs\.js)'/;

/** The test files that import fast-check, or the seed that all share. */
export async function drawingTests(): Promise<string[]> {
  const names = (await readdir(join(project.root, 'test'), { recursive: true })).filter((name) => name.endsWith('.test.ts'));
  const files = names.map((name) => `test/${name.replaceAll('\\', '/')}`).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(project.root, file), 'utf8')));
  return files.filter((_, index) => drawing.test(texts[index] ?? ''));
}
