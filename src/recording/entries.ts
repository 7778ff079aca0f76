/** Finds the entries of a list in a JSON file, piece by piece: of the `entries` of a HAR file, or of the list that the file is. */
import { type Border, borderAt } from './entry-border.js';

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
  /** Absent for what is no object, for one that is larger than any, and for one that was read already. */
  bytes?: Buffer;
  /** What was read already. */
  value?: object;
}

/** How a scan ended. */
export interface ScanEnd {
  /** Whether there is a list; without one, the file has another form. */
  hasList: boolean;
  /** Whether it ends where it should. */
  isClosed: boolean;
  /** Number of the last entry that began. */
  last: number;
  /** Whether it ends in the middle of that entry. */
  isOpen: boolean;
}

/** Of a HAR file: in the object `log`, in the object that the file is. */
const depthOfEntries = 3;

/**
 * Takes a file in pieces. Where entries begin and end is told without reading them, so that what is wrong in one entry hides no other. Byte by byte
 * that takes longer than to check them, and so entries that are bordered as the ones before are found by the border, and read at once: an object
 * that can be read ends where it was thought to end.
 */
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
  /** Byte after the entry before. */
  #end = -1;
  #border: Border | undefined;
  #parts: Buffer[] = [];
  #size = 0;

  /** @param largest entry whose bytes are kept */
  constructor(largest: number) {
    this.#largest = largest;
  }

  /** Gives the entries that are complete with this piece. All of them have to be taken before the next piece. */
  *write(piece: Buffer): Generator<ScannedEntry, void> {
    const { length } = piece;
    /** Where one entry is bordered otherwise, or cannot be read, the rest of the piece goes byte by byte: nothing is gone through more than twice. */
    let hasBorders = true;
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
          if (byte === openBrace && hasBorders) {
            this.#border ??= borderAt(piece, this.#end - this.#position);
            if (this.#border) {
              hasBorders = false;
              at = yield* this.#bordered(this.#border, piece, at);
              continue;
            }
          }
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
          yield* this.#endSlot(at);
          this.#inList = 0;
        }
        this.#depth--;
        if (this.#from !== -1 && this.#depth === this.#inList) {
          this.#keep(piece, start, at + 1);
          yield this.#entry(this.#position + at + 1);
          start = -1;
        }
      } else if (byte === comma) {
        if (this.#inList > 0 && this.#depth === this.#inList) yield* this.#endSlot(at);
        if (this.#depth === depthOfEntries - 1) this.#name = '';
      } else if (byte > 0x20 && this.#inList > 0 && this.#depth === this.#inList && this.#slot === 'nothing') this.#slot = 'value';
      at++;
    }
    if (start !== -1) this.#keep(piece, start, length);
    this.#position += length;
  }

  end(): ScanEnd {
    return {
      hasList: this.#hasList,
      isClosed: this.#depth <= 0 && !this.#isInString,
      last: this.#number,
      isOpen: this.#from !== -1,
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

  /** @returns where the entry begins that is the first not to be given */
  *#bordered(border: Border, piece: Buffer, from: number): Generator<ScannedEntry, number> {
    let at = from;
    for (let read = border.readBefore(piece, at, this.#largest); read; read = border.readBefore(piece, at, this.#largest)) {
      const entry = { number: ++this.#number, from: this.#position + at, to: this.#position + read.end, value: read.value };
      at = read.next;
      yield entry;
    }
    return at;
  }

  /** What is no object is told as such. */
  *#endSlot(at: number): Generator<ScannedEntry, void> {
    if (this.#slot === 'value') {
      this.#number++;
      yield { number: this.#number, from: this.#position + at, to: this.#position + at };
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
    this.#end = to;
    this.#parts = [];
    this.#size = 0;
    return entry;
  }
}
