/** Files of text that people and their shells have written. */
import { readFile } from 'node:fs/promises';

/** Their text by the mark at their beginning, which is no part of it: PowerShell writes UTF-16, and editors on Windows mark UTF-8. */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return utf8.decode(bytes);
}

/** Folders of recordings have many files. */
const utf8 = new TextDecoder();

export const readText = async (file: string): Promise<string> => textOf(await readFile(file));
