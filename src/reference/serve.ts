/** The page and its parts, as a mock serves them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compressedFile, type TextFile, textFile } from '../http/files/encodings.js';
import { ownFolder } from '../installed.js';
import { type PageFile, pageFiles, partsFolder } from './files.js';
import type { ReferencePage } from './page.js';

/** By path. */
export type ServedPage = ReadonlyMap<string, TextFile>;

const types: Record<string, string> = { html: 'text/html; charset=utf-8', json: 'application/json' };

async function serve(policy: string, make: (name: PageFile, headers: Record<string, string>) => TextFile | Promise<TextFile>) {
  const files = pageFiles.map(async (name) => {
    const extension = name.split('.').at(-1) ?? '';
    const headers = { 'content-type': types[extension] ?? '', ...(extension === 'html' && { 'content-security-policy': policy }) };
    return [name === 'index.html' ? '/' : partsFolder + name, await make(name, headers)] as const;
  });
  return new Map(await Promise.all(files));
}

export const servePage = ({ policy, files }: ReferencePage): Promise<ServedPage> =>
  serve(policy, (name, headers) => textFile(files[name], headers));

/** The page of this package, which is compiled and compressed: to make it takes longer than anybody waits. */
export async function serveOwnPage(): Promise<ServedPage> {
  const read = (name: string) => readFile(join(ownFolder(), 'compiled', 'page', name));
  // Beside the page, and not in code: the one does not fit another.
  const policy = await read('policy.txt');
  return serve(String(policy), async (name, headers) => compressedFile(await read(`${name}.br`), headers));
}
