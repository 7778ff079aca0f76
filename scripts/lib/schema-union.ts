/**
 * What the contract knows about one place of a value: the union of every schema that may apply there. A question about a union is
 * answered "known" when one of its alternatives knows it.
 */
import { type Document, type Json, resolve, type Schema } from './document.js';

/** The schemas that may apply at one place, without references and compositions. */
export type Union = Schema[];

const annotations = new Set(['title', 'description', 'examples', 'example', 'default', 'deprecated', 'x-docs']);

export const jsonType = (value: unknown): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'array'
      : typeof value === 'number'
        ? Number.isInteger(value)
          ? 'integer'
          : 'number'
        : typeof value;

const listed = (schema: Schema): Json[] | undefined => ('const' in schema ? [schema.const] : schema.enum);

const branchesOf = (schema: Schema): Schema[] => [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];

/** Whether a schema allows values of a value's type. */
function hasType(document: Document, branch: Schema, value: unknown): boolean {
  const schema = resolve<Schema>(document, branch);
  const types: string[] = [schema.type ?? []].flat();
  const type = jsonType(value);
  if (types.length > 0 && !types.includes(type) && !(type === 'integer' && types.includes('number'))) return false;
  const branches = branchesOf(schema);
  return branches.length === 0 || branches.some((inner) => hasType(document, inner, value));
}

/** Whether an alternative may be meant by a value: its type fits, and so does every member that names the alternative. */
function fits(document: Document, branch: Schema, value: unknown): boolean {
  const schema = resolve<Schema>(document, branch);
  if (!hasType(document, schema, value)) return false;
  if (schema.allOf?.some((part: Schema) => !fits(document, part, value))) return false;
  if (jsonType(value) !== 'object') return true;
  return ((schema.required ?? []) as string[]).every((name) => {
    const values = listed(resolve<Schema>(document, schema.properties?.[name] ?? {}));
    return values === undefined || values.includes((value as Record<string, Json>)[name] as Json);
  });
}

/** Of a union, the branches that may be meant by a value, each as a whole; the schema itself where it is none, or none of them is. */
export function meantBy(document: Document, schema: Schema, values: readonly unknown[]): Union {
  const own = resolve<Schema>(document, schema);
  const meant = own.properties ? [] : branchesOf(own).filter((branch) => values.some((value) => fits(document, branch, value)));
  return meant.length > 0 ? meant.flatMap((branch: Schema) => meantBy(document, branch, values)) : [schema];
}

/** The alternatives of a schema; with a value, only those that may be meant by it, if there are any. */
export function unionOf(document: Document, schema: Schema, value?: unknown): Union {
  const own = resolve<Schema>(document, schema);
  const branches = branchesOf(own);
  const meant = value === undefined ? branches : branches.filter((branch) => fits(document, branch, value));
  const parts: Schema[] = [...(own.allOf ?? []), ...(meant.length > 0 ? meant : branches), ...[own.then ?? [], own.else ?? []].flat()];
  return [own, ...parts.flatMap((part) => unionOf(document, part, value))];
}

/** Whether a value names an alternative that the contract does not have, so that it cannot be told which one is meant. */
export function isUndecided(document: Document, schema: Schema, value: unknown): boolean {
  const own = resolve<Schema>(document, schema);
  const branches = branchesOf(own);
  return branches.length > 0 && !branches.some((branch) => fits(document, branch, value));
}

/** A schema that allows anything. */
const isAnything = (schema: Schema): boolean => Object.keys(schema).every((key) => annotations.has(key));

export interface Member {
  /** The schemas of the member; empty when nothing is known but that it may be there. */
  union: Schema[];
}

/** The member of an object, or `undefined` when no alternative knows it. */
export function memberOf(union: Union, name: string): Member | undefined {
  const declared = union.flatMap((schema) =>
    schema.properties && Object.hasOwn(schema.properties, name) ? [schema.properties[name] as Schema] : [],
  );
  if (declared.length > 0) return { union: declared };
  const additional = union.flatMap(({ additionalProperties, patternProperties }) =>
    [additionalProperties ?? [], ...Object.values(patternProperties ?? {})].flat(),
  );
  if (additional.length > 0 && additional.some((entry) => entry !== false))
    return { union: additional.filter((entry) => typeof entry === 'object') as Schema[] };
  return union.some(({ properties }) => properties) ? undefined : { union: [] };
}

/** Names of all declared members. */
export const memberNames = (union: Union): string[] => [...new Set(union.flatMap(({ properties }) => Object.keys(properties ?? {})))];

/** The schemas of the elements of an array. */
export const itemsOf = (union: Union): Schema[] =>
  union.flatMap(({ items, prefixItems }) => [items ?? [], prefixItems ?? []].flat()) as Schema[];

/** The listed values of a place; `free` when values of the given types are as good without being listed. */
export function valuesOf(union: Union, types: string[] = ['string', 'integer', 'number', 'boolean']): { known: Json[]; free: boolean } {
  const known = union.flatMap((schema) => listed(schema) ?? []);
  const composed = (schema: Schema) => 'anyOf' in schema || 'oneOf' in schema || 'allOf' in schema;
  const free = union.some((schema) => {
    if (listed(schema) || schema['x-open-enum'] || composed(schema)) return false;
    return [schema.type].flat().some((type) => types.includes(type)) || isAnything(schema);
  });
  return { known, free };
}
