/**
 * Halves of characters: JSON can write one (`\ud83d`), as who cuts a text in the midst of a smiley does. No text has one alone, and readers
 * differ in what they make of it.
 */

/** How JSON writes a half, alone or beside its other one. Nothing else that is decoded from UTF-8 can be one. */
const written = /\\ud[89a-f]/i;

/** Each escape; two halves that belong together are one. */
const escapes = /\\(?:ud[89ab]..\\ud[c-f]..|ud[89a-f]..|.)/gis;

/** Whether it is worth looking for halves in what JSON says. */
export const mayHoldHalf = (json: string): boolean => json.includes('\\u') && written.test(json);

/** The same JSON with what stands for characters that cannot be read (U+FFFD) in the place of each half. */
export const inWholeCharacters = (json: string): string =>
  mayHoldHalf(json) ? json.replace(escapes, (one) => (one.length === 6 ? '\\ufffd' : one)) : json;
