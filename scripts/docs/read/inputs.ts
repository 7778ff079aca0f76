/** Reads what a person names on the command line: files, folders and addresses of documentation pages. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { BadInput } from '../../lib/bad-input.js';
import { cleaned } from './clean.js';
import { fencesIn, hasDescription, outside } from './fences.js';
import * as landmarks from './landmarks.js';
import { readMarkdown } from './markdown.js';
import { findModified } from './modified.js';
import type { DocsIndex, DocsPage } from './page.js';
import { readIndex } from './pages-index.js';
import { readRenderedText } from './rendered-text.js';

const timeoutMs = 15_000;
/** How often an address is asked, and the pauses between: a site that is busy for a moment has not changed. */
const pausesMs = [300, 1_000];
/** Addresses that are asked at once. */
const atOnce = 8;
const largest = 5_000_000;
const isUrl = (name: string) => /^https?:\/\//.test(name);

/** What was read, and what could not be. */
export interface Inputs {
  inputs: (DocsPage | DocsIndex)[];
  failures: { source: string; message: string; unreachable: boolean }[];
}

/** The address does not answer, or not with a page; it may do so later. */
class Unreachable extends BadInput {}

async function fetchOnce(url: string): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, { signal });
    if (!response.ok) throw new Error(`answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    const { name, message, cause } = error as Error;
    throw new Unreachable(
      `${url}: ${name === 'TimeoutError' ? `no response in ${timeoutMs / 1000} s` : ((cause as Error | undefined)?.message ?? message)}`,
    );
  }
}

async function fetchBytes(url: string): Promise<Uint8Array> {
  for (const pause of pausesMs) {
    try {
      return await fetchOnce(url);
    } catch (error) {
      if (/answered 4(?!29)/.test((error as Error).message)) throw error;
      await wait(pause);
    }
  }
  return fetchOnce(url);
}

/** Endings of files that are pages, and of those that people take for pages: each of these is named, and none passed over. */
const pageFile = /\.(?:txt|md|markdown)$/i;
const takenForPage = /\.(?:x?html?|mht(?:ml)?|webarchive|pdf|docx?|odt|rtf)$/i;

/** The files of a folder that may be pages. */
async function filesIn(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = files
    .filter((file) => file.isFile() && (pageFile.test(file.name) || takenForPage.test(file.name)))
    .map((file) => join(file.parentPath, file.name));
  if (names.length === 0) throw new BadInput(`${folder}: no .txt or .md file in it`);
  return names.sort();
}

/** The first bytes of files that people take for pages, as hexadecimal digits. */
const signatures: [start: string, what: string][] = [
  ['25504446', 'a PDF'],
  ['89504e47', 'a picture'],
  ['ffd8ff', 'a picture'],
  ['47494638', 'a picture'],
  ['52494646', 'a picture'],
  ['504b0304', 'an archive or an office document'],
  ['1f8b', 'compressed'],
];

/** @throws BadInput when the bytes are no text */
function decode(source: string, bytes: Uint8Array): string {
  if (bytes.length > largest)
    throw new BadInput(`${source}: ${Math.round(bytes.length / 1_000_000)} MB, which is no page of the documentation`);
  const begin = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  const found = signatures.find(([start]) => begin.startsWith(start));
  if (found) throw new BadInput(`${source}: ${found[1]}, not the text of a page`);
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (text.includes('\0')) throw new TypeError();
    return text;
  } catch {
    throw new BadInput(`${source}: binary, not the text of a page`);
  }
}

/** Texts of pages that were joined: each ends with the words of the site about itself, or with its date and the pages around it. */
function split(source: string, text: string): string[] {
  const lines = text.split('\n');
  const ends = lines.flatMap((line, index) => (landmarks.builtWith.test(line.trim()) ? index + 1 : []));
  const parts = [0, ...ends].map((start, index) => lines.slice(start, ends[index]).join('\n')).filter((part) => part.trim() !== '');
  const isWhole = (part: string) =>
    landmarks.builtWith.test(part.trimEnd().split('\n').at(-1)?.trim() ?? '') || findModified(part) !== undefined;
  const pages = parts.length > 1 && parts.every(isWhole) ? parts : [text];
  const several = pages.find(
    (page) => [...page.matchAll(landmarks.modified)].length > 1 && (page.match(/^Request Code Samples$/gm)?.length ?? 0) > 1,
  );
  if (several !== undefined)
    throw new BadInput(`${source}: several pages in one text, whose ends cannot be told; save each in a file of its own`);
  return pages;
}

/** A text that begins with an element, or a declaration, is no page as anybody reads it. */
const markup = /^(?:<!--[\s\S]*?(?:-->|$)\s*)*<(?:[!?]|\/?[a-z][\w-]*(?:\s|\/?>))/i;
/** How far from the beginning HTML is looked for that has something before it, as who saved it. */
const headLength = 2_000;
const htmlLine = /^[ \t]*<(?:!doctype[ \t]+html|html|head|body|script)\b/im;
const webArchive = /^(?:From: <Saved by|Snapshot-Content-Location:|MIME-Version:)/m;

/** Tells the form of a page from its first lines; pages that were joined are read one by one. */
export function readPages(source: string, raw: string): (DocsPage | DocsIndex)[] {
  const text = cleaned(raw);
  const start = text.trimStart();
  if (start === '') throw new BadInput(`${source}: the file is empty`);
  const head = outside(start, fencesIn(start)).slice(0, headLength);
  if (markup.test(start) || htmlLine.test(head))
    throw new BadInput(`${source}: HTML; give the address of its Markdown form (\`….md\`), or its text`);
  if (webArchive.test(head)) throw new BadInput(`${source}: a web archive; give the address of its Markdown form (\`….md\`), or its text`);
  if (hasDescription(start.split('\n', 2).join('\n')) && !start.startsWith('#'))
    throw new BadInput(`${source}: an OpenAPI document, not a page of the documentation`);
  if (!start.startsWith('# ')) return split(source, text).map((part) => readRenderedText(source, part));
  return /^## /m.test(start) && /^- .*\[.+\]\(\S+\)/m.test(start) && !/^```/m.test(start)
    ? [readIndex(source, text)]
    : readMarkdown(source, text);
}

/** @param names files, folders or addresses; one that cannot be read does not keep the others from being read */
export async function readInputs(names: string[]): Promise<Inputs> {
  const sources = await Promise.all(
    names.map(async (name): Promise<string[] | BadInput> => {
      if (isUrl(name)) return [name];
      const found = await stat(name).catch(() => undefined);
      if (!found) return new BadInput(`${name}: no such file or folder`);
      return found.isDirectory() ? filesIn(name).catch((error: unknown) => error as BadInput) : [name];
    }),
  );
  const outcomes: (BadInput | (DocsPage | DocsIndex)[])[][] = sources.map((found) => (found instanceof BadInput ? [found] : []));
  const work = sources.flatMap((found, at) => (found instanceof BadInput ? [] : found.map((source, index) => ({ source, at, index }))));
  const read = async (): Promise<void> => {
    for (let next = work.shift(); next; next = work.shift()) {
      const { source, at, index } = next;
      try {
        const bytes = isUrl(source) ? await fetchBytes(source) : await readFile(source);
        (outcomes[at] as unknown[])[index] = readPages(source, decode(source, bytes));
      } catch (error) {
        if (!(error instanceof BadInput)) throw error;
        (outcomes[at] as unknown[])[index] = error;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, read));
  const all = outcomes.flat();
  return {
    inputs: all.flatMap((outcome) => (outcome instanceof BadInput ? [] : outcome)),
    failures: all.flatMap((outcome) =>
      outcome instanceof BadInput
        ? [{ source: outcome.message.split(': ', 1)[0] as string, message: outcome.message, unreachable: outcome instanceof Unreachable }]
        : [],
    ),
  };
}
