/** Makes values for schemas: candidates, the plainest first, of which the first that will do is taken. */
import type { Json } from '../../contract/prepared/json.js';
import { Exhausted } from '../schema/budget.js';
import { isObject, type Kind, listOf, type Schema, typesOf } from '../schema/keywords.js';
import type { Place } from '../schema/resources.js';
import { kindOf } from '../validate/scalars.js';
import type { Validator } from '../validate/validator.js';
import { Alternatives, common } from './alternatives.js';
import { arrays } from './arrays.js';
import { deepestValue, type Fact, type Goal, type Maker } from './goal.js';
import { Heights } from './height.js';
import { numbers } from './numbers.js';
import { objects } from './objects.js';
import { texts } from './texts.js';
import { isHarmful } from './words.js';

/** How many candidates are looked at, for each way to meet the schemas, before there is said to be none. */
const mostTried = 200;
/** And at first: of the first ways, others than the plainest cost what the last ways are left with. */
const fewTried = 20;

/** Steps for putting together what was made. */
const reserve = 2000;

const keywordsOf: [Kind, readonly string[]][] = [
  [
    'object',
    [
      'properties',
      'required',
      'additionalProperties',
      'patternProperties',
      'propertyNames',
      'minProperties',
      'maxProperties',
      'unevaluatedProperties',
      'dependentRequired',
      'dependentSchemas',
      'dependencies',
    ],
  ],
  ['array', ['items', 'prefixItems', 'contains', 'minItems', 'maxItems', 'uniqueItems', 'unevaluatedItems', 'additionalItems']],
  ['string', ['pattern', 'format', 'minLength', 'maxLength', 'contentEncoding', 'contentMediaType']],
  ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
];

const allKinds: readonly Kind[] = ['string', 'object', 'array', 'number', 'boolean', 'null'];

/** The types that a value may be of, the likeliest first. */
function kindsOf(facts: readonly Fact[]): Kind[] {
  let types: readonly Kind[] | undefined;
  for (const { schema } of facts) {
    const own = typesOf(schema);
    if (own) types = types ? common(types, own) : own;
  }
  const meant = keywordsOf.flatMap(([kind, keywords]) =>
    facts.some(({ schema }) => keywords.some((keyword) => Object.hasOwn(schema, keyword))) ? [kind] : [],
  );
  const kinds = types ?? [...new Set([...meant, ...allKinds])];
  return [...kinds.filter((kind) => kind !== 'null'), ...kinds.filter((kind) => kind === 'null')];
}

/** What the schemas themselves give for a value. */
function* givenBy(facts: readonly Fact[]): Generator<Json> {
  for (const { schema } of facts) yield* listOf(schema.examples) as Json[];
  for (const { schema } of facts)
    for (const keyword of ['example', 'default'])
      if (schema[keyword] !== undefined && schema[keyword] !== null) yield schema[keyword] as Json;
}

const stubs: Record<Kind, Json> = { object: {}, array: [], string: 'example', number: 1, integer: 1, boolean: true, null: null };

/** How far references and alternatives are followed for the least that can be said of a value. */
const mostFollowed = 5;

export class Sampler implements Maker {
  readonly resources: Validator['resources'];
  readonly patterns: Validator['patterns'];
  readonly budget: Validator['budget'];
  /** Whether the work was more than it may be, and only a part of it was done. */
  isSpent = false;
  /** Of what is being made, how many wholes within one another may be left out. */
  #leftOut = 0;
  readonly #heights: Heights;
  readonly #alternatives: Alternatives;

  /** @param isCareful whether every part is judged, and others are tried where one is found wrong; else the first of everything is taken */
  constructor(
    readonly validator: Validator,
    readonly isCareful: boolean,
  ) {
    this.resources = validator.resources;
    this.patterns = validator.patterns;
    this.budget = validator.budget;
    this.#heights = new Heights(this.resources, this.budget);
    this.#alternatives = new Alternatives(this, this.#heights, isCareful);
  }

  make(goal: Goal): Json | undefined {
    if (this.isCareful) return this.values(goal, fewTried).next().value ?? this.values(goal, mostTried).next().value;
    if (goal.mayBeLeftOut) this.#leftOut++;
    try {
      if (this.isSpent) return this.#stub(goal);
      const { value = this.#stub(goal) } = this.values(goal, mostTried).next();
      return value;
    } catch (error) {
      // What is made already is worth more than nothing: it is put together with what is left for that.
      if (!this.isSpent) this.budget.begin(reserve);
      this.isSpent = true;
      if (goal.mayBeLeftOut) return undefined;
      if (this.#leftOut > 0) throw error;
      return this.#stub(goal);
    } finally {
      if (goal.mayBeLeftOut) this.#leftOut--;
    }
  }

  /** What stands where no value was found: the first that a schema names, or one of the type, if nothing else. */
  #stub({ wanted, mayBeLeftOut }: Goal): Json | undefined {
    if (this.isSpent && this.#leftOut > 0) {
      if (mayBeLeftOut) return undefined;
      // A whole that can be left out is better left out than wrong.
      throw new Exhausted();
    }
    let type: Kind | undefined;
    for (const place of wanted) {
      let at: Place | undefined = place;
      for (let steps = 0; at && isObject(at.schema) && steps < mostFollowed; steps++) {
        const schema: Schema = at.schema;
        if (Object.hasOwn(schema, 'const')) return schema.const as Json;
        if (Array.isArray(schema.enum) && schema.enum.length > 0) return schema.enum[0] as Json;
        type ??= typesOf(schema)?.[0];
        const [branch] = [...listOf(schema.anyOf), ...listOf(schema.oneOf)];
        at = typeof schema.$ref === 'string' ? this.resources.follow(at, schema.$ref) : this.resources.inside(at.scope, branch);
      }
    }
    return structuredClone(stubs[type ?? 'null']);
  }

  *values(goal: Goal, most: number): Generator<Json, undefined> {
    this.budget.spend(8);
    if (goal.depth > deepestValue || (goal.depth > 2 && this.#isEndless(goal))) return undefined;
    for (const value of this.candidates(goal, most)) if (!this.isCareful || this.#isGood(goal, value)) yield value;
    return undefined;
  }

  #isEndless({ wanted }: Goal): boolean {
    return wanted.some((place) => this.#heights.of(place) === Number.POSITIVE_INFINITY);
  }

  *candidates(goal: Goal, most: number): Generator<Json> {
    for (const facts of this.#alternatives.of(goal.wanted, this.isCareful ? goal.unwanted : [], goal.depth)) {
      this.budget.spend(facts.length);
      let left = most;
      for (const value of this.#meeting(facts, goal)) {
        if (left-- === 0) break;
        yield value;
      }
    }
  }

  *#meeting(facts: readonly Fact[], goal: Goal): Generator<Json> {
    for (const value of givenBy(facts)) if (this.#isGood(goal, value)) yield value;
    const lists = facts.flatMap(({ schema }) =>
      Object.hasOwn(schema, 'const') ? [[schema.const]] : Array.isArray(schema.enum) ? [schema.enum] : [],
    );
    const [shortest] = lists.sort((a, b) => a.length - b.length);
    const kinds = kindsOf(facts);
    if (shortest) yield* this.#named(shortest, lists, kinds);
    else for (const kind of kinds) yield* this.#ofKind(kind, facts, goal);
  }

  *#named(values: readonly unknown[], lists: readonly (readonly unknown[])[], kinds: readonly Kind[]): Generator<Json> {
    const others = lists.filter((list) => list !== values);
    const isNamed = (value: unknown) =>
      common([kindOf(value)], kinds).length > 0 &&
      others.every((list) => {
        this.budget.spend(1 + list.length / 512);
        return list.includes(value) || (value !== null && typeof value === 'object');
      });
    for (const value of values) if (value !== null && isNamed(value)) yield value as Json;
    if (values.includes(null) && isNamed(null)) yield null;
  }

  *#ofKind(kind: Kind, facts: readonly Fact[], goal: Goal): Generator<Json> {
    const schemas = facts.map(({ schema }) => schema);
    switch (kind) {
      case 'object':
        yield* objects(facts, goal, this);
        break;
      case 'array':
        yield* arrays(facts, goal, this);
        break;
      case 'number':
        // A type of its own are integers only where nothing else is a number.
        yield* numbers(schemas, false);
        break;
      case 'integer':
        yield* numbers(schemas, true);
        break;
      case 'string':
        yield* texts(schemas, goal.name, this);
        break;
      case 'boolean':
        yield* isHarmful(goal.name) ? [false, true] : [true, false];
        break;
      case 'null':
        yield null;
    }
  }

  #isGood({ wanted, unwanted }: Goal, value: Json): boolean {
    this.budget.spend();
    return wanted.every((place) => this.validator.isValid(place, value)) && !unwanted.some((place) => this.validator.isValid(place, value));
  }
}
