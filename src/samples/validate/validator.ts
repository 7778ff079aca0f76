/** Judges a value by a schema of draft-07 or 2020-12, with bounds for what the schema of a stranger may cost. */
import { formatPointer } from '../../contract/pointer.js';
import type { Patterns } from '../pattern/patterns.js';
import { type Budget, Exhausted } from '../schema/budget.js';
import { isObject, listOf } from '../schema/keywords.js';
import type { Place, Resources } from '../schema/resources.js';
import { addSeen, type Broken, type Judgement, noted, nothingSeen, type Seen } from './judgement.js';
import { brokenByList } from './lists.js';
import { brokenByObject } from './members.js';
import { brokenByAny, brokenByNumber, brokenByText } from './scalars.js';

/** What a schema asks for that a value does not have. */
export interface Fault {
  pointer: string;
  keyword: string;
}

/** Schemas that apply to one value, one through the other, are not so many, unless they go round. */
const mostAtOnePlace = 100;
const deepestValue = 200;

/** A way into a value, from its end. */
interface Path {
  key: string | number;
  up: Path | undefined;
  length: number;
}

function pointerOf(path: Path | undefined): string {
  const parts: (string | number)[] = [];
  for (let at = path; at; at = at.up) parts.push(at.key);
  return formatPointer(parts.reverse());
}

interface Position {
  path: Path | undefined;
  /** How many schemas there are between the value and this one. */
  through: number;
  /** Whether a schema at this place asks for what the others have looked at. */
  isWatched: boolean;
  faults: Fault[] | undefined;
}

export class Validator {
  /** What could not be decided, and counts as met. */
  readonly undecided = new Set<string>();

  constructor(
    readonly resources: Resources,
    readonly patterns: Patterns,
    readonly budget: Budget,
  ) {}

  /**
   * @param faults gets what is wrong
   * @throws Exhausted
   */
  isValid(place: Place, value: unknown, faults?: Fault[]): boolean {
    return this.#judge(place, value, { path: undefined, through: 0, isWatched: false, faults }) !== undefined;
  }

  /** `undefined` where the value is not valid. */
  #judge(place: Place, value: unknown, position: Position): Seen | undefined {
    const { schema, scope } = place;
    this.budget.spend(2);
    if (schema !== false && !isObject(schema)) return nothingSeen();
    const { path, through, faults } = position;
    const length = (path?.length ?? 0) + 1;
    if (length > deepestValue) throw new Exhausted();
    if (through > mostAtOnePlace) {
      this.undecided.add('schemas within schemas without end');
      return nothingSeen();
    }
    const seen = nothingSeen();
    let broken: Broken = 'false';
    if (schema !== false) {
      const isWatched = position.isWatched || schema.unevaluatedProperties !== undefined || schema.unevaluatedItems !== undefined;
      const judgement: Judgement = {
        schema,
        seen,
        isOld: scope.resource.isOld,
        patterns: this.patterns,
        budget: this.budget,
        undecided: this.undecided,
        isWatched,
        also: (inner, isOnlyWay) =>
          this.#judge(this.resources.inside(scope, inner), value, {
            path,
            through: through + 1,
            isWatched,
            faults: isOnlyWay ? faults : undefined,
          }),
        part: (inner, key, part, isOnlyWay) =>
          this.#judge(this.resources.inside(scope, inner), part, {
            path: { key, up: path, length },
            through: 0,
            isWatched: false,
            faults: isOnlyWay ? faults : undefined,
          }) !== undefined,
      };
      broken = this.#brokenByReference(judgement, place, value, { ...position, isWatched });
      const isAlone = judgement.isOld && typeof schema.$ref === 'string';
      if (!isAlone) broken ??= brokenByAny(judgement, value) ?? brokenByParts(judgement) ?? brokenByType(judgement, value);
    }
    if (broken === undefined) return seen;
    if (broken !== noted) faults?.push({ pointer: pointerOf(path), keyword: broken });
    return undefined;
  }

  #brokenByReference({ schema, seen }: Judgement, place: Place, value: unknown, position: Position): Broken {
    for (const keyword of ['$ref', '$dynamicRef', '$recursiveRef']) {
      const ref = schema[keyword];
      if (typeof ref !== 'string') continue;
      const target = keyword === '$dynamicRef' ? this.resources.followDynamic(place, ref) : this.resources.follow(place, ref);
      if (!target) {
        this.undecided.add(`a \`${keyword}\` that leads out of the schema`);
        continue;
      }
      const found = this.#judge(target, value, { ...position, through: position.through + 1 });
      if (!found) return noted;
      addSeen(seen, found);
    }
    return undefined;
  }
}

function brokenByType(judgement: Judgement, value: unknown): Broken {
  if (typeof value === 'number') return brokenByNumber(judgement, value);
  if (typeof value === 'string') return brokenByText(judgement, value);
  if (Array.isArray(value)) return brokenByList(judgement, value);
  return isObject(value) ? brokenByObject(judgement, value) : undefined;
}

/** Schemas that apply to the same value. */
function brokenByParts({ schema, seen, isWatched, also }: Judgement): Broken {
  for (const part of listOf(schema.allOf)) {
    const found = also(part, true);
    if (!found) return noted;
    addSeen(seen, found);
  }
  if (Array.isArray(schema.anyOf)) {
    let isMet = false;
    for (const branch of schema.anyOf) {
      const found = also(branch, false);
      if (found) addSeen(seen, found);
      isMet ||= found !== undefined;
      // What the others look at matters to nobody else.
      if (isMet && !isWatched) break;
    }
    if (!isMet) return 'anyOf';
  }
  if (Array.isArray(schema.oneOf)) {
    const [first, second] = schema.oneOf.map((branch) => also(branch, false)).filter((branch) => branch !== undefined);
    if (!first || second) return 'oneOf';
    addSeen(seen, first);
  }
  if (schema.not !== undefined && also(schema.not, false)) return 'not';
  if (schema.if === undefined) return undefined;
  const condition = also(schema.if, false);
  if (condition) addSeen(seen, condition);
  const consequence = condition ? schema.then : schema.else;
  if (consequence === undefined) return undefined;
  const found = also(consequence, true);
  if (!found) return noted;
  addSeen(seen, found);
  return undefined;
}
