/** The shortest conditions that tell a request from all others. */
import { escapePattern } from '../../contract/escape-pattern.js';
import { compileConditions } from '../../scenarios/conditions.js';
import { isPattern } from '../../scenarios/pattern/pattern.js';
import type { ScenarioRequest } from '../../scenarios/request.js';
import type { When } from '../../scenarios/scenario.js';

/** Members of `when`, in the order in which they are tried. */
const members = ['user', 'toolResult', 'turn', 'tool', 'model', 'system'] as const;
type Member = (typeof members)[number];

/** Whoever reads a file of scenarios reads these texts. */
const longestText = 2000;
const shortText = 80;

/** A text that holds this one: its first line, all of it, or nothing else; the shorter the better. */
function textsLike(text: string): string[] {
  const [line = ''] = text.trim().split('\n', 1);
  const short = line.length > shortText ? line.slice(0, shortText).replace(/\s+\S*$/, '') : line;
  const found = [short, text.length <= longestText ? text : '', text.length <= longestText ? `/^${escapePattern(text)}$/` : ''];
  // What looks like a pattern would be taken for one.
  return [...new Set(found.filter((value, index) => value !== '' && (index === 2 || !isPattern(value))))];
}

const candidates: { [M in Member]: (request: ScenarioRequest) => NonNullable<When[M]>[] } = {
  user: ({ conversation }) => textsLike(conversation?.user ?? ''),
  toolResult: ({ conversation }) =>
    (conversation?.toolResults ?? []).flatMap(({ name, text }) => [
      ...(name === '' || isPattern(name) ? [] : [name]),
      ...textsLike(text).map((value) => ({ ...(name !== '' && !isPattern(name) && { name }), text: value })),
    ]),
  turn: ({ conversation }) => (conversation ? [conversation.turn] : []),
  tool: ({ conversation }) => (conversation?.tools ?? []).map(({ name }) => name).filter((name) => !isPattern(name)),
  model: ({ model }) => (model === undefined || model.includes('*') ? [] : [model]),
  system: ({ conversation }) => textsLike(conversation?.system ?? ''),
};

/** All choices of so many members, those first that come first. */
function choices(size: number, from = 0): Member[][] {
  if (size === 0) return [[]];
  return members.slice(from).flatMap((member, index) => choices(size - 1, from + index + 1).map((rest) => [member, ...rest]));
}

const bySize = members.flatMap((_, index) => choices(index + 1));

export class TellingApart {
  readonly #requests: readonly ScenarioRequest[];
  /** Numbers of the requests for which a condition holds. */
  readonly #holding = new Map<unknown, ReadonlySet<number>>();

  constructor(requests: readonly ScenarioRequest[]) {
    this.#requests = requests;
  }

  /**
   * @param alike whether another request may be met as well
   * @returns undefined where nothing tells the request from the others
   */
  when(number: number, alike: (other: number) => boolean): When | undefined {
    const request = this.#requests[number] as ScenarioRequest;
    const known = new Map(members.map((member) => [member, candidates[member](request)]));
    for (const chosen of bySize) {
      for (const when of product(chosen, known)) if (this.#tells(when, number, alike)) return when;
    }
    return undefined;
  }

  #tells(when: When, number: number, alike: (other: number) => boolean): boolean {
    const [first, ...others] = compileConditions(when).map((condition) => this.#numbersOf(condition));
    if (!first?.has(number) || others.some((numbers) => !numbers.has(number))) return false;
    for (const other of first) if (!alike(other) && others.every((numbers) => numbers.has(other))) return false;
    return true;
  }

  #numbersOf({ key, holds }: ReturnType<typeof compileConditions>[number]): ReadonlySet<number> {
    const known =
      this.#holding.get(key) ?? new Set([...this.#requests.keys()].filter((number) => holds(this.#requests[number] as ScenarioRequest)));
    this.#holding.set(key, known);
    return known;
  }
}

function* product(chosen: readonly Member[], known: ReadonlyMap<Member, readonly unknown[]>): Generator<When> {
  const [member, ...rest] = chosen;
  if (member === undefined) yield {};
  else for (const value of known.get(member) ?? []) for (const more of product(rest, known)) yield { [member]: value, ...more };
}
