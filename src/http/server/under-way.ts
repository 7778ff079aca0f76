/** How many requests are being answered: those of a connection that is gone still are, for a moment. */
export class UnderWay {
  #count = 0;
  #waiting: (() => void)[] = [];

  begin(): void {
    this.#count++;
  }

  readonly end = (): void => {
    this.#count--;
    if (this.#count === 0) for (const tell of this.#waiting.splice(0)) tell();
  };

  /** Resolves when there are none. */
  async over(): Promise<void> {
    if (this.#count > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
