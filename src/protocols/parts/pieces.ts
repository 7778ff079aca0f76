/** Cutting text into the pieces of a stream. The pieces, joined, are the text; no character is cut in two. */

import { asText, type JsonObject } from './json.js';

// Scripts that put no spaces between words (Chinese, Japanese) go two characters at a time; 16 others are the longest piece, so that
// text without spaces, such as compact JSON, streams as well.
const word = /\s*\p{Lo}{1,2}|\s*[^\s\p{Lo}]{1,16}|\s+/gu;

/** Pieces of about a word, with the space before it; none for an empty text. */
export const words = (text: string): string[] => text.match(word) ?? [];

/** The tokens of which an answer tells that they are its text; where it tells none, its words. */
export function toldPieces(text: string, told: readonly JsonObject[]): string[] {
  const tokens = told.map(({ token }) => asText(token));
  return tokens.join('') === text ? tokens : words(text);
}

const mostFragments = 4;
const leastLength = 8;

/** A few pieces of similar length, as tool arguments arrive; none for an empty text. */
export function fragments(text: string): string[] {
  const length = Math.max(leastLength, Math.ceil(text.length / mostFragments));
  return text.match(new RegExp(`.{1,${length}}`, 'gsu')) ?? [];
}
