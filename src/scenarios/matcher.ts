/** Finds the first scenario that a request meets. Conditions that several scenarios share are asked once. */
import { escapePattern } from '../contract/escape-pattern.js';
import type { CompiledScenario } from './compile.js';
import type { Condition } from './conditions.js';
import type { ScenarioRequest } from './request.js';

interface Candidate {
  scenario: CompiledScenario;
  /** Positions in `#conditions`, from cheap to dear. */
  conditions: readonly number[];
}

/** The scenarios of an operation. */
interface Candidates {
  list: Candidate[];
  /** What hundreds of them ask the user's words for: one pattern tells that there is none of it, as there is in most questions. */
  words: { pattern: RegExp; conditions: readonly number[] };
}

/** As much of a text as tells that another one does not contain it. */
const beginning = 64;

export class Matcher {
  readonly #conditions: Condition[] = [];
  readonly #byOperation = new Map<string, Candidates>();

  /** @param scenarios in the order in which they are tried */
  constructor(scenarios: readonly CompiledScenario[]) {
    const known = new Map<unknown, number>();
    const numberOf = (condition: Condition): number => {
      const number = known.get(condition.key) ?? this.#conditions.push(condition) - 1;
      known.set(condition.key, number);
      return number;
    };
    const lists = new Map<string, Candidate[]>();
    for (const scenario of scenarios) {
      const candidate = { scenario, conditions: scenario.conditions.map(numberOf) };
      for (const operation of scenario.operations) {
        const list = lists.get(operation);
        if (list) list.push(candidate);
        else lists.set(operation, [candidate]);
      }
    }
    for (const [operation, list] of lists) this.#byOperation.set(operation, { list, words: this.#wordsOf(list) });
  }

  #wordsOf(list: readonly Candidate[]): Candidates['words'] {
    const conditions = [...new Set(list.flatMap((candidate) => candidate.conditions))].filter((number) => this.#conditions[number]?.words);
    const texts = conditions.map((number) => escapePattern((this.#conditions[number]?.words ?? '').slice(0, beginning)));
    return { pattern: new RegExp(texts.join('|')), conditions };
  }

  /** The scenarios that the request meets, in their order; each is looked for when it is asked for. */
  *matching(request: ScenarioRequest): Generator<CompiledScenario, undefined> {
    const candidates = this.#byOperation.get(request.operation);
    if (!candidates) return undefined;
    const { list, words } = candidates;
    // 0: not asked, 1: holds, 2: does not. Plain loops: most of hundreds of scenarios fail at their first condition.
    const known = new Uint8Array(this.#conditions.length);
    if (words.conditions.length > 0 && !words.pattern.test(request.conversation?.user ?? ''))
      for (const number of words.conditions) known[number] = 2;
    for (const { scenario, conditions } of list) {
      let holds = true;
      for (let index = 0; holds && index < conditions.length; index++) {
        const number = conditions[index] as number;
        known[number] ||= this.#conditions[number]?.holds(request) ? 1 : 2;
        holds = known[number] === 1;
      }
      if (holds) yield scenario;
    }
    return undefined;
  }

  /** The scenario of which the most conditions hold, and the first that does not. */
  nearest(request: ScenarioRequest): { scenario: CompiledScenario; failed: Condition } | undefined {
    let best: { scenario: CompiledScenario; failed: Condition; share: number } | undefined;
    for (const { scenario } of this.#byOperation.get(request.operation)?.list ?? []) {
      const failing = scenario.conditions.filter((condition) => !condition.holds(request));
      const [failed] = failing;
      if (!failed) continue;
      const share = 1 - failing.length / scenario.conditions.length;
      if (!best || share > best.share) best = { scenario, failed, share };
    }
    return best && { scenario: best.scenario, failed: best.failed };
  }
}
