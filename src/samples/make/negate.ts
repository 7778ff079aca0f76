/** Ways in which a value may fail to be valid for a schema, as schemas. */
import {
  boundsOf,
  isObject,
  itemsOf,
  type Kind,
  keysOf,
  limitOf,
  listOf,
  mapOf,
  mostNames,
  namesOf,
  type Schema,
  typesOf,
} from '../schema/keywords.js';

const kinds: readonly Kind[] = ['string', 'boolean', 'number', 'integer', 'object', 'array', 'null'];

/** Schemas with a `not` that says it in the simplest way, and is not looked into again. */
const settled = new WeakSet<object>();

export const isSettled = (schema: Schema): boolean => settled.has(schema);

function settle(schema: Schema): Schema {
  settled.add(schema);
  return schema;
}

/** Each is a way of its own. What cannot be told is left to those who judge the value. */
export function waysToFail(schema: unknown): unknown[] {
  if (schema === false) return [true];
  if (!isObject(schema)) return [];
  const ways: unknown[] = [];
  const types = typesOf(schema);
  if (types) ways.push({ type: kinds.filter((kind) => !types.includes(kind) && !(kind === 'integer' && types.includes('number'))) });
  if (types?.includes('integer') && !types.includes('number')) ways.push(settle({ type: 'number', not: { type: 'integer' } }));
  for (const keyword of ['const', 'enum']) if (Object.hasOwn(schema, keyword)) ways.push(settle({ not: { [keyword]: schema[keyword] } }));
  const { minimum, above, maximum, below } = boundsOf(schema);
  if (minimum !== undefined) ways.push({ type: 'number', exclusiveMaximum: minimum });
  if (above !== undefined) ways.push({ type: 'number', maximum: above });
  if (maximum !== undefined) ways.push({ type: 'number', exclusiveMinimum: maximum });
  if (below !== undefined) ways.push({ type: 'number', minimum: below });
  if (schema.multipleOf !== undefined) ways.push(settle({ type: 'number', not: { multipleOf: schema.multipleOf } }));
  const limited = (keyword: string, opposite: string, by: number, type: Kind) => {
    const limit = limitOf(schema[keyword]);
    if (limit !== undefined && limit + by >= 0) ways.push({ type, [opposite]: limit + by });
  };
  limited('minLength', 'maxLength', -1, 'string');
  limited('maxLength', 'minLength', 1, 'string');
  limited('minItems', 'maxItems', -1, 'array');
  limited('maxItems', 'minItems', 1, 'array');
  limited('minProperties', 'maxProperties', -1, 'object');
  limited('maxProperties', 'minProperties', 1, 'object');
  for (const keyword of ['pattern', 'format'])
    if (schema[keyword] !== undefined) ways.push(settle({ type: 'string', not: { [keyword]: schema[keyword] } }));
  for (const name of namesOf(schema.required)) ways.push({ type: 'object', properties: { [name]: false } });
  const properties = mapOf(schema.properties);
  for (const name of keysOf(properties).slice(0, mostNames))
    ways.push({ type: 'object', required: [name], properties: { [name]: { not: properties[name] } } });
  const { first, others } = itemsOf(schema);
  for (const [index, inner] of first.entries())
    ways.push({ type: 'array', minItems: index + 1, prefixItems: [...first.slice(0, index).map(() => true), { not: inner }] });
  if (others !== undefined)
    ways.push({ type: 'array', minItems: first.length + 1, prefixItems: [...first.map(() => true), { not: others }] });
  if (schema.contains !== undefined) ways.push({ type: 'array', items: { not: schema.contains } });
  if (schema.uniqueItems === true) ways.push({ type: 'array', minItems: 2, items: { const: 1 } });
  for (const keyword of ['additionalProperties', 'unevaluatedProperties', 'propertyNames', 'unevaluatedItems'])
    if (schema[keyword] !== undefined)
      ways.push(settle({ type: keyword.endsWith('Items') ? 'array' : 'object', minProperties: 1, minItems: 1 }));
  for (const part of listOf(schema.allOf)) ways.push({ not: part });
  for (const keyword of ['anyOf', 'oneOf'])
    if (Array.isArray(schema[keyword])) ways.push({ allOf: schema[keyword].map((branch) => ({ not: branch })) });
  if (Array.isArray(schema.oneOf) && schema.oneOf.length > 1) ways.push({ allOf: schema.oneOf.slice(0, 2) });
  if (schema.not !== undefined) ways.push(schema.not);
  if (schema.if !== undefined && schema.then !== undefined) ways.push({ allOf: [schema.if, { not: schema.then }] });
  if (schema.if !== undefined && schema.else !== undefined) ways.push({ allOf: [{ not: schema.if }, { not: schema.else }] });
  return ways;
}
