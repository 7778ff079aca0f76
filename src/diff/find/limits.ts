/** Compares the bounds of a value: its size, its form. */
import type { Schema } from '../../contract/openapi.js';
import type { Json } from '../../contract/prepared/json.js';
import { effectOf, type SchemaEffect } from '../model/effect.js';
import { show } from '../model/member-changes.js';

type Effects = Generator<SchemaEffect, void>;
type Direction = 'limited' | 'widened' | 'narrowed';

const upper = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties', 'maxContains'];
const lower = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties', 'minContains'];
/** What leaves less room by being there, and another room by being another. */
const present = ['pattern', 'format', 'multipleOf', 'uniqueItems', 'contentEncoding', 'contentMediaType'];

export const limitKeywords = [...upper, ...lower, ...present];

/** Each format with those that take all of its values as well. */
const widerFormats: Record<string, string[]> = {
  int32: ['int64'],
  float: ['double'],
  uri: ['uri-reference', 'iri', 'iri-reference'],
  'uri-reference': ['iri-reference'],
  iri: ['iri-reference'],
  email: ['idn-email'],
  hostname: ['idn-hostname'],
};

const isWider = (keyword: string, wide: unknown, narrow: unknown): boolean => {
  if (keyword === 'multipleOf') return Number.isInteger(Number(narrow) / Number(wide));
  return keyword === 'format' && (widerFormats[String(narrow)]?.includes(String(wide)) ?? false);
};

/** What the room for values does from one bound to another. */
function directionOf(keyword: string, before: unknown, after: unknown): Direction {
  if (before === undefined) return 'limited';
  if (after === undefined) return 'widened';
  if (isWider(keyword, after, before)) return 'widened';
  if (isWider(keyword, before, after)) return 'limited';
  if (present.includes(keyword) || typeof before !== 'number' || typeof after !== 'number') return 'narrowed';
  return upper.includes(keyword) === after < before ? 'limited' : 'widened';
}

interface Bound {
  keyword: string;
  value: number;
}

const numeric = { upper: ['maximum', 'exclusiveMaximum'], lower: ['minimum', 'exclusiveMinimum'] } as const;

/** The bound of a number that counts, where a schema has one that counts itself and one that does not. */
function boundOf(schema: Schema, side: keyof typeof numeric): Bound | undefined {
  const bounds = numeric[side].flatMap((keyword): Bound[] =>
    typeof schema[keyword] === 'number' ? [{ keyword, value: schema[keyword] }] : [],
  );
  const isInteger = schema.type === 'integer';
  const closeness = ({ keyword, value }: Bound) => (side === 'upper' ? -value : value) + (keyword.startsWith('exclusive') ? 1e-9 : 0);
  const [closest] = bounds.sort((a, b) => closeness(b) - closeness(a));
  if (!isInteger || !closest) return closest;
  // Above 0, from 0.5 and from 1 are the same for whole numbers.
  const isExclusive = closest.keyword.startsWith('exclusive') && Number.isInteger(closest.value);
  const whole = side === 'upper' ? Math.floor(closest.value) : Math.ceil(closest.value);
  return { keyword: numeric[side][0], value: isExclusive ? whole + (side === 'upper' ? -1 : 1) : whole };
}

function numberDirection(side: keyof typeof numeric, before: Bound | undefined, after: Bound | undefined): Direction {
  if (!before || !after) return before ? 'widened' : 'limited';
  if (before.value === after.value) return after.keyword.startsWith('exclusive') ? 'limited' : 'widened';
  return (side === 'upper') === after.value < before.value ? 'limited' : 'widened';
}

const inWords = (before: Bound | undefined, after: Bound | undefined): string => {
  const told = ({ keyword, value }: Bound) => `\`${keyword}\` ${show(value)}`;
  if (!after) return `no longer has the limit ${told(before as Bound)}`;
  if (!before) return `has the limit ${told(after)}`;
  return `has the limit ${told(after)}, was ${before.keyword === after.keyword ? show(before.value) : told(before)}`;
};

function* compareNumbers(a: Schema, b: Schema, name: string): Effects {
  for (const side of ['upper', 'lower'] as const) {
    const [before, after] = [boundOf(a, side), boundOf(b, side)];
    if (before?.keyword === after?.keyword && before?.value === after?.value) continue;
    const keywords = [...numeric[side]];
    yield effectOf(numberDirection(side, before, after), 'limit', `\`${name}\` ${inWords(before, after)}`, [name], { keywords });
  }
}

const ofNumbers = new Set<string>([...numeric.upper, ...numeric.lower]);

const ofType: Record<string, readonly string[]> = {
  string: ['maxLength', 'minLength', 'pattern', 'contentEncoding', 'contentMediaType'],
  array: ['maxItems', 'minItems', 'uniqueItems', 'maxContains', 'minContains'],
  object: ['maxProperties', 'minProperties'],
  number: [...numeric.upper, ...numeric.lower, 'multipleOf'],
};

/** Whether a value keeps a limit; `undefined` where that is not told here. */
function keeps(value: Json, keyword: string, limit: unknown): boolean | undefined {
  if (typeof value === 'string' && typeof limit === 'string') return keyword === 'pattern' ? matches(limit, value) : undefined;
  if (typeof limit !== 'number') return undefined;
  if (typeof value === 'number') {
    if (keyword === 'multipleOf') return Number.isInteger(value / limit);
    if (keyword === 'maximum') return value <= limit;
    if (keyword === 'exclusiveMaximum') return value < limit;
    if (keyword === 'minimum') return value >= limit;
    if (keyword === 'exclusiveMinimum') return value > limit;
  } else if (typeof value === 'string') {
    if (keyword === 'maxLength') return [...value].length <= limit;
    if (keyword === 'minLength') return [...value].length >= limit;
  }
  return undefined;
}

function matches(pattern: string, value: string): boolean | undefined {
  try {
    return new RegExp(pattern, 'u').test(value);
  } catch {
    return undefined;
  }
}

/**
 * A schema without the limits that say nothing: those of values of another type, those that each listed value keeps, steps of one between
 * whole numbers.
 * @param values those that are listed, by the schema or by the other version
 */
function withoutVoid(schema: Schema, values: Json[] | undefined): Schema {
  const types = [schema.type ?? []].flat().map((type: string) => (type === 'integer' ? 'number' : type));
  const foreign = types.length === 0 ? [] : Object.entries(ofType).flatMap(([type, keywords]) => (types.includes(type) ? [] : keywords));
  const isWhole = types.every((type) => type === 'number' || type === 'null') && ![schema.type].flat().includes('number');
  const isVoid = (keyword: string, limit: unknown) =>
    foreign.includes(keyword) ||
    (limitKeywords.includes(keyword) && values?.every((value) => value === null || keeps(value, keyword, limit) === true)) ||
    (keyword === 'multipleOf' && limit === 1 && types.length > 0 && isWhole);
  return Object.fromEntries(Object.entries(schema).filter(([keyword, limit]) => !isVoid(keyword, limit)));
}

/** What is so of an item that there has to be, where nothing else is said. */
const usualLimits: Record<string, number> = { minContains: 1 };

const listedBy = (schema: Schema): Json[] | undefined => ('const' in schema ? [schema.const] : schema.enum);

export function* compareLimits(first: Schema, second: Schema, name: string): Effects {
  const [listed, listedAfter] = [listedBy(first), listedBy(second)];
  const [a, b] = [withoutVoid(first, listed ?? listedAfter), withoutVoid(second, listedAfter ?? listed)];
  yield* compareNumbers(a, b, name);
  const haveContains = a.contains !== undefined && b.contains !== undefined;
  for (const keyword of limitKeywords) {
    const usual = haveContains ? usualLimits[keyword] : undefined;
    const [before, after] = [a[keyword] ?? usual, b[keyword] ?? usual];
    if (ofNumbers.has(keyword) || before === after) continue;
    const words =
      before === undefined
        ? `has the limit \`${keyword}\` ${show(after)}`
        : after === undefined
          ? `no longer has the limit \`${keyword}\` ${show(before)}`
          : `has the limit \`${keyword}\` ${show(after)}, was ${show(before)}`;
    yield effectOf(directionOf(keyword, before, after), 'limit', `\`${name}\` ${words}`, [name], { keywords: [keyword] });
  }
}
