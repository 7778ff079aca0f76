/** Texts of others in outputs of our own: nothing of them moves a cursor, turns a line round or begins a new one. */

/** What would not stay on its line, or would move the cursor of who looks at it. */
export const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A text of one line without them, where how it looks is all that counts. */
export const visible = (text: string): string => text.replace(hidden, (character) => (/\s/.test(character) ? ' ' : '\ufffd'));

/** The same of a text whose lines are meant. */
export const visibleLines = (text: string): string =>
  text.replace(hidden, (character) => (/[\n\t]/.test(character) ? character : visible(character)));

const inJson = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** JSON that says the same, and is nothing but what can be seen. @param json whose line breaks are its layout */
export const visibleJson = (json: string): string =>
  json.replace(hidden, (character) => (character === '\n' ? character : character.split('').map(inJson).join('')));

/** What went wrong and where, for whoever looks at a log. */
export const visibleError = (error: unknown): string =>
  visibleLines(error instanceof Error ? (error.stack ?? error.message) : String(error));
