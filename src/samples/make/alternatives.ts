/** The schemas that apply to one value, with a decision wherever there are several ways: `anyOf`, `oneOf`, `if`, `not`, dependencies. */
import { Exhausted } from '../schema/budget.js';
import { isObject, type Kind, keysOf, listOf, mapOf, namesOf, type Schema, typesOf } from '../schema/keywords.js';
import type { Place, Scope } from '../schema/resources.js';
import { equal } from '../validate/canonical.js';
import { deep, type Fact, type Maker } from './goal.js';
import type { Heights } from './height.js';
import { isSettled, waysToFail } from './negate.js';

/** Keywords that ask for nothing. */
const saysNothing = new Set([
  'title',
  'description',
  '$comment',
  'default',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
  'definitions',
  '$schema',
]);

/** Members of one schema, and values of one member, that are compared with those of others. */
const mostCompared = 20;

/** The values that a schema lists; `undefined` where it lists none, or many. */
function listedBy(schema: unknown): readonly unknown[] | undefined {
  if (schema === false) return [];
  if (!isObject(schema)) return undefined;
  if (Object.hasOwn(schema, 'const')) return [schema.const];
  return Array.isArray(schema.enum) && schema.enum.length <= mostCompared ? schema.enum : undefined;
}

/** One of these is to hold. */
type Choice = (known: Known) => Place[][];

/** What holds already. */
class Known {
  readonly facts: Fact[] = [];
  readonly #schemas = new Set<unknown>();
  readonly required = new Set<string>();
  #types: readonly Kind[] | undefined;
  #constant: { value: unknown } | undefined;
  /** Of members whose values are listed, those that all lists have. */
  #left: Map<string, readonly unknown[]> | undefined;
  choices: Choice[] = [];

  copy(): Known {
    const copy = new Known();
    copy.facts.push(...this.facts);
    for (const schema of this.#schemas) copy.#schemas.add(schema);
    for (const name of this.required) copy.required.add(name);
    copy.#types = this.#types;
    copy.#constant = this.#constant;
    if (this.#left) copy.#left = new Map(this.#left);
    copy.choices = [...this.choices];
    return copy;
  }

  has(schema: unknown): boolean {
    return this.#schemas.has(schema);
  }

  /**
   * Whether it may hold beside the rest, as far as can be seen at once.
   * @param isChosen whether another may be chosen instead
   */
  add(fact: Fact, isChosen: boolean): boolean {
    const { schema } = fact;
    this.#schemas.add(schema);
    this.facts.push(fact);
    for (const name of namesOf(schema.required)) this.required.add(name);
    const types = typesOf(schema);
    if (types) this.#types = this.#types ? common(this.#types, types) : types;
    if (this.#types?.length === 0) return false;
    if (Object.hasOwn(schema, 'const')) {
      this.#constant ??= { value: schema.const };
      if (!equal(this.#constant.value, schema.const)) return false;
    }
    return this.#leavesMembers(schema) || !isChosen;
  }

  /** Whether each member that is required may still be one of the values that are listed for it. */
  #leavesMembers({ properties, required }: Schema): boolean {
    const names = keysOf(properties).slice(0, mostCompared);
    for (const name of names) {
      const values = listedBy(mapOf(properties)[name]);
      if (!values) continue;
      this.#left ??= new Map();
      const before = this.#left.get(name);
      this.#left.set(name, before ? values.filter((value) => before.some((one) => equal(one, value))) : values);
    }
    if (!this.#left || this.#types?.length !== 1 || this.#types[0] !== 'object') return true;
    const isNone = (name: string) => this.#left?.get(name)?.length === 0 && this.required.has(name);
    return !names.some(isNone) && !namesOf(required).some(isNone);
  }
}

/** Every integer is a number. */
export function common(a: readonly Kind[], b: readonly Kind[]): Kind[] {
  const within = (kinds: readonly Kind[], kind: Kind) => kinds.includes(kind) || (kind === 'integer' && kinds.includes('number'));
  return [...new Set([...a.filter((kind) => within(b, kind)), ...b.filter((kind) => within(a, kind))])];
}

export class Alternatives {
  constructor(
    readonly maker: Pick<Maker, 'resources' | 'budget'>,
    readonly heights: Heights,
    readonly isCareful: boolean,
  ) {}

  /** All sets of facts under which the schemas hold, the likeliest first. */
  of(wanted: readonly Place[], unwanted: readonly Place[], depth: number): Generator<Fact[]> {
    const { resources } = this.maker;
    const denied = unwanted.map(({ schema, scope }) => resources.inside(scope, { not: schema }));
    return this.#expand([...wanted, ...denied], new Known(), depth, 0);
  }

  *#expand(places: readonly Place[], known: Known, depth: number, decisions: number): Generator<Fact[]> {
    if (decisions > 60) throw new Exhausted();
    const pending = [...places].reverse();
    for (let place = pending.pop(); place; place = pending.pop()) {
      this.maker.budget.spend();
      const { schema, scope } = place;
      const inside = (inner: unknown) => this.maker.resources.inside(scope, inner);
      if (schema === false) return;
      if (!isObject(schema) || known.has(schema)) continue;
      const target = this.#target(place);
      // What leads out of the schema may ask for anything: where it can, a value does without.
      if (target === null && this.isCareful) return;
      if (target) pending.push(target);
      if (scope.resource.isOld && target) {
        // The draft passes over what stands beside it, and many validators do not: a value does well to meet that too.
        const { $ref, $id, ...beside } = schema;
        if (keysOf(beside).some((keyword) => !saysNothing.has(keyword))) known.choices.push(() => [[inside(beside)], []]);
        continue;
      }
      if (!known.add(place as Fact, decisions > 0)) return;
      this.maker.budget.spend(listOf(schema.allOf).length);
      pending.push(...listOf(schema.allOf).map(inside).reverse());
      for (const choice of this.#choices(place as Fact, depth)) {
        this.maker.budget.spend();
        known.choices.push(choice);
      }
    }
    const [choice, ...others] = known.choices;
    if (!choice) {
      yield known.facts;
      return;
    }
    known.choices = others;
    for (const option of choice(known)) {
      this.maker.budget.spend(1 + known.facts.length / 4);
      yield* this.#expand(option, known.copy(), depth, decisions + 1);
    }
  }

  /** What a schema refers to; `null` where that is not part of the whole. */
  #target(place: Place): Place | undefined | null {
    const { resources } = this.maker;
    const { $ref, $dynamicRef, $recursiveRef } = place.schema as Record<string, unknown>;
    if (typeof $ref === 'string') return resources.follow(place, $ref) ?? null;
    if (typeof $dynamicRef === 'string') return resources.followDynamic(place, $dynamicRef) ?? null;
    return typeof $recursiveRef === 'string' ? (resources.follow(place, $recursiveRef) ?? null) : undefined;
  }

  *#choices({ schema, scope }: Fact, depth: number): Generator<Choice> {
    const inside = (inner: unknown) => this.maker.resources.inside(scope, inner);
    if (Array.isArray(schema.anyOf)) {
      const branches = this.#ordered(schema.anyOf.map(inside), depth);
      yield () => branches.map((branch) => [branch]);
    }
    if (Array.isArray(schema.oneOf)) {
      const branches = this.#ordered(schema.oneOf.map(inside), depth);
      // That the others are not met is mostly so, without being asked for.
      yield () => [
        ...branches.map((branch) => [branch]),
        ...branches.map((branch) => [
          branch,
          ...branches.filter((other) => other !== branch).map((other) => inside({ not: other.schema })),
        ]),
      ];
    }
    if (schema.if !== undefined && (schema.then !== undefined || schema.else !== undefined)) {
      const branches = (condition: unknown, consequence: unknown) => [inside(condition), inside(consequence)];
      yield () => [branches(schema.if, schema.then), branches({ not: schema.if }, schema.else)];
    }
    if (schema.not !== undefined && !isSettled(schema)) {
      const { not } = schema;
      yield () => this.#failing(inside(not));
    }
    for (const keyword of ['dependentSchemas', 'dependencies']) {
      const dependencies = mapOf(schema[keyword]);
      for (const name of keysOf(dependencies)) {
        this.maker.budget.spend(0.25);
        const asked = dependencies[name];
        if (Array.isArray(asked)) continue;
        yield ({ required }) => {
          const met = [inside(asked)];
          return required.has(name) ? [met] : [[inside({ properties: { [name]: false } })], met];
        };
      }
    }
  }

  /** Ways not to meet a schema; what it refers to is looked into. */
  #failing(place: Place): Place[][] {
    const { resources, budget } = this.maker;
    const target = isObject(place.schema) ? this.#target(place) : undefined;
    const ways = waysToFail(place.schema);
    budget.spend(ways.length);
    const of = (schema: unknown, scope: Scope) => [resources.inside(scope, schema)];
    return [...(target ? [of({ not: target.schema }, target.scope)] : []), ...ways.map((way) => of(way, place.scope))];
  }

  /** Null last, and deep inside what ends soonest first: a schema may contain itself. */
  #ordered(branches: Place[], depth: number): Place[] {
    const rank = new Map<Place, number>();
    for (const branch of branches) {
      this.maker.budget.spend(0.25);
      const isNull = isObject(branch.schema) && branch.schema.type === 'null';
      rank.set(branch, depth > deep ? this.heights.of(branch) : isNull ? 1 : 0);
    }
    return branches.sort((a, b) => Number(rank.get(a)) - Number(rank.get(b)) || 0);
  }
}
