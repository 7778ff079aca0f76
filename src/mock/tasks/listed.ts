/** The jobs of a session in the order in which they were created, as the store has them: each by its number, so that a page costs a page. */
import type { CountingStore } from '../store/store.js';

/** How many numbers are looked up together. */
const batch = 64;

/** Lets others have their turn: where many jobs are passed over, all would wait for this one request. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export class ListedJobs {
  /**
   * @param key of a number, or of how many there are
   * @param momentOf a text that is greater for a later job, if the id tells
   */
  constructor(
    readonly store: CountingStore,
    readonly key: (name: string) => string,
    readonly momentOf: (id: string) => string | undefined,
  ) {}

  async add(id: string): Promise<void> {
    await this.store.setItem(this.key(String(await this.store.increment(this.key('count')))), id);
  }

  /** The ids before a number, the newest first; those that the store has forgotten are the oldest. */
  async *before(number: number): AsyncGenerator<{ number: number; id: string }> {
    for (let top = number - 1; top > 0; top -= batch) {
      const numbers = Array.from({ length: Math.min(batch, top) }, (_, index) => top - index);
      const ids = await Promise.all(numbers.map((one) => this.#at(one)));
      for (const [index, id] of ids.entries()) if (id !== undefined) yield { number: top - index, id };
      if (ids.at(-1) === undefined) return;
      await turn();
    }
  }

  /** The number that comes after all. */
  async end(): Promise<number> {
    return Number((await this.store.getItem(this.key('count'))) ?? 0) + 1;
  }

  /** The number of a job, or of the next one that is older; 0 where its id tells no time, and none has it. */
  async numberOf(id: string): Promise<number> {
    const end = await this.end();
    const moment = this.momentOf(id);
    if (moment === undefined) return 0;
    const near = await this.#newestUpTo(moment, end);
    for await (const one of this.before(Math.min(end, near + batch / 2))) {
      if (one.id === id) return one.number;
      if (one.number < near - batch / 2) break;
    }
    // Under a clock that was set back, what comes later may be older.
    for await (const one of this.before(end)) if (one.id === id) return one.number;
    return near + 1;
  }

  /** The highest number of a job that is no later than a moment, where each is later than the one before. */
  async #newestUpTo(moment: string, end: number): Promise<number> {
    let [low, high] = [0, end - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const id = await this.#at(middle);
      if (id === undefined || (this.momentOf(id) ?? '') <= moment) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  async #at(number: number): Promise<string | undefined> {
    return ((await this.store.getItem(this.key(String(number)))) as string | null) ?? undefined;
  }
}
