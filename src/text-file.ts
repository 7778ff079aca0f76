/** Files of text that people and their shells have written. */
import { readFile } from 'node:fs/promises';

/** Their text by the mark at their beginning, which is no part of it: PowerShell writes UTF-16, and editors on Windows mark UTF-8. */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

export const readText = async (file: string): Promise<string> => textOf(await readFile(file));
