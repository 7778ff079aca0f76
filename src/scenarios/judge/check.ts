/** Checks scenarios, and makes those that are right ready to answer. */

import { shorten } from '../../contract/judge/explain.js';
import { formatPointer } from '../../contract/pointer.js';
import type { PreparedContract } from '../../contract/prepared.js';
import { type CompiledScenario, compileScenario } from '../compile.js';
import { unreachable } from '../reachable.js';
import type { Scenario } from '../scenario.js';
import { ContractCheck } from './against-contract.js';
import type { Validators } from './answers.js';
import type { Found, Position, ScenarioFinding } from './finding.js';
import { foreignFiles } from './named-files.js';
import { checkShape } from './shape.js';
import { checkTexts } from './texts.js';

/** A list of scenarios, and where its parts stand. */
export interface ScenarioList {
  /** Should be a list of scenarios. */
  value: unknown;
  /** Absent for a list that stands in no file. */
  file?: string;
  /** Where a pointer into the value leads to; absent for a list that stands in no file. */
  locate?(pointer: string, atName: boolean): Position | undefined;
  /** What was found wrong when it was read; nothing else is said of its scenarios that these are about. */
  findings?: readonly Found[];
}

export interface CheckedScenarios {
  /** Those in which nothing is wrong, in their order. */
  scenarios: CompiledScenario[];
  /** What has to be put right. */
  findings: ScenarioFinding[];
  /** What is odd, and may be meant. */
  warnings: ScenarioFinding[];
}

/** By what scenarios are checked. */
export interface ScenarioContract {
  contract: PreparedContract;
  /** Of responses and components, by name. */
  responseValidators: Validators;
}

/** The same as JSON has it: patterns as texts; functions are no part of it, and stand for an answer or a condition that is right. */
function asJson(scenario: unknown): unknown {
  const text = JSON.stringify(scenario, (name, value) => {
    if (value instanceof RegExp) return `/${value.source}/${value.flags.replace(/[dgy]/g, '')}`;
    if (typeof value === 'function') return name === 'test' ? undefined : { passThrough: true };
    return value;
  });
  return text === undefined ? undefined : JSON.parse(text);
}

export class ScenarioCheck {
  readonly #contract: ContractCheck;

  constructor({ contract, responseValidators }: ScenarioContract) {
    this.#contract = new ContractCheck(contract, responseValidators);
  }

  /** @param lists in the order in which they are tried */
  check(lists: readonly ScenarioList[]): CheckedScenarios {
    const findings: ScenarioFinding[] = [];
    const warnings: ScenarioFinding[] = [];
    const scenarios: CompiledScenario[] = [];
    const places = new Map<string, ScenarioFinding>();
    for (const list of lists) {
      const { value, file } = list;
      const place = ({ pointer, message, atName = false }: Found): ScenarioFinding => ({
        ...(file !== undefined && { file, ...list.locate?.(pointer, atName) }),
        pointer,
        message,
      });
      const read = list.findings ?? [];
      findings.push(...read.map(place));
      if (!Array.isArray(value)) {
        if (read.length === 0) findings.push(place({ pointer: '', message: notAList(value) }));
        continue;
      }
      for (const [index, item] of value.entries()) {
        const at = formatPointer([index]);
        if (read.some(({ pointer }) => pointer === '' || pointer === at || pointer.startsWith(`${at}/`))) continue;
        const below = ({ pointer, ...found }: Found): ScenarioFinding => place({ ...found, pointer: at + pointer });
        const verdict = this.#one(item, file !== undefined);
        warnings.push(...verdict.warnings.map(below));
        const name = nameOf(item);
        const earlier = name === undefined ? undefined : places.get(name);
        const found = verdict.findings.map(below);
        if (earlier)
          found.push(below({ pointer: '/name', message: `there is a scenario ${name} already, at ${inShort(earlier)}; names are unique` }));
        else if (name !== undefined) places.set(name, below({ pointer: '', message: '' }));
        findings.push(...found);
        if (found.length === 0) scenarios.push(compileScenario(item as Scenario, this.#contract.operations, name as string, file));
      }
    }
    for (const { scenario, behind } of unreachable(scenarios)) {
      const place = places.get(scenario.name);
      const before = places.get(behind.name);
      if (place && before)
        warnings.push({
          ...place,
          message: `${scenario.name} is never reached: ${behind.name} (${inShort(before)}) never ends, and asks for nothing that it does not ask for too`,
        });
    }
    return { scenarios, findings, warnings };
  }

  /** A scenario that stands in no list, such as one that is added while the mock runs: it needs no name. */
  one(scenario: unknown): { findings: ScenarioFinding[]; warnings: ScenarioFinding[] } {
    const verdict = this.#one({ name: 'added', ...(scenario as object) }, false);
    return verdict;
  }

  #one(item: unknown, isOfFile: boolean): { findings: Found[]; warnings: Found[] } {
    const json = asJson(item);
    const shape = checkShape(json);
    if (shape.length > 0) return { findings: shape, warnings: [] };
    if (nameOf(json) === undefined) return { findings: [{ pointer: '', message: 'name is required' }], warnings: [] };
    const texts = [...checkTexts(json as Scenario), ...(isOfFile ? [] : foreignFiles(json as Scenario))];
    if (texts.length > 0) return { findings: texts, warnings: [] };
    return this.#contract.check(json as Scenario);
  }
}

const nameOf = (scenario: unknown): string | undefined => {
  const name = (scenario as { name?: unknown } | null | undefined)?.name;
  return typeof name === 'string' ? name : undefined;
};

const inShort = ({ file, line, column, pointer }: ScenarioFinding): string =>
  file === undefined ? `scenarios${pointer}` : [file, line, column].join(':');

function notAList(value: unknown): string {
  const inside = (value as { scenarios?: unknown } | null)?.scenarios;
  if (Array.isArray(inside)) return 'must be a list of scenarios itself; leave `scenarios:` out';
  return `must be a list of scenarios, got ${value === null ? 'nothing' : shorten(value)}`;
}
