/** Compares what two versions of a schema say of one value by itself: its type, the values it may have, their bounds. */
import type { Schema } from '../../contract/openapi.js';
import type { Json } from '../../contract/prepared/json.js';
import { canonical } from '../model/canonical.js';
import { effectOf, isAny, type SchemaEffect } from '../model/effect.js';
import { show } from '../model/member-changes.js';
import { compareConditions } from './conditions.js';
import { compareLimits } from './limits.js';
import { compareOthers } from './other-keywords.js';

export type Effects = Generator<SchemaEffect, void>;

export const listed = (schema: Schema): Json[] | undefined => ('const' in schema ? [schema.const] : schema.enum);
export const branchesOf = (schema: Schema): Schema[] => [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
/** What any other value of a list that may grow has to be. */
export const openBranchOf = (schema: Schema): Schema | undefined => branchesOf(schema).find((branch) => branch['x-open-enum']);

const isOpenList = (schema: Schema): boolean => openBranchOf(schema) !== undefined;

export function without<T>(list: T[], other: T[]): T[] {
  const known = new Set(other.map((item) => canonical(item)));
  return list.filter((item) => !known.has(canonical(item)));
}

/** A whole number is a number too. */
const takes = (types: string[], type: string): boolean => types.includes(type) || (type === 'integer' && types.includes('number'));

const ofType = { keywords: ['type'] };
const ofValues = { keywords: ['enum', 'const'] };

const typesOf = ({ type }: Schema): string[] => [type ?? []].flat();

function* compareTypeNames(a: Schema, b: Schema, name: string): Effects {
  const [before, after] = [typesOf(a), typesOf(b)];
  const [was, is] = [before, after].map((types) => types.join(' or '));
  if (before.length > 0 && after.length > 0) {
    const gone = before.filter((type) => !takes(after, type));
    const come = after.filter((type) => !takes(before, type));
    // A reader of numbers can read whole ones, and one who has looked for null need not.
    const isStillRead = come.length === 0 && gone.every((type) => type === 'null' || (type === 'number' && after.includes('integer')));
    if (gone.length > 0)
      yield effectOf(isStillRead ? 'limited' : 'narrowed', 'type-changed', `\`${name}\` is ${is}, was ${was}`, [name], ofType);
    else
      for (const type of come) {
        const words = type === 'number' && before.includes('integer') ? 'any number, was integer' : type;
        yield effectOf('widened', 'type-added', `\`${name}\` may also be ${words}`, [name], ofType);
      }
  } else if (after.length > 0 && isAny(a)) yield effectOf('limited', 'type-limited', `\`${name}\` is ${is}, was anything`, [name], ofType);
  else if (before.length > 0 && isAny(b))
    yield effectOf('widened', 'type-opened', `\`${name}\` may be anything, was ${was}`, [name], ofType);
  else if (before.length !== after.length && !impliesType(before.length > 0 ? b : a)) {
    const [effect, words] =
      after.length > 0 ? (['limited', `has to be ${is}`] as const) : (['widened', `need no longer be ${was}`] as const);
    yield effectOf(effect, after.length > 0 ? 'type-limited' : 'type-opened', `\`${name}\` ${words}`, [name], ofType);
  }
}

/** Whether a schema without a type tells it in another way, or what types have no words for. */
const impliesType = (schema: Schema): boolean =>
  listed(schema) !== undefined || ['properties', 'items', 'anyOf', 'oneOf', 'allOf'].some((keyword) => schema[keyword] !== undefined);

function* compareValues(a: Schema, b: Schema, name: string): Effects {
  const [before, after] = [listed(a), listed(b)];
  const all = (values: Json[]) => values.map(show).join(', ');
  if (before && after) {
    for (const value of without(before, after)) {
      // Who has looked for null need not.
      const effect = value === null ? 'limited' : 'narrowed';
      yield effectOf(effect, 'value-removed', `\`${name}\` no longer has ${show(value)}`, [name, value], { value });
    }
    for (const value of without(after, before))
      yield effectOf('widened', 'value-added', `\`${name}\` has the new value ${show(value)}`, [name, value], { value });
  } else if (before && !coversAll(before, a))
    yield effectOf('widened', 'values-opened', `\`${name}\` is no longer limited to ${all(before)}`, [name], ofValues);
  else if (after && !coversAll(after, b))
    yield effectOf('narrowed', 'values-limited', `\`${name}\` is limited to ${all(after)}`, [name], ofValues);
}

const allOfType: Record<string, Json[]> = { boolean: [true, false], null: [null] };

/** Whether a list has all values that its type has. */
function coversAll(values: Json[], schema: Schema): boolean {
  const types = typesOf(schema);
  return types.length > 0 && types.every((type) => allOfType[type]?.every((value) => values.includes(value)) ?? false);
}

const named = (schema: Schema): Json[] => listed(schema) ?? branchesOf(schema).flatMap((branch) => listed(branch) ?? []);

/** Any text, of which none is named: a list that may grow, before it begins. */
const isAnyText = (schema: Schema): boolean => schema.type === 'string' && listed(schema) === undefined && schema.pattern === undefined;

/** Whether the values of both are listed, and those of one of them may grow. */
export function areLists(a: Schema, b: Schema): boolean {
  const isList = (schema: Schema) => isOpenList(schema) || listed(schema) !== undefined || isAnyText(schema);
  return (isOpenList(a) && isList(b)) || (isOpenList(b) && isList(a));
}

/** The alternatives of a list that may grow which are no part of the list, such as null. */
export const besideList = (schema: Schema): Schema => {
  const branches = branchesOf(schema).filter((branch) => !branch['x-open-enum'] && listed(branch) === undefined);
  return { anyOf: [{ title: 'a text' }, ...branches] };
};

/** In a list that may grow, any other string was legal before and is now. */
function* compareOpenList(a: Schema, b: Schema, name: string): Effects {
  const [before, after] = [named(a), named(b)];
  const [was, is] = [a, b].map((schema) => isOpenList(schema) || isAnyText(schema));
  if (!was) yield effectOf('widened', 'list-opened', `\`${name}\` may have values that are not listed`, [name]);
  if (!is) yield effectOf('narrowed', 'list-closed', `\`${name}\` is limited to ${after.map(show).join(', ')}`, [name]);
  for (const value of without(after, before))
    yield effectOf('added', 'value-added', `\`${name}\` knows the new value ${show(value)}`, [name, value], { value });
  for (const value of without(before, after))
    yield effectOf('forgotten', 'value-forgotten', `\`${name}\` no longer names ${show(value)}`, [name, value], { value });
}

function* compareDeprecation(a: Schema, b: Schema, name: string): Effects {
  if (b.deprecated && !a.deprecated) yield effectOf('deprecated', 'deprecated', `\`${name}\` is deprecated`, [name]);
  if (a.deprecated && !b.deprecated) yield effectOf('added', 'not-deprecated', `\`${name}\` is no longer deprecated`, [name]);
}

/** Whether one may send it, and whether it comes back. */
function* compareAccess(a: Schema, b: Schema, name: string): Effects {
  const access = { readOnly: ['limited', 'sent'], writeOnly: ['optional', 'read'] } as const;
  for (const [keyword, [effect, verb]] of Object.entries(access)) {
    if (Boolean(a[keyword]) === Boolean(b[keyword])) continue;
    const text = b[keyword] ? `\`${name}\` can no longer be ${verb}` : `\`${name}\` can be ${verb} as well`;
    yield effectOf(b[keyword] ? effect : 'added', 'access', text, [name], { keywords: [keyword] });
  }
}

export function* compareValue(a: Schema, b: Schema, name: string): Effects {
  if (areLists(a, b)) yield* compareOpenList(a, b, name);
  else {
    yield* compareTypeNames(a, b, name);
    yield* compareValues(a, b, name);
  }
  yield* compareLimits(a, b, name);
  yield* compareDeprecation(a, b, name);
  yield* compareAccess(a, b, name);
  yield* compareConditions(a, b, name);
  yield* compareOthers(a, b, name);
}
