/** Objects: what is required, and of the rest as much as shows what there is. */
import type { Json } from '../../contract/prepared/json.js';
import { keysOf, limitOf, mapOf, namesOf, own, type Schema } from '../schema/keywords.js';
import type { Place } from '../schema/resources.js';
import { type Fact, type Goal, longestList, type Maker, shownDepth } from './goal.js';

/** More members that may be left out do not show more. */
const mostShown = 50;
/** Members of which other values are tried. */
const mostVaried = 20;
/** Other values of one member that are tried. */
const mostVariants = 60;

type Members = Map<string, Json>;

const numberOf = (facts: readonly Fact[], keyword: string): number[] =>
  facts.map(({ schema }) => limitOf(schema[keyword])).filter((limit) => limit !== undefined);

function* askedBy(schema: Schema, name: string): Generator<string> {
  for (const keyword of ['dependentRequired', 'dependencies']) yield* namesOf(own(mapOf(schema[keyword]), name));
}

/** The properties of all schemas. */
function declaredBy(facts: readonly Fact[]): string[] {
  const names = new Set<string>();
  for (const { schema } of facts) {
    for (const name of keysOf(schema.properties)) {
      if (names.size >= longestList) return [...names];
      names.add(name);
    }
  }
  return [...names];
}

class ObjectMaker {
  readonly #placesOf = new Map<string, Place[]>();
  readonly #made = new Map<string, Json | undefined>();
  readonly #declared: readonly string[];
  readonly #least: number;
  readonly #most: number;

  constructor(
    readonly facts: readonly Fact[],
    readonly goal: Goal,
    readonly maker: Maker,
  ) {
    this.#declared = declaredBy(facts);
    const least = Math.max(0, ...numberOf(facts, 'minProperties'));
    // Of more than an object may have, a few show as much.
    this.#least = least > longestList ? 0 : least;
    this.#most = Math.min(Number.MAX_SAFE_INTEGER, ...numberOf(facts, 'maxProperties'));
  }

  *all(): Generator<Json> {
    const required = this.#closed(new Set(this.facts.flatMap(({ schema }) => namesOf(schema.required))));
    const optional = this.#declared.filter((name) => !required.has(name));
    // Without anything required, one level of the rest shows what there is.
    const isShown = required.size === 0 && this.goal.depth <= shownDepth;
    const tried = new Set<string>();
    for (const shown of isShown ? [optional.slice(0, mostShown), []] : [[], optional.slice(0, mostShown)]) {
      const members = this.#members(required, shown);
      const key = members && [...members.keys()].join();
      if (!members || key === undefined || tried.has(key)) continue;
      tried.add(key);
      yield this.#objectOf(members);
      yield* this.#variants(members);
    }
    for (const name of optional.slice(0, mostVaried)) {
      const members = this.#members(this.#closed(new Set([...required, name])), []);
      if (members) yield this.#objectOf(members);
    }
  }

  /** Of entries: a caller may name a member `__proto__`. */
  #objectOf(members: Members): Json {
    this.maker.budget.spend(members.size / 4);
    return Object.fromEntries(members) as Json;
  }

  /** With one member other than before. */
  *#variants(members: Members): Generator<Json> {
    for (const name of [...members.keys()].slice(0, mostVaried)) {
      for (const value of this.maker.candidates(this.#goalFor(name), mostVariants)) {
        yield this.#objectOf(new Map(members).set(name, value));
      }
    }
    // Objects of any names differ in these.
    for (const name of this.#names(new Set(members.keys()), mostVariants)) {
      const value = members.size < this.#most ? this.#value(name) : undefined;
      if (value !== undefined) yield this.#objectOf(new Map(members).set(name, value));
    }
  }

  #members(required: ReadonlySet<string>, shown: readonly string[]): Members | undefined {
    const members: Members = new Map();
    for (const name of required) {
      const value = this.#value(name);
      if (value === undefined) return undefined;
      members.set(name, value);
    }
    const room = () => members.size < this.#most;
    for (const name of shown) {
      const closed = this.#closed(new Set([name]));
      const missing = [...closed].filter((other) => !members.has(other));
      const values = missing.map((other) => this.#value(other, true));
      if (members.size + missing.length <= this.#most && values.every((value) => value !== undefined))
        for (const [index, other] of missing.entries()) members.set(other, values[index] as Json);
    }
    const wanted = shown.length > 0 || this.#showsOthers(members) ? Math.max(this.#least, 1) : this.#least;
    if (members.size < wanted) {
      for (const name of this.#names(new Set(members.keys()), wanted * 2 + 10)) {
        if (members.size >= wanted || !room()) break;
        const value = this.#value(name);
        if (value !== undefined) members.set(name, value);
      }
    }
    return members;
  }

  /** Whether a member of any name shows what the object is for. */
  #showsOthers(members: Members): boolean {
    return (
      members.size === 0 &&
      this.goal.depth <= shownDepth &&
      this.facts.some(({ schema }) => keysOf(schema.additionalProperties).length > 0 || schema.patternProperties !== undefined)
    );
  }

  /** Names with those that they ask for. */
  #closed(names: Set<string>): Set<string> {
    for (const name of names) {
      this.maker.budget.spend(this.facts.length / 4);
      if (names.size > longestList) break;
      for (const { schema } of this.facts) for (const other of askedBy(schema, name)) names.add(other);
    }
    return names;
  }

  /** Further names, at most so many. */
  *#names(taken: Set<string>, most: number): Generator<string> {
    let left = most;
    const fresh = (name: string) => !taken.has(name) && left-- > 0 && taken.add(name);
    for (const name of this.#declared) if (fresh(name)) yield name;
    const patterns = this.facts.flatMap(({ schema }) => keysOf(schema.patternProperties).slice(0, longestList));
    const { resources } = this.maker;
    const naming = this.facts.flatMap(({ schema, scope }) =>
      schema.propertyNames === undefined ? [] : [resources.inside(scope, schema.propertyNames)],
    );
    const sources: (string | undefined)[] = naming.length > 0 ? [undefined, ...patterns] : [...patterns, undefined];
    for (const pattern of sources) {
      const goal: Goal = {
        wanted: [...naming, { schema: { type: 'string', ...(pattern !== undefined && { pattern }) }, scope: this.#scope }],
        unwanted: [],
        name: '',
        depth: this.goal.depth + 1,
      };
      for (const name of this.maker.candidates(goal, most)) {
        if (left <= 0) return;
        if (typeof name === 'string' && fresh(name)) yield name;
      }
    }
  }

  get #scope(): Place['scope'] {
    return (this.facts[0] ?? this.goal.wanted[0] ?? this.maker.resources.start).scope;
  }

  #value(name: string, mayBeLeftOut = false): Json | undefined {
    if (!this.#made.has(name)) this.#made.set(name, this.maker.make({ ...this.#goalFor(name), mayBeLeftOut }));
    return this.#made.get(name);
  }

  #goalFor(name: string): Goal {
    return { wanted: this.#places(name), unwanted: [], name, depth: this.goal.depth + 1 };
  }

  /** The schemas of a member. */
  #places(name: string): Place[] {
    const known = this.#placesOf.get(name);
    if (known) return known;
    const { resources, patterns, budget } = this.maker;
    const places: Place[] = [];
    let isKnown = false;
    for (const { schema, scope } of this.facts) {
      budget.spend(0.25);
      const properties = mapOf(schema.properties);
      const inner = Object.hasOwn(properties, name) ? [properties[name]] : [];
      const named = mapOf(schema.patternProperties);
      for (const pattern of keysOf(named)) if (patterns.matches(pattern, name)) inner.push(named[pattern]);
      if (inner.length === 0 && schema.additionalProperties !== undefined) inner.push(schema.additionalProperties);
      if (inner.length > 0) isKnown = true;
      places.push(...inner.map((one) => resources.inside(scope, one)));
    }
    if (!isKnown)
      for (const { schema, scope } of this.facts)
        if (schema.unevaluatedProperties !== undefined) places.push(resources.inside(scope, schema.unevaluatedProperties));
    this.#placesOf.set(name, places);
    return places;
  }
}

export const objects = (facts: readonly Fact[], goal: Goal, maker: Maker): Generator<Json> => new ObjectMaker(facts, goal, maker).all();
