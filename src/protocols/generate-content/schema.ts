/** Gemini's dialect of schemas, as JSON Schema. */
import type { Json } from '../../contract/prepared/json.js';
import { asArray, isObject, type JsonObject } from '../parts/json.js';

/** Limits, which the protocol's JSON form writes as texts. */
const limits = ['minItems', 'maxItems', 'minLength', 'maxLength', 'minProperties', 'maxProperties'];

/** Members without a meaning in JSON Schema. */
const dropped = ['nullable', 'propertyOrdering'];

/** Deeper ones stay as they are. */
const deepest = 200;

/** A number, where it is written as a text. */
const unquoted = (value: Json): Json => (typeof value === 'string' && !Number.isNaN(Number(value)) ? Number(value) : value);

function convertMember(key: string, value: Json, type: Json | undefined, depth: number): Json {
  const convert = (schema: Json): Json => (isObject(schema) && depth < deepest ? toJsonSchema(schema, depth + 1) : schema);
  if (key === 'type' && typeof value === 'string') return value.toLowerCase();
  if (key === 'items' || key === 'additionalProperties') return convert(value);
  if (key === 'anyOf') return asArray(value).map(convert);
  if (key === 'properties' && isObject(value))
    return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, convert(schema)]));
  // An enum lists texts, also where the values are numbers.
  if (key === 'enum' && /^(num|int)/i.test(`${type}`)) return asArray(value).map(unquoted);
  return limits.includes(key) ? unquoted(value) : value;
}

/** The properties in the order that is asked for, in which an answer has them. */
function inOrder({ properties, propertyOrdering }: JsonObject): JsonObject {
  if (!isObject(properties) || !Array.isArray(propertyOrdering)) return {};
  const first = propertyOrdering.filter((name) => typeof name === 'string' && Object.hasOwn(properties, name)) as string[];
  return {
    properties: Object.fromEntries([...new Set([...first, ...Object.keys(properties)])].map((name) => [name, properties[name] as Json])),
  };
}

/** The schema with lower-case types, numeric limits and values, and null where `nullable` allows it. */
export function toJsonSchema(schema: JsonObject, depth = 0): JsonObject {
  const members = Object.entries({ ...schema, ...inOrder(schema) }).filter(
    ([key, value]) => !dropped.includes(key) && value !== 'TYPE_UNSPECIFIED',
  );
  const converted = Object.fromEntries(members.map(([key, value]) => [key, convertMember(key, value, schema.type, depth)]));
  return schema.nullable === true ? { anyOf: [converted, { type: 'null' }] } : converted;
}
