/** Arrays: one item shows what they are, unless more are asked for. */
import type { Json } from '../../contract/prepared/json.js';
import { itemsOf, limitOf } from '../schema/keywords.js';
import type { Place } from '../schema/resources.js';
import { canonical } from '../validate/canonical.js';
import { deep, type Fact, type Goal, longestList, type Maker } from './goal.js';

const mostVaried = 10;
const mostVariants = 60;

/** What an array has to contain, so many times. */
interface Contained {
  place: Place;
  least: number;
  most: number | undefined;
}

/** Makes values of which no two are equal. */
class Different {
  readonly #taken = new Set<string>();
  #wanted: readonly Place[] = [];
  #values: Iterator<Json, undefined> | undefined;

  constructor(readonly maker: Maker) {}

  make(goal: Goal): Json | undefined {
    const isSame =
      goal.wanted.length === this.#wanted.length && goal.wanted.every(({ schema }, index) => schema === this.#wanted[index]?.schema);
    // Of the same kind, the next is looked for where the one before was found.
    if (!isSame || !this.#values) this.#values = this.maker.values(goal, longestList);
    this.#wanted = goal.wanted;
    for (let { value, done } = this.#values.next(); !done; { value, done } = this.#values.next()) {
      const text = canonical(value);
      if (this.#taken.has(text)) continue;
      this.#taken.add(text);
      return value;
    }
    return undefined;
  }
}

class ArrayMaker {
  readonly #contained: Contained[];
  readonly #isUnique: boolean;

  constructor(
    readonly facts: readonly Fact[],
    readonly goal: Goal,
    readonly maker: Maker,
  ) {
    this.#isUnique = facts.some(({ schema }) => schema.uniqueItems === true);
    this.#contained = facts
      .filter(({ schema }) => schema.contains !== undefined)
      .map(({ schema, scope }) => ({
        place: maker.resources.inside(scope, schema.contains),
        least: Math.min(longestList, limitOf(schema.minContains) ?? 1),
        most: limitOf(schema.maxContains),
      }));
  }

  *all(): Generator<Json> {
    const limits = (keyword: string) => this.facts.map(({ schema }) => limitOf(schema[keyword])).filter((limit) => limit !== undefined);
    const asked = Math.max(0, ...limits('minItems'));
    // Of more than a list may have, a few show as much.
    const least = asked > longestList ? 0 : asked;
    const most = Math.min(longestList, ...limits('maxItems'));
    const contained = this.#contained.reduce((sum, { least: count }) => sum + count, 0);
    const first = Math.max(0, ...this.facts.map(({ schema }) => itemsOf(schema).first.length));
    const shown = this.goal.depth > deep ? 0 : Math.max(1, first);
    const tried = new Set<string>();
    for (const length of [Math.max(least, contained, shown), Math.max(least, contained), least, contained + first, most]) {
      for (const offset of contained > 0 ? [0, first] : [0]) {
        const count = Math.min(length, most, longestList);
        if (tried.has(`${count} ${offset}`) || (length === most && most > Math.max(mostVariants, least))) continue;
        tried.add(`${count} ${offset}`);
        const items = this.#items(count, offset, least);
        if (!items) continue;
        yield items;
        yield* this.#variants(items, offset);
      }
    }
  }

  /** @param offset where what has to be contained begins */
  #items(length: number, offset: number, least: number): Json[] | undefined {
    const items: Json[] = [];
    const different = this.#isUnique ? new Different(this.maker) : undefined;
    for (let index = 0; index < length; index++) {
      const goal = this.#goalFor(index, length, offset);
      const item = different ? different.make(goal) : this.maker.make(goal);
      // Fewer may do.
      if (item === undefined) return index >= least ? items : undefined;
      items.push(item);
    }
    return items;
  }

  /** With one item other than before. */
  *#variants(items: readonly Json[], offset: number): Generator<Json> {
    for (const [index] of items.slice(0, mostVaried).entries()) {
      for (const value of this.maker.candidates(this.#goalFor(index, items.length, offset), mostVariants)) {
        this.maker.budget.spend(items.length / 8);
        yield items.with(index, value);
      }
    }
  }

  #goalFor(index: number, length: number, offset: number): Goal {
    const { resources } = this.maker;
    const wanted: Place[] = [];
    const unwanted: Place[] = [];
    let isKnown = false;
    for (const { schema, scope } of this.facts) {
      const { first, others } = itemsOf(schema);
      const inner = index < first.length ? first[index] : others;
      if (inner === undefined) continue;
      isKnown = true;
      wanted.push(resources.inside(scope, inner));
    }
    let from = offset;
    for (const { place, least, most } of this.#contained) {
      // Where there is no room for each by itself, an item has to be several.
      const at = length > 0 ? from % length : 0;
      const isOne = index >= at && index < at + least;
      if (isOne) wanted.push(place);
      else if (most !== undefined) unwanted.push(place);
      isKnown ||= isOne && !place.scope.resource.isOld;
      from += least;
    }
    if (!isKnown)
      for (const { schema, scope } of this.facts)
        if (schema.unevaluatedItems !== undefined) wanted.push(resources.inside(scope, schema.unevaluatedItems));
    return { wanted, unwanted, name: this.goal.name, depth: this.goal.depth + 1 };
  }
}

export const arrays = (facts: readonly Fact[], goal: Goal, maker: Maker): Generator<Json> => new ArrayMaker(facts, goal, maker).all();
