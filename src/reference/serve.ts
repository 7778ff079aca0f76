/** The page and its parts, as a mock serves them. */
import { type TextFile, textFile } from '../http/files/encodings.js';
import type { ReferencePage } from './page.js';
import { partsFolder } from './parts-folder.js';

const types: Record<string, string> = { html: 'text/html; charset=utf-8', json: 'application/json' };

/** @returns files by path */
export function referenceFiles({ body, policy, parts }: ReferencePage): ReadonlyMap<string, TextFile> {
  const headersOf = (extension: string) => ({
    'content-type': types[extension] ?? '',
    ...(extension === 'html' && { 'content-security-policy': policy }),
  });
  return new Map([
    ['/', textFile(body, headersOf('html'))],
    ...Object.entries(parts).map(([name, text]) => [partsFolder + name, textFile(text, headersOf(name.split('.').at(-1) ?? ''))] as const),
  ]);
}
