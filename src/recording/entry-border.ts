/** What stands between two entries of a list: whoever writes many writes them alike. */

/** Of a border, in bytes: indentation, and the name of a member. */
const longest = 200;

/** An entry that was read, the byte after it, and the first one of the next. */
interface Bordered {
  value: object;
  end: number;
  next: number;
}

/** From the last byte of an entry to the name of the first member of the next, such as `},{"startedDateTime"`. */
export class Border {
  readonly #bytes: Buffer;
  /** Where the next entry begins in it. */
  readonly #next: number;

  /** @param before what stands before the next entry */
  constructor(before: string, name: string) {
    this.#bytes = Buffer.from(before + name, 'latin1');
    this.#next = before.length;
  }

  /**
   * Reads the entry that begins at a byte. The border may stand within an entry too, which then cannot be read.
   * @param largest entry that is read
   * @returns undefined where no border follows in this piece, or what is before it is not JSON
   */
  readBefore(piece: Buffer, from: number, largest: number): Bordered | undefined {
    const end = piece.indexOf(this.#bytes, from) + 1;
    if (end === 0 || end - from > largest) return undefined;
    try {
      return { value: JSON.parse(piece.toString('utf8', from, end)) as object, end, next: end - 1 + this.#next };
    } catch {
      return undefined;
    }
  }
}

/** @param end byte after an entry; it may not be in the piece */
export function borderAt(piece: Buffer, end: number): Border | undefined {
  if (end < 1) return undefined;
  const [, before, name] = /^(\}\s*,\s*)(\{\s*"[^"]*")/.exec(piece.toString('latin1', end - 1, end + longest)) ?? [];
  return before !== undefined && name !== undefined ? new Border(before, name) : undefined;
}
