/** Schemas of structured output whose descriptions tell limits, as JSON Schema. */
import type { Json } from '../../contract/prepared/json.js';
import type { AnswerFormat } from '../../protocols/parts/conversation.js';
import { asText, isObject, type JsonObject, parseJson } from '../../protocols/parts/json.js';

/** Limits that a vendor does not take as such, by name. */
const limits: Record<string, 'number' | 'string' | 'boolean' | 'object' | 'any'> = {
  const: 'any',
  enum: 'object',
  minimum: 'number',
  maximum: 'number',
  exclusiveMinimum: 'number',
  exclusiveMaximum: 'number',
  multipleOf: 'number',
  minLength: 'number',
  maxLength: 'number',
  pattern: 'string',
  format: 'string',
  minItems: 'number',
  maxItems: 'number',
  uniqueItems: 'boolean',
  minProperties: 'number',
  maxProperties: 'number',
};

/** `max length`, as some write it. */
const spaced = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const nameOf = new Map(
  Object.keys(limits).flatMap((name): [string, string][] => [
    [name, name],
    [spaced(name), name],
  ]),
);

/** A limit in a description, up to the next. */
const limit = new RegExp(`(?:^|[,;] )(${[...nameOf.keys()].join('|')}): ("(?:[^"\\\\]|\\\\.)*"|.+?)(?=[,;] [$\\w ]+: |$)`, 'gs');

/**
 * The limits in the last line of a description, where SDKs put them for the model to read: `{minLength: 1, maxLength: 9}`, or
 * `min length: 1; max length: 9.`
 */
function describedLimits(description: string): JsonObject {
  const [, braced, listed = ''] = /(?:^|\n)(?:\{([^\n]*)\}|([^\n]*)\.)$/.exec(description) ?? [];
  return Object.fromEntries(
    [...(braced ?? listed).matchAll(limit)].flatMap(([, written = '', text = '']): [string, Json][] => {
      const name = nameOf.get(written) ?? '';
      const value = parseJson(text);
      if (limits[name] === 'string') return [[name, typeof value === 'string' ? value : text]];
      return limits[name] === 'any' || typeof value === limits[name] ? [[name, value]] : [];
    }),
  );
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

/** The schema that a text of this form has to meet; absent where there is none. */
export const wantedSchema = (format: Extract<AnswerFormat, { kind: 'json' }>): JsonObject | undefined =>
  format.schema && format.describesLimits ? withDescribedLimits(format.schema) : format.schema;
