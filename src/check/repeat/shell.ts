/** Text as a word of a POSIX shell. */

import { hidden } from '../../http/visible-text.js';

/** Whether a text can stand in a line as it is. */
export const isPlain = (text: string): boolean => text.search(hidden) === -1;

/** One word, whatever the text; of a text that is not plain it is another text. */
export const shellWord = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const octal = (byte: number): string => `\\0${byte.toString(8).padStart(3, '0')}`;

/** A command that writes the text, to the byte, in one line that can be looked at. */
export function shellPrint(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replace(hidden, (character) => [...new TextEncoder().encode(character)].map(octal).join(''));
  return `printf %b ${shellWord(escaped)}`;
}
