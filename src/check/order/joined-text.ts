/** A text that comes in pieces: is what is told of the whole of it what its pieces say? */
import { readJson } from '../../http/json/json-text.js';

/** Characters of one text that are kept. Of a longer one only the length is compared. */
const longest = 1_000_000;

export interface JoinedPieces {
  add(piece: string): void;
  readonly length: number;
  /** The text, as far as it is kept; `undefined` where it is too long. */
  readonly text: string | undefined;
  /** Whether this is the whole text, as far as one can tell. */
  equals(whole: string): boolean;
}

export function joinedPieces(): JoinedPieces {
  let text: string | undefined = '';
  let length = 0;
  return {
    add(piece) {
      length += piece.length;
      text = text === undefined || length > longest ? undefined : text + piece;
    },
    get length() {
      return length;
    },
    get text() {
      return text;
    },
    equals: (whole) => whole.length === length && (text === undefined || text === whole),
  };
}

/** Whether a text is JSON of an object. */
export function isJsonObject(text: string): boolean {
  try {
    const value = readJson(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
