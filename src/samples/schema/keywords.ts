/** Reading of keywords, whatever a caller wrote there: what makes no sense counts as not said. */

export type Schema = Record<string, unknown>;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** A member of the object's own: names come from callers, and may be `constructor`. */
export const own = (object: Record<string, unknown>, name: string): unknown => (Object.hasOwn(object, name) ? object[name] : undefined);

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const empty: Record<string, unknown> = Object.freeze({});

export const mapOf = (value: unknown): Record<string, unknown> => (isObject(value) ? value : empty);

/** More names than a value is made for are not looked at. */
export const mostNames = 1000;

export const namesOf = (value: unknown): string[] =>
  listOf(value)
    .slice(0, mostNames)
    .filter((name) => typeof name === 'string');

/** Of large objects alone: each entry makes every collection of garbage longer. */
const knownKeys = new WeakMap<object, readonly string[]>();
const large = 100;

/**
 * The names of an object's members. Of very many they take long to find, so that they are found once; what stands at them is read one by one, by
 * those who keep to a budget.
 */
export function keysOf(value: unknown): readonly string[] {
  if (!isObject(value)) return [];
  let keys = knownKeys.get(value);
  if (!keys) {
    keys = Object.keys(value);
    if (keys.length > large) knownKeys.set(value, keys);
  }
  return keys;
}

/** A limit: a number, also as the text that protobuf's JSON form makes of a 64-bit one. */
export function limitOf(value: unknown): number | undefined {
  const limit = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof limit === 'number' && Number.isFinite(limit) ? limit : undefined;
}

export type Kind = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';

const kinds: readonly string[] = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'];

/** There are no more kinds, and more names than kinds say nothing new. */
const mostTypes = 2 * kinds.length;

/** The types that a schema names, as a list in its order; `undefined` where it names none. Gemini writes them in capitals. */
export function typesOf({ type, nullable }: Schema): Kind[] | undefined {
  const types = (Array.isArray(type) ? type.slice(0, mostTypes) : [type])
    .map((name) => (typeof name === 'string' ? name.toLowerCase() : ''))
    .filter((name): name is Kind => kinds.includes(name));
  if (types.length === 0) return undefined;
  return nullable === true ? [...types, 'null'] : types;
}

/** The lowest and the highest number, and whether they are themselves allowed (draft-04 and OpenAPI 3.0 say so with a boolean). */
export function boundsOf(schema: Schema): { minimum?: number; above?: number; maximum?: number; below?: number } {
  const [minimum, maximum] = [limitOf(schema.minimum), limitOf(schema.maximum)];
  const above = schema.exclusiveMinimum === true ? minimum : limitOf(schema.exclusiveMinimum);
  const below = schema.exclusiveMaximum === true ? maximum : limitOf(schema.exclusiveMaximum);
  return {
    ...(minimum !== undefined && { minimum }),
    ...(above !== undefined && { above }),
    ...(maximum !== undefined && { maximum }),
    ...(below !== undefined && { below }),
  };
}

/** The schemas of the first items, and that of the others: `prefixItems` with `items`, or a list as `items` with `additionalItems`. */
export function itemsOf(schema: Schema): { first: readonly unknown[]; others: unknown } {
  if (Array.isArray(schema.items)) return { first: schema.items, others: schema.additionalItems };
  return { first: listOf(schema.prefixItems), others: schema.items };
}
