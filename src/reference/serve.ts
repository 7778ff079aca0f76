/** The page and its parts, as a mock serves them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { policy as ownPolicy } from '../../compiled/page.js';
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
export const serveOwnPage = (): Promise<ServedPage> =>
  serve(ownPolicy, async (name, headers) => compressedFile(await readFile(join(ownFolder(), 'compiled', 'page', `${name}.br`)), headers));
