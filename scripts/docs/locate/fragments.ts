/** The parts of the description that speak of the same value as a schema. */
import { type Document, type MediaType, operationsOf, type Parameter, type Schema } from '../../lib/document.js';
import { memberOf, unionOf } from '../../lib/schema-union.js';

const isSchema = (value: unknown): value is Schema => value !== null && typeof value === 'object' && !Array.isArray(value);

/** Keywords whose schemas speak of the value of the schema that they stand in. */
const one = ['if', 'then', 'else', 'not'];
const several = ['allOf', 'anyOf', 'oneOf'];
const byName = ['dependentSchemas'];

/** A schema and its inline parts that speak of the same value. */
export function fragmentsOf(schema: Schema): Schema[] {
  const inner = [
    ...one.map((keyword) => schema[keyword]),
    ...several.flatMap((keyword) => (schema[keyword] as unknown[] | undefined) ?? []),
    ...byName.flatMap((keyword) => Object.values((schema[keyword] as object | undefined) ?? {})),
  ].filter(isSchema);
  return [schema, ...inner.flatMap(fragmentsOf)];
}

/** Keywords whose schemas describe parts of the value. */
const parts = ['items', 'prefixItems', 'contains', 'additionalProperties', 'propertyNames'];
const maps = ['properties', 'patternProperties'];

/** A schema and all that stand in it. */
export function* schemasIn(value: unknown): Generator<Schema> {
  if (Array.isArray(value)) for (const entry of value) yield* schemasIn(entry);
  if (!isSchema(value)) return;
  yield value;
  for (const keyword of [...one, ...several, ...parts]) yield* schemasIn(value[keyword]);
  for (const keyword of [...maps, ...byName]) yield* schemasIn(Object.values((value[keyword] as object | undefined) ?? {}));
}

/** Every schema of a description. */
export function* schemasOf(document: Document): Generator<Schema> {
  const { schemas = {}, parameters = {}, responses = {} } = document.components;
  const contents = (holder: { content?: Record<string, MediaType> } | undefined) =>
    Object.values(holder?.content ?? {}).map(({ schema }) => schema);
  yield* schemasIn(Object.values(schemas));
  yield* schemasIn(Object.values(parameters).map(({ schema }) => schema));
  yield* schemasIn(Object.values(responses).flatMap(contents));
  for (const { path, operation } of operationsOf(document)) {
    const own = [...((document.paths[path]?.parameters as Parameter[] | undefined) ?? []), ...(operation.parameters ?? [])];
    yield* schemasIn(own.map(({ schema }) => schema));
    yield* schemasIn(contents(operation.requestBody));
    yield* schemasIn(Object.values(operation.responses ?? {}).flatMap(contents));
  }
}

const composing = [...one, ...several, ...byName, 'properties', '$ref'];

/** The schemas whose values an owner describes too, the owner among them. */
export function hostsOf(document: Document, owners: ReadonlySet<Schema>): Schema[] {
  const hosts: Schema[] = [];
  for (const value of schemasOf(document)) {
    if (!composing.some((keyword) => keyword in value)) continue;
    if (typeof value.$ref === 'string' && Object.keys(value).length === 1) continue;
    if (unionOf(document, value).some((schema) => owners.has(schema))) hosts.push(value);
  }
  return hosts;
}

/** Whether what a fragment says of a member is about that of an owner, and not of another one of the same name. */
export function speaksOf(document: Document, fragment: Schema, name: string, owners: ReadonlySet<Schema>): boolean {
  const union = unionOf(document, fragment);
  if (union.some((schema) => owners.has(schema))) return true;
  return !(
    memberOf(union, name) && union.some(({ properties, type }) => type === 'object' && properties && Object.hasOwn(properties, name))
  );
}
