/** Schemas in a form in which those that mean the same are alike: as OpenAPI 3.1 writes them, alternatives as such, parts put together. */
import type { Schema } from '../../contract/openapi.js';
import { canonical } from './canonical.js';
import { isAny } from './effect.js';

/** What only says something in a certain place, or what is so where nothing is said. */
const saysNothing: Record<string, (value: unknown, schema: Schema) => boolean> = {
  minLength: (value) => value === 0,
  minItems: (value) => value === 0,
  minProperties: (value) => value === 0,
  minContains: (value) => value === 1,
  uniqueItems: (value) => value === false,
  deprecated: (value) => value === false,
  readOnly: (value) => value === false,
  writeOnly: (value) => value === false,
  unevaluatedProperties: (value) => value === true,
  unevaluatedItems: (value) => value === true,
  items: (value) => value === true || (typeof value === 'object' && Object.keys(value as object).length === 0),
  // There is one null.
  const: (value, { type }) => value === null && type === 'null',
  enum: (value, { type }) => Array.isArray(value) && value.includes(null) && type === 'null',
  required: (value) => Array.isArray(value) && value.length === 0,
  allOf: (value) => Array.isArray(value) && value.length === 0,
};

/** How OpenAPI 3.0 writes what may be null, and bounds that do not count themselves. */
function asOpenApi31({ nullable, ...schema }: Schema): Schema {
  const bounds = [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const;
  for (const [exclusive, bound] of bounds) {
    if (typeof schema[exclusive] !== 'boolean') continue;
    const { [exclusive]: isExclusive, [bound]: value, ...rest } = schema;
    schema = { ...rest, ...(value !== undefined && { [isExclusive ? exclusive : bound]: value }) };
  }
  if (nullable === true && schema.type === undefined && isComposed(schema)) return orNull(schema);
  if (nullable !== true || schema.type === undefined) return schema;
  const values = schema.enum && !schema.enum.includes(null) ? { enum: [...schema.enum, null] } : {};
  return { ...schema, ...values, type: [...new Set([schema.type, 'null'].flat())] };
}

const isComposed = ({ allOf, anyOf, oneOf }: Schema): boolean => [allOf, anyOf, oneOf].some(Array.isArray);

/** A composition, or null: what is said of the value as such stays beside it. */
function orNull(schema: Schema): Schema {
  const demands = withoutBeside(schema);
  const [[keyword = '', parts] = [], second] = Object.entries(demands);
  const isNothingElse = second === undefined && Array.isArray(parts);
  if (isNothingElse && keyword !== 'allOf') return { ...schema, [keyword]: [...parts, { type: 'null' }] };
  return { ...besideOf(schema), anyOf: [isNothingElse && parts.length === 1 ? parts[0] : demands, { type: 'null' }] };
}

/** `true` stands for any value, `false` for none. */
export function normal(schema: Schema | boolean | undefined): Schema {
  if (typeof schema !== 'object') return schema === false ? { not: {} } : {};
  const entries = Object.entries(asOpenApi31(schema)).filter(([key, value]) => !saysNothing[key]?.(value, schema));
  return asList(asParts(Object.fromEntries(entries)));
}

/** What stands beside a reference is asked as well. */
function asParts(schema: Schema): Schema {
  const { $ref, allOf = [], ...rest } = schema;
  const demands = withoutBeside(rest);
  if ($ref === undefined || (Object.keys(demands).length === 0 && allOf.length === 0)) return schema;
  return { ...besideOf(rest), allOf: [{ $ref }, ...(Object.keys(demands).length > 0 ? [demands] : []), ...allOf] };
}

/** Alternatives that list values of one type are one list. */
function asList(schema: Schema): Schema {
  if (!isChoice(schema)) return schema;
  const { anyOf = [], oneOf = [], discriminator: _, ...rest } = schema;
  const branches: Schema[] = [...anyOf, ...oneOf];
  const isPlain = (branch: Schema | boolean) =>
    typeof branch === 'object' &&
    ('const' in branch || Array.isArray(branch.enum)) &&
    Object.keys(branch).every((key) => ['type', 'const', 'enum', 'title', 'description'].includes(key)) &&
    branch.type === branches[0]?.type;
  if (branches.length === 0 || !branches.every(isPlain)) return schema;
  const values = branches.flatMap((branch): unknown[] => ('const' in branch ? [branch.const] : branch.enum));
  const [{ type } = {} as Schema] = branches;
  return { ...rest, ...(type !== undefined && { type }), enum: [...new Set(values)] };
}

const ofChoice = new Set(['anyOf', 'oneOf', 'discriminator']);
const beside = /^(title|description|examples?|deprecated|default|\$comment|x-.*)$/;

const hasBranches = ({ anyOf, oneOf }: Schema): boolean => anyOf !== undefined || oneOf !== undefined;

/** Whether a schema is nothing but alternatives. */
const isChoice = (schema: Schema): boolean =>
  hasBranches(schema) && Object.keys(schema).every((key) => ofChoice.has(key) || beside.test(key));

/** One alternative for each type. */
function branchesByType(schema: Schema): Schema[] {
  if (!Array.isArray(schema.type)) return [schema];
  return schema.type.map((type: string) => {
    if (type === 'null') return { type };
    const values = schema.enum && { enum: schema.enum.filter((value: unknown) => value !== null) };
    return { ...schema, ...values, type };
  });
}

/** The members of a schema that are about a member as such, and not about its values. */
const besideOf = (schema: Schema): Schema => Object.fromEntries(Object.entries(schema).filter(([key]) => beside.test(key)));
const withoutBeside = (schema: Schema): Schema => Object.fromEntries(Object.entries(schema).filter(([key]) => !beside.test(key)));

/**
 * A schema as the choice of one, or of its types, where the other one is a choice among several: `T` in place of `T` or null.
 * @param resolved what the schema is, if it is a reference
 */
export function asChoiceBeside(schema: Schema, resolved: Schema, other: Schema): Schema {
  if (!isChoice(other) || hasBranches(schema)) return schema;
  const branches: Schema[] = [...(other.anyOf ?? []), ...(other.oneOf ?? [])];
  // A list that may grow is compared as a list.
  if (branches.some((branch) => branch['x-open-enum'])) return schema;
  if (schema.$ref) {
    if (hasBranches(resolved) && !branches.some(({ $ref }) => $ref === schema.$ref)) return schema;
    return { ...besideOf(schema), anyOf: [{ $ref: schema.$ref }] };
  }
  if (isAny(schema)) return schema;
  return { ...besideOf(schema), anyOf: branchesByType(withoutBeside(schema)) };
}

/** Keywords of which a schema can have those of another one as well. */
const joined: Record<string, (a: any, b: any) => unknown> = {
  properties: (a, b) =>
    Object.keys(a).some((name) => name in b && canonical(a[name]) !== canonical(b[name])) ? undefined : { ...a, ...b },
  required: (a, b) => [...new Set([...a, ...b])],
  dependentRequired: (a, b) => (Object.keys(a).some((name) => name in b) ? undefined : { ...a, ...b }),
};

/** The schema that asks what both ask; `undefined` where no single one does. */
function join(a: Schema, b: Schema): Schema | undefined {
  // What evaluates the members of its own schema only would see more of them.
  if (b.additionalProperties !== undefined || a.additionalProperties !== undefined || b.$ref || a.$ref) return undefined;
  // These belong to each other.
  if (b.if !== undefined || b.contains !== undefined || b['x-message'] !== undefined) return undefined;
  const result: Schema = { ...a };
  for (const [key, value] of Object.entries(b)) {
    if (beside.test(key) && !key.startsWith('x-')) continue;
    if (!(key in a) || canonical({ [key]: a[key] }) === canonical({ [key]: value })) result[key] = value;
    else {
      const both = joined[key]?.(a[key], value);
      if (both === undefined) return undefined;
      result[key] = both;
    }
  }
  return result;
}

/**
 * A schema together with the parts that all apply, as far as they can be put together; the others stay parts.
 * @param parts those of `allOf` that are looked at, without references
 */
export function withParts(schema: Schema, parts: Schema[]): Schema {
  const { allOf: _, ...own } = schema;
  let result: Schema = own;
  const rest: Schema[] = [];
  for (const part of parts) {
    const both = join(result, part);
    if (both) result = both;
    else rest.push(part);
  }
  return rest.length > 0 ? { ...result, allOf: rest } : result;
}
