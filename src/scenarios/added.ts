/** Scenarios that are added while the mock runs. Copies of a mock with one store have the same ones. */
import { type ReadsPattern, withPatterns } from './pattern/pattern.js';
import type { Scenario } from './scenario.js';
import { addedBase, nameWithin, numberKey, type ScenarioStore, turnKey, unnamedKey, versionKey } from './store.js';

export interface AddedScenario {
  /** In the order in which they came. */
  number: number;
  scenario: Scenario & { name: string };
  /** Only requests of this session get it; absent: all. */
  session?: string;
  /** Set where it came over the network: its patterns are not run by the engine of the platform. */
  isForeign?: true;
}

/** Loads what reads the patterns of scenarios that came over the network; absent where the platform's engine is to run them, as in a page, which has sent them itself. */
export type LoadsPatterns = () => Promise<ReadsPattern>;

/** What is kept under a number; `null` once it is gone. */
interface Kept {
  /** Tells it from another one that had the number before all was forgotten. */
  mark: string;
  /** Absent where code is in it, which lives in one process only. */
  scenario?: AddedScenario['scenario'];
  session?: string;
  isForeign?: true;
}

/** Patterns are written as texts, which mean the same. */
const inJson = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, member) => (member instanceof RegExp ? String(member) : member)));

/** A count would begin anew once all is forgotten, and would then say what it said before. */
const unique = (): string => `${Date.now()}-${Math.random()}`;

/** Seconds after which a turn ends that nobody ended. */
const turnSeconds = 10;

/** Whether there is a function in it. */
function hasCode(value: unknown): boolean {
  if (typeof value === 'function') return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasCode);
}

const numberOf = (key: string): number => Number(key.slice(key.lastIndexOf(':') + 1));

export class AddedScenarios {
  readonly #store: ScenarioStore;
  readonly #loadPatterns: LoadsPatterns | undefined;
  /** What this process added, as it came, by its mark. */
  readonly #own = new Map<string, AddedScenario>();
  #known: { version: unknown; scenarios: readonly AddedScenario[] } = { version: null, scenarios: [] };

  constructor(store: ScenarioStore, loadPatterns?: LoadsPatterns) {
    this.#store = store;
    this.#loadPatterns = loadPatterns;
  }

  /** Given once, over all copies. */
  async nextNumber(): Promise<number> {
    return this.#store.increment(numberKey);
  }

  /** A name for one that has none. Where somebody gave another the same name, the next one is tried. */
  async newName(session: string, isTaken: (name: string) => boolean): Promise<string> {
    for (;;) {
      const name = nameWithin(session, 'added-', await this.#store.increment(unnamedKey(session)));
      if (!isTaken(name)) return name;
    }
  }

  async add(added: AddedScenario): Promise<void> {
    const { number, scenario, session, isForeign } = added;
    const mark = unique();
    await this.#store.setItem(`${addedBase}:${number}`, hasCode(scenario) ? { mark } : inJson({ mark, scenario, session, isForeign }));
    // What came over the network has nothing in it that the store could not keep.
    if (!isForeign) this.#own.set(mark, added);
    await this.#change();
  }

  /** Does something about a name that no copy does at the same time. @returns false where another one is at it */
  async oneByOne(name: string, work: () => Promise<boolean>): Promise<boolean> {
    if ((await this.#store.increment(turnKey(name), turnSeconds)) !== 1) return false;
    try {
      return await work();
    } finally {
      // Where the store is away by now, the turn ends by itself.
      await Promise.resolve(this.#store.setItem(turnKey(name), 0)).catch(() => {});
    }
  }

  async remove(numbers: readonly number[]): Promise<void> {
    for (const number of numbers) await this.#store.setItem(`${addedBase}:${number}`, null);
    // Be there none: where all was forgotten, copies are to notice.
    await this.#change();
  }

  async #change(): Promise<void> {
    await this.#store.setItem(versionKey, unique());
    // What was done here is known here, be the store away from now on.
    await this.known();
  }

  /** The list, or, where the store cannot tell, what it was when it last did. */
  known(): readonly AddedScenario[] | Promise<readonly AddedScenario[]> {
    const now = this.list();
    return now instanceof Promise ? now.catch(() => this.#known.scenarios) : now;
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
        const value = (await this.#store.getItem(key)) as Kept | null;
        return value ? [{ number: numberOf(key), ...value }] : [];
      }),
    );
    const marks = new Set(kept.flat().map(({ mark }) => mark));
    for (const mark of this.#own.keys()) if (!marks.has(mark)) this.#own.delete(mark);
    const read = kept.flat().some(({ isForeign }) => isForeign) ? await this.#loadPatterns?.() : undefined;
    const scenarios = kept
      .flat()
      .flatMap(({ mark, number, scenario, session, isForeign }) => {
        // What this process added may have code in it.
        const own = this.#own.get(mark);
        if (own || !scenario) return own ? [own] : [];
        const { when, ...others } = scenario;
        const known = isForeign && read ? { ...others, when: withPatterns(when, read) as Scenario['when'] } : scenario;
        return [{ number, scenario: known, ...(session !== undefined && { session }) }];
      })
      .sort((one, other) => other.number - one.number);
    this.#known = { version, scenarios };
    return scenarios;
  }
}
