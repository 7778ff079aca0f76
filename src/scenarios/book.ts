/** All scenarios of a mock: those of files and those that are added while it runs, with how far each is in its sequence. */
import { type AddedScenario, AddedScenarios, type LoadsPatterns } from './added.js';
import {
  answerNumber,
  type CompiledAnswer,
  type CompiledScenario,
  compileScenario,
  isSequence,
  type ScenarioOperation,
  serves,
} from './compile.js';
import { ofSession } from './conditions.js';
import { Matcher } from './matcher.js';
import type { ScenarioRequest } from './request.js';
import type { Answer, Scenario } from './scenario.js';
import { countKey, type ScenarioStore } from './store.js';

/** The answer that a request gets. */
export interface ScenarioMatch {
  scenario: CompiledScenario;
  /** Position of the answer in the scenario. */
  index: number;
  answer: CompiledAnswer;
}

/** What is told of a scenario. */
export interface ScenarioState {
  name: string;
  /** The file that it stands in; absent where it stands in none. */
  file?: string;
  /** Set for one that was added while the mock runs, and can be removed; absent for all others. */
  added?: true;
  /** The only session that gets it; absent: all. */
  session?: string;
  /** How many requests it answered here. */
  calls: number;
  /** How many answers it has. */
  answers: number;
  /** Position of the answer that the next request of the session gets; absent where it has no more. */
  next?: number;
  /** The beginning of that answer, as it was written; absent where code makes it. */
  nextAnswer?: string;
}

/** A scenario that was added. */
export interface ScenarioHandle {
  readonly name: string;
  /** How many requests it answered here. */
  readonly calls: number;
  /** What is odd about it, and may be meant, such as parts that a protocol has no place for. */
  readonly warnings: readonly string[];
  remove(): Promise<void>;
}

/** How a scenario came. */
interface Origin {
  /** The only session that gets it; absent: all. */
  session?: string | undefined;
  /** Set where it came over the network. */
  isForeign?: true;
}

/** Characters of an answer that a list shows. */
const shown = 120;

function beginningOf(answer: Answer): string {
  const text = JSON.stringify(answer);
  return text.length > shown ? `${text.slice(0, shown - 1)}…` : text;
}

const nameForm = /^[\w.-]+$/;

/** Under what the requests of a scenario are counted that was added: one of the same name, after it is removed, begins anew. */
const counterOf = (name: string, number: number): string => `${name}:${number}`;

export class ScenarioBook {
  readonly #operations: readonly ScenarioOperation[];
  readonly #store: ScenarioStore;
  readonly #added: AddedScenarios;
  readonly #calls = new Map<string, number>();
  #loaded: readonly CompiledScenario[] = [];
  #current: { added: readonly AddedScenario[]; scenarios: readonly CompiledScenario[]; matcher: Matcher } | undefined;

  constructor(operations: readonly ScenarioOperation[], store: ScenarioStore, loadPatterns?: LoadsPatterns) {
    this.#operations = operations;
    this.#store = store;
    this.#added = new AddedScenarios(store, loadPatterns);
  }

  /** Takes the place of all that were loaded before. */
  load(scenarios: readonly CompiledScenario[]): void {
    this.#loaded = scenarios;
    this.#current = undefined;
  }

  /**
   * Adds a scenario, which is tried before all others.
   * @param warnings what was found odd about it
   * @throws Error for a name that is taken or of another form, and for a pattern or an expression that is none
   */
  async add(scenario: Scenario, { session, isForeign }: Origin, warnings: readonly string[]): Promise<ScenarioHandle> {
    const number = await this.#added.nextNumber();
    const name = scenario.name ?? (await this.#newName(session));
    if (!nameForm.test(name)) throw new Error(`a scenario's name has letters, digits, _, . and - only, got ${JSON.stringify(name)}`);
    if (!isForeign) compileScenario(scenario, this.#operations, name);
    const isNew = await this.#added.oneByOne(name, async () => {
      if ((await this.#now()).scenarios.some((known) => known.name === name)) return false;
      await this.#added.add({
        number,
        scenario: { ...scenario, name },
        ...(session !== undefined && { session }),
        ...(isForeign && { isForeign }),
      });
      return true;
    });
    if (!isNew) throw new Error(`there is a scenario ${name} already`);
    const calls = () => this.#calls.get(counterOf(name, number)) ?? 0;
    return {
      name,
      warnings,
      get calls() {
        return calls();
      },
      remove: () => this.#added.remove([number]),
    };
  }

  async #newName(session = ''): Promise<string> {
    const taken = new Set((await this.#now()).scenarios.map(({ name }) => name));
    return this.#added.newName(session, (name) => taken.has(name));
  }

  /** Removes one that was added. @returns whether there was one */
  async remove(name: string): Promise<boolean> {
    const numbers = (await this.#added.list()).filter(({ scenario }) => scenario.name === name).map(({ number }) => number);
    await this.#added.remove(numbers);
    return numbers.length > 0;
  }

  /** Forgets those that were added, for a session where one is named. */
  async reset(session?: string): Promise<void> {
    const added = await this.#added.list();
    await this.#added.remove(added.filter((one) => session === undefined || one.session === session).map(({ number }) => number));
    if (session === undefined) this.#calls.clear();
  }

  /** @param session of which those are listed that its requests may get; all, if it is left out */
  async list(session?: string): Promise<ScenarioState[]> {
    const { added, scenarios } = await this.#now();
    const sessions = new Map(added.map(({ scenario, session: only }) => [scenario.name, only]));
    const isListed = ({ name }: CompiledScenario) => session === undefined || [undefined, session].includes(sessions.get(name));
    return Promise.all(
      scenarios.filter(isListed).map(async (scenario) => {
        const { name, file, ends, counter = name } = scenario;
        const only = sessions.get(name);
        const given = Number((await this.#store.getItem(countKey(only ?? session ?? '', counter))) ?? 0);
        const next = given < ends ? answerNumber(scenario, given + 1) : undefined;
        const written = next === undefined ? undefined : scenario.answers[next]?.written;
        return {
          name,
          ...(file !== undefined && { file }),
          ...(sessions.has(name) && { added: true as const }),
          ...(only !== undefined && { session: only }),
          calls: this.#calls.get(counter) ?? 0,
          answers: scenario.answers.length,
          ...(next !== undefined && { next }),
          ...(written && { nextAnswer: beginningOf(written) }),
        };
      }),
    );
  }

  /** Whether there is no scenario, here or in a copy, as far as is known. */
  isEmpty(): boolean | Promise<boolean> {
    if (this.#loaded.length > 0) return false;
    const added = this.#added.known();
    return added instanceof Promise ? added.then(({ length }) => length === 0) : added.length === 0;
  }

  /**
   * The answer whose turn it is; counts the request.
   * @param named the only scenario that may answer, whatever its conditions are
   */
  async find(request: ScenarioRequest, named?: string): Promise<ScenarioMatch | undefined> {
    const known = this.#known();
    const { matcher, scenarios } = known instanceof Promise ? await known : known;
    const matching = named === undefined ? matcher.matching(request) : this.#named(scenarios, named, request);
    for (const scenario of matching) {
      const { counter = scenario.name } = scenario;
      const counted = isSequence(scenario) ? this.#store.increment(countKey(request.session, counter)) : 1;
      const number = typeof counted === 'number' ? counted : await counted;
      if (number > scenario.ends) continue;
      const index = answerNumber(scenario, number);
      this.#calls.set(counter, (this.#calls.get(counter) ?? 0) + 1);
      return { scenario, index, answer: scenario.answers[index] as CompiledAnswer };
    }
    // That there is none of that name is not said of a store that is away.
    if (named !== undefined) await this.#now();
    return undefined;
  }

  /** The scenario of a name, whatever its conditions, where the session of a request may have it and its operation can give its answers. */
  #named(scenarios: readonly CompiledScenario[], name: string, { session, operation }: ScenarioRequest): CompiledScenario[] {
    const asked = this.#operations.find(({ id }) => id === operation);
    const canGive = ({ answers }: CompiledScenario) => answers.every(({ written }) => !written || (asked && serves(asked, written)));
    return scenarios.filter((one) => one.name === name && (one.session ?? session) === session && canGive(one));
  }

  /** Why the scenario that a request names does not answer it. */
  async refusal(request: ScenarioRequest, name: string): Promise<string> {
    const all = await this.list(request.session);
    const left = all.flatMap((one) => (one.next === undefined ? [] : one.name));
    const others = `; those that have answers are ${left.join(', ') || 'none'}`;
    if (!all.some((one) => one.name === name)) return `there is no scenario ${name}${others}`;
    const { scenarios } = await this.#now();
    return this.#named(scenarios, name, request).length === 0
      ? `${request.operation} cannot give the answers of the scenario ${name}`
      : `the scenario ${name} has given its last answer${others}`;
  }

  /** Why no scenario answered: the nearest one, and the condition of it that failed. */
  async nearest(request: ScenarioRequest): Promise<{ name: string; failed: string } | undefined> {
    const found = (await this.#now()).matcher.nearest(request);
    return found && { name: found.scenario.name, failed: found.failed.place };
  }

  /** The answer of a scenario, by its name and position. */
  async answerAt(name: string, index: number): Promise<ScenarioMatch | undefined> {
    const scenario = (await this.#known()).scenarios.find((candidate) => candidate.name === name);
    const answer = scenario?.answers[index];
    return scenario && answer && { scenario, index, answer };
  }

  #now() {
    return this.#of(this.#added.list());
  }

  /** As they are now, or, while the store is away, as they were last. */
  #known() {
    return this.#of(this.#added.known());
  }

  #of(added: readonly AddedScenario[] | Promise<readonly AddedScenario[]>) {
    return added instanceof Promise ? added.then((list) => this.#with(list)) : this.#with(added);
  }

  #with(added: readonly AddedScenario[]) {
    if (this.#current?.added !== added) {
      const compiled = added.map(({ number, scenario, session }) => {
        const counter = counterOf(scenario.name, number);
        const one = compileScenario(scenario, this.#operations, scenario.name, { counter });
        return session === undefined ? one : { ...one, session, conditions: [ofSession(session), ...one.conditions] };
      });
      const scenarios = [...compiled, ...this.#loaded];
      this.#current = { added, scenarios, matcher: new Matcher(scenarios) };
    }
    return this.#current;
  }
}
