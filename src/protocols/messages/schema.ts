/** Schemas of structured output, as the vendor's SDKs send them, as JSON Schema. */
import type { Json } from '../../contract/prepared.js';
import { asText, isObject, type JsonObject, parseJson } from '../parts/json.js';

/** Limits that the vendor does not take as such. */
const limits = [
  ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ['minLength', 'maxLength', 'pattern', 'format'],
  ['minItems', 'maxItems', 'uniqueItems'],
].flat();

/** A limit in a description, up to the next. */
const limit = new RegExp(`(?:^|, )(${limits.join('|')}): ("(?:[^"\\\\]|\\\\.)*"|.+?)(?=, [$\\w]+: |$)`, 'gs');

/** The limits in the last paragraph of a description, where the SDKs put them for the model to read: `{minimum: 1, maximum: 9}`. */
function describedLimits(description: string): JsonObject {
  const last = description.slice(description.lastIndexOf('\n\n') + 1).trim();
  if (!last.startsWith('{') || !last.endsWith('}')) return {};
  return Object.fromEntries([...last.slice(1, -1).matchAll(limit)].map(([, name = '', value = '']) => [name, parseJson(value)]));
}

/** Deeper ones stay as they are. */
const deepest = 100;

/** The schema with the limits that its descriptions, and those of all schemas in it, tell. */
export function withDescribedLimits(schema: JsonObject, depth = 0): JsonObject {
  const restore = (value: Json): Json => (isObject(value) && depth < deepest ? withDescribedLimits(value, depth + 1) : value);
  const restored = Object.entries(schema).map(([name, value]): [string, Json] => {
    if (name === 'items') return [name, restore(value)];
    if ((name === 'anyOf' || name === 'allOf') && Array.isArray(value)) return [name, value.map(restore)];
    if ((name === 'properties' || name === '$defs') && isObject(value))
      return [name, Object.fromEntries(Object.entries(value).map(([key, member]) => [key, restore(member)]))];
    return [name, value];
  });
  return { ...describedLimits(asText(schema.description)), ...Object.fromEntries(restored) };
}
