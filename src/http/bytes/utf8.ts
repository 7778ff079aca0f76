/** Reads UTF-8 piece by piece, as `TextDecoder` does, and tells what is none of it. */

/** Bytes that are no UTF-8, or a byte order mark, which some texts must not have. */
export type Flaw = 'bytes' | 'mark';

/** What stands for bytes that cannot be read, and may also have been written so. */
const replacement = '\uFFFD';
const [first, second, third] = [0xef, 0xbf, 0xbd];
const mark = [0xef, 0xbb, 0xbf];

type Slice = (this: Uint8Array, start: number, end: number) => string;

/** How Node.js itself reads bytes, in a third of the time that a decoder takes; it knows no pieces. */
const slice = (globalThis.Buffer?.prototype as { utf8Slice?: Slice } | undefined)?.utf8Slice;

/** The last byte that is a character by itself. */
const lastOfAscii = 0x7f;

/** Decoders between two texts: to make one takes longer than to use it. */
const idle: TextDecoder[] = [];

export class Utf8Reader {
  /** What is wrong with the bytes of the last piece. */
  flaw: Flaw | undefined;
  #decoder: TextDecoder | undefined;
  /** The last two bytes of what came before, as far as there are any. */
  #before: number | undefined;
  #last: number | undefined;
  /** The first bytes, until there are three. */
  #start: number[] | undefined;
  #isBegun = false;

  /** @param bytes absent at the end */
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string {
    const text =
      slice && bytes && options?.stream && this.#isWhole(bytes) ? slice.call(bytes, 0, bytes.length) : this.#decode(bytes, options);
    const isBroken = text.includes(replacement) && count(text) > this.#written(bytes);
    this.flaw = isBroken ? 'bytes' : bytes && !this.#isBegun && this.#begins(bytes) ? 'mark' : undefined;
    if (bytes && bytes.length > 0) {
      const end = bytes.length - 1;
      const byte = bytes[end] as number;
      // Behind a character of one byte, no other one goes on.
      if (byte > lastOfAscii) this.#before = end > 0 ? bytes[end - 1] : this.#last;
      this.#last = byte;
    }
    return text;
  }

  #decode(bytes?: Uint8Array, options?: { stream?: boolean }): string {
    // Nothing is left of what was read without one.
    if (!bytes && !this.#decoder) return '';
    const decoder = this.#decoder ?? idle.pop() ?? new TextDecoder();
    const text = decoder.decode(bytes, options);
    this.#decoder = options?.stream ? decoder : undefined;
    if (!options?.stream) idle.push(decoder);
    return text;
  }

  /** Whether a piece begins and ends between two characters, and not with a mark: most of them end with a line. */
  #isWhole(bytes: Uint8Array): boolean {
    const isBetween = this.#last === undefined ? bytes[0] !== mark[0] : this.#isBegun && this.#last <= lastOfAscii;
    return isBetween && (bytes[bytes.length - 1] as number) <= lastOfAscii;
  }

  /** How often what stands for unreadable bytes was written so. */
  #written(bytes: Uint8Array = new Uint8Array()): number {
    let [before, last] = [this.#before, this.#last];
    let found = 0;
    for (const byte of bytes) {
      if (byte === third && last === second && before === first) found++;
      [before, last] = [last, byte];
    }
    return found;
  }

  /** Whether the text begins with a byte order mark; told with its last byte. */
  #begins(bytes: Uint8Array): boolean {
    this.#isBegun = bytes.length > 0 && this.#start === undefined && bytes[0] !== mark[0];
    // Hardly any text begins so.
    if (this.#isBegun) return false;
    this.#start = [...(this.#start ?? []), ...bytes.subarray(0, 3)].slice(0, 3);
    this.#isBegun = this.#start.length === 3;
    return this.#isBegun && this.#start.every((byte, index) => byte === mark[index]);
  }
}

const count = (text: string): number => text.split(replacement).length - 1;
