/** Scenarios that are added while the mock runs. Copies of a mock with one store have the same ones. */
import type { Scenario } from './scenario.js';
import { addedBase, numberKey, type ScenarioStore, versionKey } from './store.js';

export interface AddedScenario {
  /** In the order in which they came. */
  number: number;
  scenario: Scenario & { name: string };
  /** Only requests of this session get it; absent: all. */
  session?: string;
}

/** What is kept under a number; `null` once it is gone. */
type Kept = Omit<AddedScenario, 'number'> | null;

/** Patterns are written as texts, which mean the same. */
const inJson = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, member) => (member instanceof RegExp ? String(member) : member)));

/** Code lives in one process only. */
function hasCode(value: unknown): boolean {
  if (typeof value === 'function') return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasCode);
}

const numberOf = (key: string): number => Number(key.slice(key.lastIndexOf(':') + 1));

export class AddedScenarios {
  readonly #store: ScenarioStore;
  /** What this process added, as it came. */
  readonly #own = new Map<number, AddedScenario>();
  #known: { version: unknown; scenarios: readonly AddedScenario[] } = { version: null, scenarios: [] };

  constructor(store: ScenarioStore) {
    this.#store = store;
  }

  /** Given once, over all copies. */
  async nextNumber(): Promise<number> {
    return this.#store.increment(numberKey);
  }

  async add(added: AddedScenario): Promise<void> {
    const { number, scenario, session } = added;
    this.#own.set(number, added);
    if (!hasCode(scenario)) await this.#store.setItem(`${addedBase}:${number}`, inJson({ scenario, session }));
    await this.#store.increment(versionKey);
  }

  async remove(numbers: readonly number[]): Promise<void> {
    if (numbers.length === 0) return;
    for (const number of numbers) {
      this.#own.delete(number);
      await this.#store.setItem(`${addedBase}:${number}`, null);
    }
    await this.#store.increment(versionKey);
  }

  /** Whether there never was one, here or in a copy with the same store; a store that has to be asked may hold some. */
  get isUnused(): boolean {
    return this.#own.size === 0 && this.#store.getItem(versionKey) === null;
  }

  /** The newest first; the same list as long as nothing changes. */
  list(): readonly AddedScenario[] | Promise<readonly AddedScenario[]> {
    const version = this.#store.getItem(versionKey);
    return version instanceof Promise ? version.then((known) => this.#at(known)) : this.#at(version);
  }

  #at(version: unknown): readonly AddedScenario[] | Promise<readonly AddedScenario[]> {
    return version === this.#known.version ? this.#known.scenarios : this.#read(version);
  }

  async #read(version: unknown): Promise<readonly AddedScenario[]> {
    const kept = await Promise.all(
      (await this.#store.getKeys(addedBase)).map(async (key) => {
        const value = (await this.#store.getItem(key)) as Kept;
        return value ? [{ number: numberOf(key), ...value }] : [];
      }),
    );
    const numbers = new Map(kept.flat().map((added) => [added.number, added]));
    // Those of this process may have code in them. What was forgotten with the store is forgotten here too.
    if (version === null) this.#own.clear();
    for (const [number, added] of this.#own) if (numbers.has(number) || hasCode(added.scenario)) numbers.set(number, added);
    const scenarios = [...numbers.values()].sort((one, other) => other.number - one.number);
    this.#known = { version, scenarios };
    return scenarios;
  }
}
