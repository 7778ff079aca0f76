/** Which schemas describe a place of a value. */
import type { Document, Json, Schema } from '../../lib/document.js';
import { itemsOf, memberOf, unionOf } from '../../lib/schema-union.js';

const isObject = (value: unknown): value is Record<string, Json> => value !== null && typeof value === 'object' && !Array.isArray(value);

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** The alternatives that may be meant by the values; all of them where there is no value. */
export const meantBy = (document: Document, schemas: readonly Schema[], values: readonly Json[]): Schema[] =>
  unique(
    schemas.flatMap((schema) =>
      values.length === 0 ? unionOf(document, schema) : values.flatMap((value) => unionOf(document, schema, value)),
    ),
  );

/** The values one step further in: of a member, of an element, or with `*` of every element. */
const valuesIn = (values: readonly Json[], part: string): Json[] =>
  values.flatMap((value): Json[] => {
    if (Array.isArray(value))
      return part === '*' ? value : /^\d+$/.test(part) && value[Number(part)] !== undefined ? [value[Number(part)] as Json] : [];
    return isObject(value) && Object.hasOwn(value, part) ? [value[part] as Json] : [];
  });

/** The schemas one step further in. */
function inside(union: Schema[], part: string): Schema[] {
  const items = part === '*' || /^\d+$/.test(part) ? itemsOf(union) : [];
  return items.length > 0 ? items : (memberOf(union, part)?.union ?? []);
}

/**
 * The schemas of what stands at a pointer, without references and compositions.
 * @param values documented ones, which tell the alternatives apart
 */
export function schemasAt(document: Document, schemas: readonly Schema[], parts: readonly string[], values: readonly Json[]): Schema[] {
  let at = [...schemas];
  let known = [...values];
  for (const part of parts) {
    at = inside(meantBy(document, at, known), part);
    known = valuesIn(known, part);
  }
  return meantBy(document, at, known);
}

/** The objects that declare a member: with their documented values if one of those does, else any. */
export function declaring(document: Document, schemas: readonly Schema[], parts: readonly string[], values: readonly Json[]): Schema[] {
  const name = parts.at(-1) ?? '';
  const having = (documented: readonly Json[]) =>
    schemasAt(document, schemas, parts.slice(0, -1), documented).filter(
      ({ properties }) => properties !== undefined && Object.hasOwn(properties, name),
    );
  const meant = having(values);
  return meant.length > 0 || values.length === 0 ? meant : having([]);
}
