/** Writes bits, most significant first. */
export class Bits {
  readonly #bytes: number[] = [];
  #byte = 0;
  #used = 0;

  write(value: number, count: number): this {
    for (let bit = count - 1; bit >= 0; bit--) {
      this.#byte = (this.#byte << 1) | ((value >> bit) & 1);
      if (++this.#used < 8) continue;
      this.#bytes.push(this.#byte);
      this.#byte = 0;
      this.#used = 0;
    }
    return this;
  }

  /** Fills the byte that has begun. */
  align(bit: 0 | 1): this {
    while (this.#used > 0) this.write(bit, 1);
    return this;
  }

  get bytes(): number[] {
    return this.#bytes;
  }
}
