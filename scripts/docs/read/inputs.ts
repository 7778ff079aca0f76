/** Reads what a person names on the command line: files, folders and addresses of documentation pages. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BadInput } from '../../lib/bad-input.js';
import type { DocsIndex, DocsPage } from '../page.js';
import { readMarkdown } from './markdown.js';
import { readIndex } from './pages-index.js';
import { readRenderedText } from './rendered-text.js';

const timeoutMs = 15_000;
const isUrl = (name: string) => /^https?:\/\//.test(name);

async function fetchText(url: string): Promise<string> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, { signal });
    if (!response.ok) throw new Error(`answered ${response.status}`);
    return await response.text();
  } catch (error) {
    const { name, message, cause } = error as Error;
    throw new BadInput(
      `${url}: ${name === 'TimeoutError' ? `no response in ${timeoutMs / 1000} s` : ((cause as Error | undefined)?.message ?? message)}`,
    );
  }
}

/** The files of a folder that may be pages. */
async function filesIn(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = files.filter((file) => file.isFile() && /\.(txt|md)$/.test(file.name)).map((file) => join(file.parentPath, file.name));
  if (names.length === 0) throw new BadInput(`${folder}: no .txt or .md file in it`);
  return names.sort();
}

/** Tells the form of a page from its first lines. */
export function readPage(source: string, text: string): DocsPage | DocsIndex {
  const start = text.trimStart();
  if (start === '') throw new BadInput(`${source}: the file is empty`);
  if (/^<(!doctype|html)/i.test(start))
    throw new BadInput(`${source}: HTML; give the address of its Markdown form (\`….md\`), or its text`);
  if (!start.startsWith('# ')) return readRenderedText(source, text);
  return /^## /m.test(start) && /^- .*\[.+\]\(\S+\)/m.test(start) && !/^```/m.test(start)
    ? readIndex(source, text)
    : readMarkdown(source, text);
}

/** @param names files, folders or addresses */
export async function readInputs(names: string[]): Promise<(DocsPage | DocsIndex)[]> {
  const inputs: (DocsPage | DocsIndex)[] = [];
  for (const name of names) {
    if (isUrl(name)) {
      inputs.push(readPage(name, await fetchText(name)));
      continue;
    }
    const found = await stat(name).catch(() => undefined);
    if (!found) throw new BadInput(`${name}: no such file or folder`);
    for (const file of found.isDirectory() ? await filesIn(name) : [name]) inputs.push(readPage(file, await readFile(file, 'utf8')));
  }
  return inputs;
}
