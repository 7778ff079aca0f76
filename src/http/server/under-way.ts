/** Milliseconds that are waited for answers which nobody gets any more. */
const patience = 500;

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

  /** Resolves when there are none, or after a moment: what an answer of somebody's own waits for may never come. */
  async over(): Promise<void> {
    if (this.#count === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, patience);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
