/** Where the entries of a HAR file stand in it, so that one can be read without the others. */

const [quote, backslash, comma, openBrace, closeBrace, openBracket, closeBracket] = Buffer.from('"\\,{}[]');

/** Depth of an entry: in the list `entries`, in the object `log`, in the object that the file is. */
const entryDepth = 4;

/** @returns from the first byte of each entry to the one after its last; none where the file has another form */
export function entryPlaces(file: Buffer): { from: number; to: number }[] {
  const places: { from: number; to: number }[] = [];
  let depth = 0;
  let from = 0;
  /** The last text in the object `log`: the name of the list that begins. */
  let name = '';
  let isInEntries = false;
  for (let at = 0; at < file.length; at++) {
    const byte = file[at];
    if (byte === quote) {
      const start = at + 1;
      for (at++; at < file.length && file[at] !== quote; at++) if (file[at] === backslash) at++;
      if (depth === entryDepth - 2) name = file.toString('latin1', start, at);
    } else if (byte === openBrace || byte === openBracket) {
      depth++;
      if (depth === entryDepth - 1) isInEntries = name === 'entries' && byte === openBracket;
      if (depth === entryDepth && isInEntries) from = at;
    } else if (byte === closeBrace || byte === closeBracket) {
      if (depth === entryDepth && isInEntries) places.push({ from, to: at + 1 });
      depth--;
      if (depth === entryDepth - 2) isInEntries = false;
    } else if (byte === comma && depth === entryDepth - 2) name = '';
  }
  return places;
}
