/** Text as a word of a POSIX shell. */

/** What would not stay on its line, or would move the cursor of who looks at it; a word cannot hold NUL at all. */
export const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

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

/** A text of one line without them, where how it looks is all that counts. */
export const visible = (text: string): string => text.replace(hidden, (character) => (/\s/.test(character) ? ' ' : '\ufffd'));
