/** Takes out of a page what a browser or an editor put into it: characters that nobody sees, and ways to end a line. */

/** Zero-width marks, marks of direction, the byte order mark, the soft hyphen. */
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
/** Blanks that are no space, a no-break space for one. A tab is left, since it may indent. */
const blank = /[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;

export const cleaned = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').replace(blank, ' ').replace(invisible, '');
