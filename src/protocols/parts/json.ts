/** Reading and combining JSON of unknown shape: a value of another type than the expected one counts as absent. */
import type { Json } from '../../contract/prepared/json.js';
import { jsonOrText } from '../../http/json/json-text.js';

export type JsonObject = { [key: string]: Json };

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const asObject = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
export const asArray = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);
export const asString = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
/** The text; an empty one where there is none. */
export const asText = (value: Json | undefined): string => asString(value) ?? '';
export const asNumber = (value: Json | undefined): number | undefined => (typeof value === 'number' ? value : undefined);

/** The objects in an array; other items are left out. */
export const asObjects = (value: Json | undefined): JsonObject[] => asArray(value).filter(isObject);

/** A number of alternatives: a whole number from 1, which is also the default. */
export const asCount = (value: Json | undefined): number => (Number.isInteger(value) && (value as number) > 1 ? (value as number) : 1);

/** The parsed text, or the text itself where it cannot be. */
export const parseJson = (text: string): Json => jsonOrText(text) as Json;

type Members<Value> = Readonly<Record<string, Value>>;

const filter = <Value>(object: Members<Value>, keep: (key: string, value: Value) => boolean): Record<string, Value> =>
  Object.fromEntries(Object.entries(object).filter(([key, value]) => keep(key, value)));

export const pick = <Value>(object: Members<Value>, keys: readonly string[]): Record<string, Value> =>
  filter(object, (key) => keys.includes(key));
export const omit = <Value>(object: Members<Value>, keys: readonly string[]): Record<string, Value> =>
  filter(object, (key) => !keys.includes(key));

/** How little a member tells: nothing if it is absent, then null, then an empty text; anything else tells most. */
const emptiness = (value: Json | undefined): number => ['', null, undefined].indexOf(value as string);

/** The target with the members of the source, except those that tell less: streams repeat members without their values. */
export const merge = (target: JsonObject, source: JsonObject): JsonObject => ({
  ...target,
  ...filter(source, (key, value) => emptiness(value) <= emptiness(target[key])),
});

/** Pieces by their numbers; `Object.values` gives them in the order of the numbers. */
export type Numbered = Record<number, JsonObject>;

/** The object with more text at the end of one of its members. */
export const append = (object: JsonObject, member: string, more: Json | undefined): JsonObject => ({
  ...object,
  [member]: asText(object[member]) + asText(more),
});
