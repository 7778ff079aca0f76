/** Schemas of a page as the contract writes them: OpenAPI 3.1, without references and without the words of the page. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type Document, type Json, resolve, type Schema } from '../../../lib/document.js';
import { jsonType } from '../../../lib/schema-union.js';

/** A schema that cannot be written as it is shown; the message says why, behind the name of the member. */
export class NotTranscribed extends Error {}

const isSchema = (value: unknown): value is Schema => value !== null && typeof value === 'object' && !Array.isArray(value);

/** What is no part of the meaning, or is followed: words of the page, and what is resolved. */
const leftOut = new Set(['title', 'description', 'example', 'externalDocs', 'xml', '$comment', '$schema', '$id', '$defs', '$ref']);
/** Written as they are. */
const plain = new Set([
  ...['type', 'enum', 'const', 'default', 'format', 'deprecated', 'readOnly', 'writeOnly', 'examples', 'required', 'dependentRequired'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'minLength', 'maxLength', 'pattern'],
  ...['minItems', 'maxItems', 'uniqueItems', 'minContains', 'maxContains', 'minProperties', 'maxProperties'],
  ...['contentEncoding', 'contentMediaType'],
]);
const ofSchemas: Record<string, 'one' | 'list' | 'map'> = {
  ...{ not: 'one', if: 'one', then: 'one', else: 'one', contains: 'one', propertyNames: 'one', items: 'one', additionalProperties: 'one' },
  ...{ unevaluatedProperties: 'one', unevaluatedItems: 'one', contentSchema: 'one' },
  ...{ allOf: 'list', anyOf: 'list', oneOf: 'list', prefixItems: 'list' },
  ...{ properties: 'map', patternProperties: 'map', dependentSchemas: 'map' },
};
/** What says nothing where it is so. */
const usual: Record<string, Json> = { deprecated: false, readOnly: false, writeOnly: false, uniqueItems: false };

/** A page whose schemas refer to each other can stand for a tree of any size. */
const mostSchemas = 2000;

/** Why a pattern is none for JavaScript, which all that is made of the contract reads it by. */
export function patternFault(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'u');
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

let ajv: Ajv2020 | undefined;

/** How OpenAPI 3.0 and earlier drafts write it. */
function asOpenApi31({ nullable, ...given }: Schema): Schema {
  let schema: Schema = given;
  for (const [exclusive, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof schema[exclusive] !== 'boolean') continue;
    const { [exclusive]: isExclusive, [bound]: value, ...rest } = schema;
    schema = { ...rest, ...(value !== undefined && { [isExclusive ? exclusive : bound]: value }) };
  }
  if (Array.isArray(schema.items)) {
    const { items, ...rest } = schema;
    schema = { ...rest, prefixItems: items };
  }
  if ('const' in schema && schema.type === undefined) schema = { type: jsonType(schema.const), ...schema };
  return nullable === true ? orNull(schema) : schema;
}

function orNull(schema: Schema): Schema {
  const listed: Json[] | undefined = 'const' in schema ? [schema.const] : schema.enum;
  const { const: _, ...rest } = schema;
  const own: Schema = Array.isArray(listed) ? { ...rest, enum: [...new Set([...listed, null])] } : schema;
  if (own.type !== undefined) return { ...own, type: [...new Set([own.type, 'null'].flat())] };
  for (const choice of ['oneOf', 'anyOf']) {
    const branches = own[choice];
    if (Array.isArray(branches)) return { ...own, [choice]: [...branches, { type: 'null' }] };
  }
  return Array.isArray(own.allOf) ? { anyOf: [own, { type: 'null' }] } : own;
}

/** A composition of one is what it is made of. */
function withoutChoiceOfOne(schema: Schema): Schema {
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    const { [keyword]: parts, ...rest } = schema;
    const [only, second] = Array.isArray(parts) ? parts : [];
    if (isSchema(only) && second === undefined && !Object.keys(rest).some((key) => key in only)) return { ...only, ...rest };
  }
  return schema;
}

const ofMembers = ['properties', 'patternProperties', 'additionalProperties', 'allOf', 'anyOf', 'oneOf', 'if', 'enum', 'const'];

/** An object of which no member is told may have any, which the contract says: types know of none otherwise. */
export const openIfFree = (schema: Schema): Schema =>
  [schema.type].flat().includes('object') && !ofMembers.some((keyword) => keyword in schema)
    ? { ...schema, additionalProperties: true }
    : schema;

class Transcription {
  #count = 0;

  constructor(
    private readonly document: Document,
    private readonly day: string,
  ) {}

  schema(given: unknown, above: ReadonlySet<unknown>): Json {
    if (typeof given === 'boolean') return given;
    const target = resolve<Schema>(this.document, given as Schema);
    if (!isSchema(target)) throw new NotTranscribed(`has ${JSON.stringify(target)} in the place of a schema`);
    if (above.has(target)) throw new NotTranscribed('contains itself, and so needs a component by name');
    if (++this.#count > mostSchemas) throw new NotTranscribed(`has more than ${mostSchemas} parts`);
    const { $ref: _, ...beside } = given as Schema;
    const own = asOpenApi31(target === given ? target : { ...target, ...beside });
    if (own.discriminator !== undefined) {
      const name: unknown = isSchema(own.discriminator) ? own.discriminator.propertyName : own.discriminator;
      throw new NotTranscribed(`has alternatives that \`${name}\` tells apart, and so needs components by name`);
    }
    const inside = new Set([...above, target]);
    const entries = Object.entries(own).flatMap(([keyword, value]) => this.#keyword(keyword, value, inside));
    if (own.deprecated === true) entries.push(['x-deprecated-since', this.day]);
    return openIfFree(withoutChoiceOfOne(Object.fromEntries(entries)));
  }

  #keyword(keyword: string, value: unknown, above: ReadonlySet<unknown>): [string, Json][] {
    if (leftOut.has(keyword) || keyword.startsWith('x-') || value === usual[keyword]) return [];
    const patterns = keyword === 'pattern' ? [String(value)] : keyword === 'patternProperties' && isSchema(value) ? Object.keys(value) : [];
    for (const pattern of patterns) {
      const fault = patternFault(pattern);
      if (fault) throw new NotTranscribed(`has a pattern that JavaScript does not read (${fault})`);
    }
    if (Array.isArray(value) && value.length === 0 && keyword === 'enum') throw new NotTranscribed('has a list without values');
    if (plain.has(keyword)) return [[keyword, value as Json]];
    const of = Object.hasOwn(ofSchemas, keyword) ? ofSchemas[keyword] : undefined;
    if (of === 'one') return [[keyword, this.schema(value, above)]];
    if (of === 'list' && Array.isArray(value)) return [[keyword, value.map((inner) => this.schema(inner, above))]];
    if (of === 'map' && isSchema(value))
      return [[keyword, Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.schema(inner, above)]))]];
    throw new NotTranscribed(`says \`${keyword}\` ${JSON.stringify(value)}, which is no keyword of that kind`);
  }
}

/**
 * @param day on which what is deprecated is seen to be so
 * @throws NotTranscribed where it cannot be written as a schema in one place, or is none
 */
export function transcribed(document: Document, schema: unknown, day: string): Schema {
  const written = new Transcription(document, day).schema(schema, new Set());
  // What is said of a deprecation is no JSON Schema, and does no harm to it.
  ajv ??= new Ajv2020({ strict: false, logger: false });
  if (!ajv.validateSchema(written as Schema | boolean)) {
    const [error] = ajv.errors ?? [];
    throw new NotTranscribed(`is no JSON Schema${error ? ` (${error.instancePath || 'as a whole'} ${error.message})` : ''}`);
  }
  return written === true ? {} : written === false ? { not: {} } : (written as Schema);
}
