/** What came of a part: what it measured, and which properties do not hold. */
export interface Outcome {
  part: string;
  figures: string;
  wrong: string[];
  /** Why nothing was tried; absent where it was. */
  skipped?: string;
}

/** Notes which properties do not hold. */
export class Judge {
  readonly wrong: string[] = [];
  #checks = 0;

  expect(holds: boolean, what: () => string): void {
    this.#checks++;
    if (!holds && this.wrong.length < 20) this.wrong.push(what());
  }

  outcome(part: string, figures: string): Outcome {
    return { part, figures: `${figures}; ${this.#checks} checks`, wrong: this.wrong };
  }
}

/** Waits until something holds, and no longer than so many milliseconds. @returns how long it took; `undefined` where it did not come to pass */
export async function within(milliseconds: number, holds: () => Promise<boolean>): Promise<number | undefined> {
  const begin = performance.now();
  for (;;) {
    if (await holds().catch(() => false)) return performance.now() - begin;
    if (performance.now() - begin > milliseconds) return undefined;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export const range = (length: number): number[] => Array.from({ length }, (_, index) => index);

export const largest = (numbers: readonly number[]): number => Math.round(numbers.reduce((most, number) => Math.max(most, number), 0));
