/** Texts as parts of keys in a store, where `:` stands between parts and `?`, `/` and `..` have meanings of their own. */

/** The text in letters, digits, `%`, `_` and `-`. */
export const keyPart = (text: string): string =>
  encodeURIComponent(text).replace(/[.!~*'()]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** Begins all keys of a session, and no other. The usual session has no name. */
export const sessionKey = (session: string): string => `${session === '' ? '$usual' : keyPart(session)}:`;
