/** Compares what two versions of a schema say of one value by itself: its type, the values it may have, their bounds. */
import type { Schema } from '../../contract/openapi.js';
import type { Json } from '../../contract/prepared.js';
import { canonical, meaningOf } from '../model/canonical.js';
import { effectOf, isAny, type SchemaEffect } from '../model/effect.js';
import { memberChanges, show, summarise } from '../model/member-changes.js';

export type Effects = Generator<SchemaEffect, void>;

export const listed = (schema: Schema): Json[] | undefined => ('const' in schema ? [schema.const] : schema.enum);
export const branchesOf = (schema: Schema): Schema[] => [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
const isOpenList = (schema: Schema): boolean => branchesOf(schema).some((branch) => branch['x-open-enum']);
export const without = <T>(list: T[], other: T[]): T[] => list.filter((item) => !other.includes(item));

/** A whole number is a number too. */
const takes = (types: string[], type: string): boolean => types.includes(type) || (type === 'integer' && types.includes('number'));

const ofType = { keywords: ['type'] };
const ofValues = { keywords: ['enum', 'const'] };

function* compareTypeNames(a: Schema, b: Schema, name: string): Effects {
  const before: string[] = [a.type ?? []].flat();
  const after: string[] = [b.type ?? []].flat();
  const [was, is] = [before, after].map((types) => types.join(' or '));
  if (before.length > 0 && after.length > 0) {
    const gone = before.filter((type) => !takes(after, type));
    if (gone.length > 0) yield effectOf('narrowed', 'type-changed', `\`${name}\` is ${is}, was ${was}`, [name], ofType);
    else
      for (const type of after.filter((type) => !takes(before, type)))
        yield effectOf('widened', 'type-added', `\`${name}\` may also be ${type}`, [name], ofType);
  } else if (after.length > 0 && isAny(a)) yield effectOf('narrowed', 'type-limited', `\`${name}\` is ${is}, was anything`, [name], ofType);
  else if (before.length > 0 && isAny(b))
    yield effectOf('widened', 'type-opened', `\`${name}\` may be anything, was ${was}`, [name], ofType);
}

function* compareValues(a: Schema, b: Schema, name: string): Effects {
  const [before, after] = [listed(a), listed(b)];
  const all = (values: Json[]) => values.map(show).join(', ');
  if (before && after) {
    for (const value of without(before, after))
      yield effectOf('narrowed', 'value-removed', `\`${name}\` no longer has ${show(value)}`, [name, value], { value });
    for (const value of without(after, before))
      yield effectOf('widened', 'value-added', `\`${name}\` has the new value ${show(value)}`, [name, value], { value });
  } else if (before) yield effectOf('widened', 'values-opened', `\`${name}\` is no longer limited to ${all(before)}`, [name], ofValues);
  else if (after) yield effectOf('narrowed', 'values-limited', `\`${name}\` is limited to ${all(after)}`, [name], ofValues);
}

const named = (schema: Schema): Json[] => listed(schema) ?? branchesOf(schema).flatMap((branch) => listed(branch) ?? []);

/** Whether the values of both are listed, and those of one of them may grow. */
export const areLists = (a: Schema, b: Schema): boolean =>
  (isOpenList(a) && (isOpenList(b) || listed(b) !== undefined)) || (listed(a) !== undefined && isOpenList(b));

/** In a list that may grow, any other string was legal before and is now. */
function* compareOpenList(a: Schema, b: Schema, name: string): Effects {
  const [before, after] = [named(a), named(b)];
  if (!isOpenList(a)) yield effectOf('widened', 'list-opened', `\`${name}\` may have values that are not listed`, [name]);
  if (!isOpenList(b)) yield effectOf('narrowed', 'list-closed', `\`${name}\` is limited to ${after.map(show).join(', ')}`, [name]);
  for (const value of without(after, before))
    yield effectOf('added', 'value-added', `\`${name}\` knows the new value ${show(value)}`, [name, value], { value });
  for (const value of without(before, after))
    yield effectOf('forgotten', 'value-forgotten', `\`${name}\` no longer names ${show(value)}`, [name, value], { value });
}

/** Bounds, by the direction in which they leave less room; the others leave more or less by being there. */
const upper = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties', 'maxContains'];
const lower = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties', 'minContains'];
const present = ['pattern', 'format', 'multipleOf', 'uniqueItems', 'contentEncoding', 'contentMediaType'];
const limits = [...upper, ...lower, ...present];

/** What the room for values does from one bound to another. */
function directionOf(keyword: string, before: unknown, after: unknown): 'limited' | 'widened' | 'narrowed' {
  if (before === undefined || before === false) return 'limited';
  if (after === undefined || after === false) return 'widened';
  if (present.includes(keyword) || typeof before !== 'number' || typeof after !== 'number') return 'narrowed';
  return upper.includes(keyword) === after < before ? 'limited' : 'widened';
}

function* compareLimits(a: Schema, b: Schema, name: string): Effects {
  for (const keyword of limits) {
    const [before, after] = [a[keyword], b[keyword]];
    if (JSON.stringify(before ?? false) === JSON.stringify(after ?? false)) continue;
    const words =
      before === undefined
        ? `has the limit \`${keyword}\` ${show(after)}`
        : after === undefined
          ? `no longer has the limit \`${keyword}\` ${show(before)}`
          : `has the limit \`${keyword}\` ${show(after)}, was ${show(before)}`;
    yield effectOf(directionOf(keyword, before, after), 'limit', `\`${name}\` ${words}`, [name], { keywords: [keyword] });
  }
}

function* compareDeprecation(a: Schema, b: Schema, name: string): Effects {
  if (b.deprecated && !a.deprecated) yield effectOf('deprecated', 'deprecated', `\`${name}\` is deprecated`, [name]);
  if (a.deprecated && !b.deprecated) yield effectOf('added', 'not-deprecated', `\`${name}\` is no longer deprecated`, [name]);
}

/** Keywords that have a rule, here or in the comparison of what a schema consists of, and those that say nothing of values. */
const judged = new Set([
  ...['$ref', 'type', 'const', 'enum', 'properties', 'required', 'items', 'anyOf', 'oneOf', 'allOf', 'discriminator', ...limits],
  ...['additionalProperties', 'unevaluatedProperties', 'default', 'deprecated', 'x-deprecated-since', 'x-open-enum'],
]);

/** What is left for a person: conditions and the like. */
const unjudgedPart = (schema: Schema): Schema => Object.fromEntries(Object.entries(schema).filter(([key]) => !judged.has(key)));

function* compareOthers(a: Schema, b: Schema, name: string): Effects {
  const [before, after] = [a, b].map((schema) => meaningOf(unjudgedPart(schema))) as [Schema, Schema];
  if (canonical(before) === canonical(after)) return;
  const details = summarise(memberChanges(before, after));
  const keywords = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  yield effectOf('narrowed', 'unjudged', `\`${name}\` has changed in a way that no rule judges; look at it: ${details}`, [name], {
    keywords,
  });
}

export function* compareValue(a: Schema, b: Schema, name: string): Effects {
  yield* compareTypeNames(a, b, name);
  if (areLists(a, b)) yield* compareOpenList(a, b, name);
  else yield* compareValues(a, b, name);
  yield* compareLimits(a, b, name);
  yield* compareDeprecation(a, b, name);
  yield* compareOthers(a, b, name);
}
