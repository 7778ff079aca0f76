/** Finds the first scenario that a request meets. Conditions that several scenarios share are asked once. */
import type { CompiledScenario } from './compile.js';
import type { Condition } from './conditions.js';
import type { ScenarioRequest } from './request.js';

interface Candidate {
  scenario: CompiledScenario;
  /** Positions in `#conditions`, from cheap to dear. */
  conditions: readonly number[];
}

export class Matcher {
  readonly #conditions: Condition[] = [];
  readonly #byOperation = new Map<string, Candidate[]>();

  /** @param scenarios in the order in which they are tried */
  constructor(scenarios: readonly CompiledScenario[]) {
    const known = new Map<unknown, number>();
    const numberOf = (condition: Condition): number => {
      const number = known.get(condition.key) ?? this.#conditions.push(condition) - 1;
      known.set(condition.key, number);
      return number;
    };
    for (const scenario of scenarios) {
      const candidate = { scenario, conditions: scenario.conditions.map(numberOf) };
      for (const operation of scenario.operations) {
        const list = this.#byOperation.get(operation);
        if (list) list.push(candidate);
        else this.#byOperation.set(operation, [candidate]);
      }
    }
  }

  /** The scenarios that the request meets, in their order; each is looked for when it is asked for. */
  *matching(request: ScenarioRequest): Generator<CompiledScenario, undefined> {
    const candidates = this.#byOperation.get(request.operation);
    if (!candidates) return undefined;
    // 0: not asked, 1: holds, 2: does not.
    const known = new Uint8Array(this.#conditions.length);
    const holds = (number: number): boolean => {
      known[number] ||= this.#conditions[number]?.holds(request) ? 1 : 2;
      return known[number] === 1;
    };
    for (const { scenario, conditions } of candidates) if (conditions.every(holds)) yield scenario;
    return undefined;
  }

  /** The scenario of which the most conditions hold, and the first that does not. */
  nearest(request: ScenarioRequest): { scenario: CompiledScenario; failed: Condition } | undefined {
    let best: { scenario: CompiledScenario; failed: Condition; share: number } | undefined;
    for (const { scenario } of this.#byOperation.get(request.operation) ?? []) {
      const failing = scenario.conditions.filter((condition) => !condition.holds(request));
      const [failed] = failing;
      if (!failed) continue;
      const share = 1 - failing.length / scenario.conditions.length;
      if (!best || share > best.share) best = { scenario, failed, share };
    }
    return best && { scenario: best.scenario, failed: best.failed };
  }
}
