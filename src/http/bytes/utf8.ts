/** Reads UTF-8 piece by piece, as `TextDecoder` does, and tells what is none of it. */

/** Bytes that are no UTF-8, or a byte order mark, which some texts must not have. */
export type Flaw = 'bytes' | 'mark';

/** What stands for bytes that cannot be read, and may also have been written so. */
const replacement = '\uFFFD';
const [first, second, third] = [0xef, 0xbf, 0xbd];
const mark = [0xef, 0xbb, 0xbf];

export class Utf8Reader {
  /** What is wrong with the bytes of the last piece. */
  flaw: Flaw | undefined;
  readonly #decoder = new TextDecoder();
  /** The last bytes of what came before, at most two, and how many came in all, as far as that matters. */
  #tail: Uint8Array = new Uint8Array();
  #start: number[] | undefined = [];

  /** @param bytes absent at the end */
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string {
    const text = this.#decoder.decode(bytes, options);
    const isBroken = text.includes(replacement) && count(text) > this.#written(bytes);
    this.flaw = isBroken ? 'bytes' : bytes && this.#start && this.#begins(bytes) ? 'mark' : undefined;
    if (bytes) this.#tail = bytes.length > 1 ? bytes.slice(-2) : Uint8Array.from([...this.#tail, ...bytes].slice(-2));
    return text;
  }

  /** How often what stands for unreadable bytes was written so. */
  #written(bytes: Uint8Array = new Uint8Array()): number {
    const all = [...this.#tail];
    let found = 0;
    for (const byte of bytes) {
      const isOne = byte === third && all.at(-1) === second && all.at(-2) === first;
      if (isOne) found++;
      all[0] = all.at(-1) ?? byte;
      all[1] = byte;
    }
    return found;
  }

  /** Whether the text begins with a byte order mark; told with its last byte. */
  #begins(bytes: Uint8Array): boolean {
    const start = [...(this.#start ?? []), ...bytes.subarray(0, 3)].slice(0, 3);
    this.#start = start.length < 3 ? start : undefined;
    return start.length === 3 && start.every((byte, index) => byte === mark[index]);
  }
}

const count = (text: string): number => text.split(replacement).length - 1;
