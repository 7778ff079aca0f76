/** Values for any JSON Schema, as a request may bring one along: the smallest that is plainly valid, always the same. */
import { Validator } from '@cfworker/json-schema';
import type { Schema } from '../../contract/openapi.js';
import type { Json } from '../../contract/prepared.js';
import { targetOf } from '../../contract/ref.js';
import { samplePattern } from './pattern-sample.js';

/** Values for the schemas of callers. */
export interface Samples {
  /** A value, and what of the schema it could not meet. */
  sampleFor(schema: Schema, options?: { type: 'object' }): { value: Json; problems: string[] };
  validates(schema: Schema, value: unknown): boolean;
}

export const loadSamples = async (): Promise<Samples> => ({
  sampleFor: (schema) => ({ value: sampleSchema(schema), problems: [] }),
  validates,
});

/** Where no schema has to be met. */
export const noSamples: Samples = { sampleFor: () => ({ value: {}, problems: [] }), validates: () => true };

const formats: Record<string, string> = {
  'date-time': '2026-01-15T12:00:00Z',
  date: '2026-01-15',
  time: '12:00:00Z',
  duration: 'P1D',
  email: 'user@example.com',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uri: 'https://example.com/',
  'uri-reference': '/example',
  url: 'https://example.com/',
  uuid: '3f2b8c1e-5d4a-4c6b-9e7f-1a2b3c4d5e6f',
  regex: '.*',
  'json-pointer': '/a',
};

/** Whether a value is valid for a schema. A schema that cannot be read refuses nothing. */
export function validates(schema: Schema, value: unknown): boolean {
  try {
    return new Validator(schema, '2020-12', true).validate(value).valid;
  } catch {
    return true;
  }
}

/** A value for the schema. Where it asks for what cannot be made (an odd `pattern`), the nearest that can; for what is no schema, `{}`. */
export function sampleSchema(schema: Schema): Json {
  try {
    return sample(schema, schema, 0);
  } catch {
    return {};
  }
}

const deepest = 8;
/** Below this depth, lists and alternatives are as short as they may be. */
const deep = 4;
/** Callers may ask for more than there is memory. */
const longestArray = 1000;
const longestText = 10_000;

const resolveRef = (root: Schema, ref: string): Schema => targetOf(root, ref) ?? {};

function sample(schema: Schema | boolean, root: Schema, depth: number): Json {
  if (typeof schema === 'boolean' || depth > deepest) return null;
  if (schema.$ref) {
    const { $ref, ...rest } = schema;
    return sample({ ...resolveRef(root, $ref), ...rest }, root, depth + 1);
  }
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0] ?? null;
  for (const given of [schema.examples?.[0], schema.example, schema.default]) {
    if (given !== undefined && validates({ ...schema, $defs: root.$defs, definitions: root.definitions }, given)) return given;
  }
  if (schema.allOf) {
    const { allOf, ...rest } = schema;
    return sample(
      allOf.reduce((merged: Schema, part: Schema) => merge(merged, part.$ref ? resolveRef(root, part.$ref) : part), rest),
      root,
      depth + 1,
    );
  }
  for (const choice of [schema.oneOf, schema.anyOf]) {
    if (Array.isArray(choice) && choice.length > 0) {
      const { oneOf: _, anyOf: __, ...rest } = schema;
      // A schema may contain itself: deep inside, null ends it where it may.
      const last = depth > deep ? choice.find((candidate) => candidate?.type === 'null') : undefined;
      const branch = last ?? choice.find((candidate) => candidate?.type !== 'null') ?? choice[0];
      return sample(merge(rest, branch.$ref ? resolveRef(root, branch.$ref) : branch), root, depth + 1);
    }
  }
  if (depth > deep && Array.isArray(schema.type) && schema.type.includes('null')) return null;
  switch (kindOf(schema)) {
    case 'object':
      return sampleObject(schema, root, depth);
    case 'array':
      return sampleArray(schema, root, depth);
    case 'integer':
    case 'number':
      return sampleNumber(schema);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return sampleText(schema);
  }
}

function kindOf(schema: Schema): string {
  if (schema.type !== undefined) return [schema.type].flat().find((type) => type !== 'null') ?? 'null';
  if (schema.properties || schema.required) return 'object';
  if (schema.items || schema.prefixItems) return 'array';
  if (schema.minimum !== undefined || schema.maximum !== undefined) return 'number';
  return 'string';
}

const merge = (a: Schema, b: Schema): Schema => ({
  ...a,
  ...b,
  ...((a.properties || b.properties) && { properties: { ...a.properties, ...b.properties } }),
  ...((a.required || b.required) && { required: [...new Set([...(a.required ?? []), ...(b.required ?? [])])] }),
});

function sampleObject(schema: Schema, root: Schema, depth: number): Json {
  const properties: Schema = schema.properties ?? {};
  const required: string[] = schema.required ?? [];
  // Without anything required, one level of the rest shows what there is.
  const names = required.length > 0 || depth > 2 ? required : Object.keys(properties);
  return Object.fromEntries(names.map((name) => [name, sample(properties[name] ?? {}, root, depth + 1)]));
}

function sampleArray(schema: Schema, root: Schema, depth: number): Json {
  const fixed: Schema[] = schema.prefixItems ?? [];
  const count = Math.max(schema.minItems ?? (depth > deep ? 0 : 1), fixed.length);
  return Array.from({ length: Math.min(count, schema.maxItems ?? count, longestArray) }, (_, index) => {
    const item = sample(fixed[index] ?? schema.items ?? schema.contains ?? {}, root, depth + 1);
    if (!schema.uniqueItems || index === 0) return item;
    const choices: Json[] | undefined = schema.items?.enum;
    if (choices) return choices[index] ?? item;
    return typeof item === 'number' ? item + index : typeof item === 'string' ? `${item} ${index + 1}` : item;
  });
}

function sampleNumber(schema: Schema): number {
  const step: number = schema.multipleOf ?? (kindOf(schema) === 'integer' ? 1 : 0);
  const low: number =
    schema.minimum ?? (schema.exclusiveMinimum === undefined ? Number.NEGATIVE_INFINITY : schema.exclusiveMinimum + (step || 1e-6));
  const high: number =
    schema.maximum ?? (schema.exclusiveMaximum === undefined ? Number.POSITIVE_INFINITY : schema.exclusiveMaximum - (step || 1e-6));
  const wanted = low > 1 ? low : Math.min(high, 1);
  if (step === 0) return wanted;
  const rounded = Math.ceil(wanted / step) * step;
  return rounded > high ? Math.floor(high / step) * step : rounded;
}

function sampleText(schema: Schema): string {
  const known = formats[schema.format];
  if (known !== undefined) return known;
  const least = Math.min(schema.minLength ?? 0, longestText);
  const most: number = schema.maxLength ?? Number.POSITIVE_INFINITY;
  const text = schema.title ?? schema.description ?? 'text';
  const plain = String(text).slice(0, Math.min(most, 40)).padEnd(least, 'x');
  if (typeof schema.pattern !== 'string') return plain;
  return new RegExp(schema.pattern, 'u').test(plain) ? plain : (samplePattern(schema.pattern, least, most) ?? plain);
}
