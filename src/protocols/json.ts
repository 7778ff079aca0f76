/** Reading and combining JSON of unknown shape: a value of another type than the expected one counts as absent. */
import type { Json } from '../contract/prepared.js';

export type JsonObject = { [key: string]: Json };

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const asObject = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
export const asArray = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);
export const asText = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
export const asNumber = (value: Json | undefined): number | undefined => (typeof value === 'number' ? value : undefined);

/** The objects in an array; other items are left out. */
export const asObjects = (value: Json | undefined): JsonObject[] => asArray(value).filter(isObject);

/** A number of alternatives: a whole number from 1, which is also the default. */
export const asCount = (value: Json | undefined): number => (Number.isInteger(value) && (value as number) > 1 ? (value as number) : 1);

/** The parsed text, or the text itself where it is no JSON. */
export function parseJson(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

const filter = (object: JsonObject, keep: (key: string, value: Json) => boolean): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([key, value]) => keep(key, value)));

export const pick = (object: JsonObject, keys: readonly string[]): JsonObject => filter(object, (key) => keys.includes(key));
export const omit = (object: JsonObject, keys: readonly string[]): JsonObject => filter(object, (key) => !keys.includes(key));

/** How much a member tells: least if absent, then null, then an empty text, most if anything else. */
function weight(value: Json | undefined): number {
  if (value === undefined) return 0;
  if (value === null) return 1;
  return value === '' ? 2 : 3;
}

/** The target with the members of the source, except those that tell less: streams repeat members without their values. */
export const merge = (target: JsonObject, source: JsonObject): JsonObject => ({
  ...target,
  ...filter(source, (key, value) => !Object.hasOwn(target, key) || weight(value) >= weight(target[key])),
});

/** The values in the order of their numbers. */
export const inOrder = (numbered: ReadonlyMap<number, JsonObject>): JsonObject[] =>
  [...numbered].sort(([a], [b]) => a - b).map(([, value]) => value);
