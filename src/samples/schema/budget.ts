/** How much work one schema may cost: a count of steps, not of time, so that the same schema has the same end everywhere. */

/** The work was more than one schema may cost. */
export class Exhausted extends Error {}

/** One for all: it is thrown often where much is tried, and nobody asks for its stack. */
const exhausted = new Exhausted();

export class Budget {
  #left = 0;

  /** Begins a part of the work, for which there are so many steps. */
  begin(steps: number): void {
    this.#left = steps;
  }

  /** @throws Exhausted */
  spend(steps = 1): void {
    this.#left -= steps;
    if (this.#left < 0) throw exhausted;
  }

  /** Steps that this part of the work may still take. */
  get left(): number {
    return Math.max(0, this.#left);
  }

  get isExhausted(): boolean {
    return this.#left < 0;
  }
}
