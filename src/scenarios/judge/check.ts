/** Checks scenarios, and makes those that are right ready to answer. */

import { shorten } from '../../contract/judge/explain.js';
import { formatPointer } from '../../contract/pointer.js';
import type { PreparedContract } from '../../contract/prepared.js';
import { type CompiledScenario, compileScenario, type ScenarioFiles } from '../compile.js';
import type { ReadsPattern } from '../pattern/pattern.js';
import { unreachable } from '../reachable.js';
import type { Scenario } from '../scenario.js';
import { ContractCheck } from './against-contract.js';
import type { Validators } from './answers.js';
import type { Found, Position, ScenarioFinding } from './finding.js';
import { foreignFiles } from './named-files.js';
import { checkResponses } from './responses.js';
import { checkShape } from './shape.js';
import { checkTexts } from './texts.js';
import { checkUsage } from './usage.js';

/** A list of scenarios, and where its parts stand. */
export interface ScenarioList {
  /** Should be a list of scenarios. */
  value: unknown;
  /** Absent for a list that stands in no file. */
  file?: string;
  /** Where a pointer into the value leads to; absent for a list that stands in no file. */
  locate?(pointer: string, atName: boolean): Position | undefined;
  /** The files that its scenarios name; absent for a list that stands in no file. */
  files?: ScenarioFiles;
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
  /** How much there is, be it right or wrong. */
  total: { scenarios: number; answers: number };
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

/** Where the scenarios stand, by their names: looked for when there is something to tell of one. */
type Places = Map<string, () => ScenarioFinding>;

export class ScenarioCheck {
  readonly #contract: ContractCheck;

  constructor({ contract, responseValidators }: ScenarioContract) {
    this.#contract = new ContractCheck(contract, responseValidators);
  }

  /** @param lists in the order in which they are tried */
  check(lists: readonly ScenarioList[]): CheckedScenarios {
    const checked: CheckedScenarios = { scenarios: [], findings: [], warnings: [], total: { scenarios: 0, answers: 0 } };
    const places: Places = new Map();
    for (const list of lists) this.#list(list, checked, places);
    checked.warnings.push(...neverReached(checked.scenarios, places));
    return checked;
  }

  /** @param places where the names so far stand */
  #list(list: ScenarioList, { scenarios, findings, warnings, total }: CheckedScenarios, places: Places): void {
    const { value, file, files, findings: read = [] } = list;
    const place = ({ pointer, message, atName = false }: Found): ScenarioFinding => ({
      ...(file !== undefined && { file, ...list.locate?.(pointer, atName) }),
      pointer,
      message,
    });
    const found = [...read];
    if (!Array.isArray(value) && read.length === 0) found.push({ pointer: '', message: notAList(value) });
    for (const [index, item] of Array.isArray(value) ? value.entries() : []) {
      total.scenarios++;
      total.answers += answersOf(item);
      const at = formatPointer([index]);
      const below = ({ pointer, ...rest }: Found): Found => ({ ...rest, pointer: at + pointer });
      if (read.some(({ pointer }) => pointer.startsWith(`${at}/`))) continue;
      const verdict = this.#one(item, file !== undefined);
      warnings.push(...verdict.warnings.map((warning) => place(below(warning))));
      const wrong = verdict.findings.map(below);
      const name = nameOf(item);
      const earlier = places.get(name ?? '');
      if (earlier)
        wrong.push({ pointer: `${at}/name`, message: `there is a scenario ${name} already, at ${inShort(earlier())}; names are unique` });
      else if (name !== undefined) places.set(name, () => place({ pointer: at, message: '' }));
      found.push(...wrong);
      if (wrong.length === 0) scenarios.push(compileScenario(item as Scenario, this.#contract.operations, name as string, { file, files }));
    }
    findings.push(...found.map(place).sort(inOrder));
  }

  /**
   * A scenario that stands in no list, such as one that is added while the mock runs: it needs no name.
   * @param read reads its patterns where another engine than that of the platform is to run them
   */
  one(scenario: unknown, read?: ReadsPattern): { findings: ScenarioFinding[]; warnings: ScenarioFinding[] } {
    if (Array.isArray(scenario))
      return { findings: [{ pointer: '', message: 'must be one scenario, got a list; add them one by one' }], warnings: [] };
    return this.#one(typeof scenario === 'object' && scenario !== null ? { name: 'added', ...scenario } : scenario, false, read);
  }

  /** What is wrong with the form of an answer, once what its expressions stand for is in it. */
  filled = (answer: unknown): Found[] =>
    checkShape({ name: 'filled', answers: [answer] }).map(({ pointer, message }) => ({
      pointer: pointer.replace('/answers/0', ''),
      message,
    }));

  #one(item: unknown, isOfFile: boolean, read?: ReadsPattern): { findings: Found[]; warnings: Found[] } {
    let json = item;
    try {
      if (!isOfFile) json = asJson(item);
    } catch (error) {
      return {
        findings: [{ pointer: '', message: `must be a value of JSON: ${(error as Error).message.split('\n', 1)[0]}` }],
        warnings: [],
      };
    }
    const shape = checkShape(json);
    if (shape.length > 0) return { findings: shape, warnings: [] };
    if (nameOf(json) === undefined) return { findings: [{ pointer: '', message: 'name is required' }], warnings: [] };
    const texts = [
      ...checkTexts(json as Scenario, read),
      ...checkUsage(json as Scenario),
      ...checkResponses(json as Scenario),
      ...(isOfFile ? [] : foreignFiles(json as Scenario)),
    ];
    if (texts.length > 0) return { findings: texts, warnings: [] };
    return this.#contract.check(json as Scenario);
  }
}

const nameOf = (scenario: unknown): string | undefined => {
  const name = (scenario as { name?: unknown } | null | undefined)?.name;
  return typeof name === 'string' ? name : undefined;
};

const inOrder = (one: ScenarioFinding, other: ScenarioFinding): number =>
  (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0);

function neverReached(scenarios: readonly CompiledScenario[], places: Places): ScenarioFinding[] {
  const placeOf = (name: string) => (places.get(name) as () => ScenarioFinding)();
  return unreachable(scenarios).map(({ scenario: { name }, behind }) => ({
    ...placeOf(name),
    message: `${name} is never reached: ${behind.name} (${inShort(placeOf(behind.name))}) never ends, and asks for nothing that it does not ask for too`,
  }));
}

const answersOf = (scenario: unknown): number => {
  const answers = (scenario as { answers?: unknown } | null | undefined)?.answers;
  return Array.isArray(answers) ? answers.length : 0;
};

const inShort = ({ file, line, column, pointer }: ScenarioFinding): string =>
  file === undefined ? `scenarios${pointer}` : [file, line, column].join(':');

function notAList(value: unknown): string {
  const inside = (value as { scenarios?: unknown } | null)?.scenarios;
  if (Array.isArray(inside)) return 'must be a list of scenarios itself; leave `scenarios:` out';
  return `must be a list of scenarios, got ${value === null ? 'nothing' : shorten(value)}`;
}
