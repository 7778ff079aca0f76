/** Finds the entries of a list in a JSON file, piece by piece: of the `entries` of a HAR file, or of the list that the file is. */

const [quote, backslash, comma, openBrace, closeBrace, openBracket, closeBracket] = Buffer.from('"\\,{}[]') as unknown as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** One entry, and where it stands in the file. */
export interface ScannedEntry {
  /** From 1. */
  number: number;
  /** Its first byte, and the one after its last. */
  from: number;
  to: number;
  /** Absent for what is no object, and for one that is larger than any. */
  bytes?: Buffer;
}

/** How a scan ended. */
export interface ScanEnd {
  /** Whether there is a list; without one, the file has another form. */
  hasList: boolean;
  /** Whether it ends where it should. */
  isClosed: boolean;
  /** The entry in the middle of which it ends. */
  open?: number;
}

/** Of a HAR file: in the object `log`, in the object that the file is. */
const depthOfEntries = 3;

/** Takes a file in pieces. It is not read for what it says, so that what is wrong in one entry hides no other. */
export class EntryScanner {
  readonly #largest: number;
  #depth = 0;
  /** Depth of what is in the list; 0 while it has not been found, or is over. */
  #inList = 0;
  #hasList = false;
  #isInString = false;
  #isEscaped = false;
  /** The last text in the object `log`: the name of the list that begins. */
  #name = '';
  #position = 0;
  #number = 0;
  /** What stands between two commas of the list. */
  #slot: 'nothing' | 'value' | 'object' = 'nothing';
  #from = -1;
  #parts: Buffer[] = [];
  #size = 0;

  /** @param largest entry whose bytes are kept */
  constructor(largest: number) {
    this.#largest = largest;
  }

  /** @returns the entries that are complete with this piece */
  write(piece: Buffer): ScannedEntry[] {
    const found: ScannedEntry[] = [];
    const { length } = piece;
    /** Where in this piece the entry begins that goes on. */
    let start = this.#from === -1 ? -1 : 0;
    let at = 0;
    while (at < length) {
      if (this.#isInString) {
        at = this.#passString(piece, at);
        continue;
      }
      const byte = piece[at] as number;
      if (byte === quote) {
        this.#isInString = true;
        if (this.#depth === depthOfEntries - 1) this.#name = '';
        if (this.#inList > 0 && this.#depth === this.#inList) this.#slot = 'value';
      } else if (byte === openBrace || byte === openBracket) {
        if (this.#inList > 0 && this.#depth === this.#inList) {
          this.#slot = byte === openBrace ? 'object' : 'value';
          if (byte === openBrace) {
            this.#number++;
            this.#from = this.#position + at;
            start = at;
          }
        }
        this.#depth++;
        if (!this.#hasList && byte === openBracket && (this.#depth === 1 || (this.#depth === depthOfEntries && this.#name === 'entries'))) {
          this.#hasList = true;
          this.#inList = this.#depth;
        }
      } else if (byte === closeBrace || byte === closeBracket) {
        if (this.#inList > 0 && this.#depth === this.#inList) {
          this.#endSlot(found, at);
          this.#inList = 0;
        }
        this.#depth--;
        if (this.#from !== -1 && this.#depth === this.#inList) {
          this.#keep(piece, start, at + 1);
          found.push(this.#entry(this.#position + at + 1));
          start = -1;
        }
      } else if (byte === comma) {
        if (this.#inList > 0 && this.#depth === this.#inList) this.#endSlot(found, at);
        if (this.#depth === depthOfEntries - 1) this.#name = '';
      } else if (byte > 0x20 && this.#inList > 0 && this.#depth === this.#inList && this.#slot === 'nothing') this.#slot = 'value';
      at++;
    }
    if (start !== -1) this.#keep(piece, start, length);
    this.#position += length;
    return found;
  }

  end(): ScanEnd {
    return {
      hasList: this.#hasList,
      isClosed: this.#depth <= 0 && !this.#isInString,
      ...(this.#from !== -1 && { open: this.#number }),
    };
  }

  /** @returns where the string, or the piece, ends */
  #passString(piece: Buffer, from: number): number {
    const { length } = piece;
    let at = from;
    if (this.#isEscaped) {
      this.#isEscaped = false;
      at++;
    }
    while (at < length && piece[at] !== quote) at += piece[at] === backslash ? 2 : 1;
    if (this.#depth === depthOfEntries - 1) this.#name += piece.toString('latin1', from, Math.min(at, length));
    if (at < length) this.#isInString = false;
    else this.#isEscaped = at > length;
    return at + 1;
  }

  /** What is no object is told as such. */
  #endSlot(found: ScannedEntry[], at: number): void {
    if (this.#slot === 'value') {
      this.#number++;
      found.push({ number: this.#number, from: this.#position + at, to: this.#position + at });
    }
    this.#slot = 'nothing';
  }

  #keep(piece: Buffer, from: number, to: number): void {
    this.#size += to - from;
    if (this.#size > this.#largest) this.#parts = [];
    else this.#parts.push(piece.subarray(from, to));
  }

  #entry(to: number): ScannedEntry {
    const parts = this.#parts;
    const isKept = this.#size <= this.#largest;
    const place = { number: this.#number, from: this.#from, to };
    const entry = isKept ? { ...place, bytes: parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts) } : place;
    this.#from = -1;
    this.#parts = [];
    this.#size = 0;
    return entry;
  }
}
