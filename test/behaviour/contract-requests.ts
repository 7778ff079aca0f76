/** Requests made from the contract: documented ones, changed in ways that its schemas allow, or broken at one place. */
import fc, { type Arbitrary } from 'fast-check';
import { fieldName } from '../../src/contract/judge/explain.js';
import { formatPointer, getAt } from '../../src/contract/pointer.js';
import type { PreparedExample, PreparedOperation } from '../../src/contract/prepared.js';
import { oddSchemas } from '../samples/odd-schemas.js';
import { allows, character, description, formsOf, resolve, type Schema, valuesOf } from './schema-values.js';

type Path = readonly (string | number)[];
type Generate = Parameters<Parameters<ReturnType<typeof fc.gen>['map']>[0]>[0];

export interface ContractRequest {
  example: PreparedExample;
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  body: unknown;
  /** What was changed, for whoever reads a failure. */
  changes: string[];
  [fc.toStringMethod]: () => string;
}

/** A request that the contract forbids because of one field; an empty name is the body as a whole. */
export interface BrokenRequest extends ContractRequest {
  field: string;
  /** The value around the field whose form cannot be told any more, so that any of its members may be named. */
  around: string | undefined;
}

/** A value in a body and the schema that it has to fit. */
interface Place {
  path: Path;
  schema: Schema;
  /** The one of the schema's forms that the value has. */
  form: Schema;
  value: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value);

function* placesOf(schema: Schema, value: unknown, path: Path = []): Generator<Place> {
  const forms = formsOf(schema);
  const form = forms.length === 1 ? forms[0] : forms.find((candidate) => allows(candidate, value));
  if (!form) return;
  yield { path, schema, form, value };
  for (const [key, member] of membersOf(form, value)) yield* placesOf(member.schema, member.value, [...path, key]);
}

/** The described members of a value, with their schemas. */
function* membersOf(form: Schema, value: unknown): Generator<[string | number, { schema: Schema; value: unknown }]> {
  if (Array.isArray(value)) {
    if (form.items) for (const [index, item] of value.entries()) yield [index, { schema: form.items, value: item }];
  } else if (isObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      if (form.properties?.[name]) yield [name, { schema: form.properties[name], value: member }];
    }
  }
}

/** Whether a schema leaves a member so few values that they tell what kind of object it is in. */
const tells = ({ const: only, enum: several, not }: Schema): boolean => only !== undefined || several !== undefined || not !== undefined;

/** Whether a value may be meant to have a form: it is of its type, and no member tells otherwise. */
const mayBe = (form: Schema, value: unknown): boolean =>
  allows({ type: form.type ?? 'object' }, value) &&
  (Array.isArray(value) || [...membersOf(form, value)].every(([, member]) => !tells(member.schema) || allows(member.schema, member.value)));

/** The outermost value on the way to a broken place whose form cannot be told, so that what is wrong with it depends on what was meant. */
function unclear(schema: Schema, value: unknown, path: Path, passed: Path = []): Path | undefined {
  const forms = formsOf(schema);
  const [form, ...others] = forms.length === 1 ? forms : forms.filter((candidate) => mayBe(candidate, value));
  const [key, ...rest] = path;
  if (!form || others.length > 0) return passed;
  if (key === undefined) return undefined;
  if (rest.length === 0 && forms.length > 1 && forms.some(({ properties = {} }) => properties[key] && tells(properties[key])))
    return passed;
  const next = [...membersOf(form, value)].find(([name]) => name === key)?.[1];
  return next && unclear(next.schema, next.value, rest, [...passed, key]);
}

/** A copy of the body with another value at a place, or, without one, without it. */
function changed(body: unknown, path: Path, ...values: unknown[]): unknown {
  const key = path.at(-1);
  if (key === undefined) return values[0];
  const copy = structuredClone(body);
  const container = getAt(copy, formatPointer(path.slice(0, -1))) as Record<string | number, unknown>;
  if (values.length > 0) container[key] = values[0];
  else delete container[key];
  return copy;
}

const named = (path: Path): string => fieldName(formatPointer(path));

const wording = (path: Path, values: unknown[]): string =>
  values.length > 0 ? `${named(path)} = ${JSON.stringify(values[0]).slice(0, 60)}` : `without ${named(path)}`;

/** The items in their order, from any of them on. */
function turned<T>(g: Generate, items: readonly T[]): T[] {
  const start = g(fc.nat, { max: items.length - 1 });
  return [...items.slice(start), ...items.slice(0, start)];
}

const pick = <T>(g: Generate, items: readonly T[]): T => items[g(fc.nat, { max: items.length - 1 })] as T;

/** A change that keeps the body valid: another value, an optional member less, one more. What `not` or `if` forbid is not done. */
function change(g: Generate, schema: Schema, request: ContractRequest): void {
  const places = [...placesOf(schema, request.body)];
  const { path, form, value, ...place } = pick(g, places);
  const optional = isObject(value) ? Object.keys(form.properties ?? {}).filter((name) => !form.required?.includes(name)) : [];
  const member = optional.length > 0 ? pick(g, optional) : undefined;
  const at = member === undefined ? path : [...path, member];
  const remove = member !== undefined && isObject(value) && member in value && g(fc.boolean);
  // A whole body anew would be like no documented one.
  if (at.length === 0) return;
  const values = remove ? [] : [g(valuesOf, member === undefined ? place.schema : form.properties[member])];
  const body = changed(request.body, at, ...values);
  if (!allows(schema, body)) return;
  request.body = body;
  request.changes.push(wording(at, values));
}

/** Ways that may break what a form says about a value: the path of the field at fault, and a value unless the field is to be missing. */
function breaksOf({ path, form, value }: Place): { path: Path; values: unknown[] }[] {
  const { minLength = 0, maxLength, minimum, maximum, minItems = 0, maxItems, required = [] } = form;
  // Not null: it counts as absent where a member may be.
  const values: unknown[] = [true, -1.5, 'no such value', [], ['no such value'], { no: 'such member' }];
  if (typeof value === 'string') {
    if (minLength > 0) values.push('x'.repeat(minLength - 1));
    if (maxLength !== undefined) values.push('x'.repeat(maxLength + 1));
  }
  if (typeof value === 'number') {
    if (minimum !== undefined) values.push(minimum - 1);
    if (maximum !== undefined) values.push(maximum + 1);
  }
  if (Array.isArray(value)) {
    if (minItems > 0) values.push(value.slice(0, minItems - 1));
    if (maxItems !== undefined && value.length > 0)
      values.push(Array.from({ length: maxItems + 1 }, (_, index) => value[index % value.length]));
  }
  const missing: string[] = isObject(value) ? required.filter((name: string) => name in value) : [];
  return [...values.map((broken) => ({ path, values: [broken] })), ...missing.map((name) => ({ path: [...path, name], values: [] }))];
}

/** The body broken at one place, the first of a random order that the schema minds. */
function breakOne(g: Generate, schema: Schema, body: unknown): { path: Path; values: unknown[]; body: unknown } {
  for (const place of turned(g, [...placesOf(schema, body)])) {
    for (const { path, values } of turned(g, breaksOf(place))) {
      const broken = changed(body, path, ...values);
      if (!allows(schema, broken)) return { path, values, body: broken };
    }
  }
  throw new Error('a schema that minds nothing');
}

const describedOperation = ({ method, path }: PreparedOperation): Schema => description.paths[path][method.toLowerCase()];

const bodySchema = (operation: PreparedOperation): Schema | undefined =>
  describedOperation(operation).requestBody?.content['application/json'].schema;

/** The parameters of a place, by name. */
const parameterSchemas = (operation: PreparedOperation, place: 'path' | 'query'): [string, Schema][] =>
  [...(description.paths[operation.path].parameters ?? []), ...(describedOperation(operation).parameters ?? [])]
    .map((parameter) => resolve(parameter as Schema))
    .filter((parameter) => parameter.in === place)
    .map(({ name, schema }) => [name, schema]);

/** What can stand in a path as one part of it. */
export const pathPart: Arbitrary<string> = fc
  .string({ unit: character, minLength: 1, maxLength: 20 })
  .filter((part) => !/^\.\.?$/.test(part));

function documented(g: Generate, { examples }: Pick<PreparedOperation, 'examples'>): ContractRequest {
  const example = pick(g, examples);
  const path = { ...example.request.path };
  const query = { ...example.request.query };
  const changes: string[] = [];
  const print = () => `${example.name} ${JSON.stringify({ path, query })}: ${changes.join('; ') || 'as documented'}`;
  return { example, path, query, body: structuredClone(example.request.body), changes, [fc.toStringMethod]: print };
}

/** Documented requests with one member of the body set to what the contract allows there. */
export function requestsWith(operation: PreparedOperation, member: string): Arbitrary<ContractRequest> {
  const schema = bodySchema(operation) as Schema;
  return fc.gen().map((g) => {
    const request = documented(g, operation);
    const form = formsOf(schema).find((candidate) => candidate.properties?.[member]);
    const value = form && g(valuesOf, form.properties[member]);
    const body = { ...(request.body as object), [member]: value };
    if (form && allows(schema, body)) request.body = body;
    request.changes.push(wording([member], [value]));
    return request;
  });
}

/** Requests that the contract allows. */
export function validRequests(operation: PreparedOperation): Arbitrary<ContractRequest> {
  const schema = bodySchema(operation);
  return fc.gen().map((g) => {
    const request = documented(g, operation);
    // What a pattern or a format forbids is not done.
    const put = (values: Record<string, unknown>, name: string, parameter: Schema, value: unknown) => {
      if (allows(parameter, value)) values[name] = value;
    };
    for (const [name, parameter] of parameterSchemas(operation, 'query'))
      if (g(fc.boolean)) put(request.query, name, parameter, g(valuesOf, parameter));
    // Of a job, the id is what it is about.
    if (!operation.task)
      for (const [name, parameter] of parameterSchemas(operation, 'path'))
        if (g(fc.boolean))
          put(
            request.path,
            name,
            parameter,
            g(() => pathPart),
          );
    if (schema && request.body !== undefined) {
      for (let left = g(fc.nat, { max: 3 }); left > 0; left--) change(g, schema, request);
      if (g(fc.boolean)) request.body = { ...(request.body as object), unknown_member: [{}] };
    }
    return request;
  });
}

/** Documented requests, with a JSON Schema that makes no sense wherever an object is left open; `undefined` where none is. */
export function openRequests(operation: PreparedOperation): Arbitrary<ContractRequest> | undefined {
  const schema = bodySchema(operation);
  const examples = operation.examples.filter(({ request }) => schema && openPlaces(schema, request.body).length > 0);
  if (!schema || examples.length === 0) return undefined;
  return fc.gen().map((g) => {
    const request = documented(g, { examples });
    const { path, value } = pick(g, openPlaces(schema, request.body));
    const odd = g(() => oddSchemas);
    // Some of what is described stays as it is where it has to.
    const bodies = [odd, { ...(value as object), ...odd }, { ...odd, ...(value as object) }].map((open) =>
      changed(request.body, path, open),
    );
    request.body = bodies.find((body) => allows(schema, body)) ?? request.body;
    request.changes.push(wording(path, [odd]));
    return request;
  });
}

const openPlaces = (schema: Schema, body: unknown): Place[] =>
  [...placesOf(schema, body)].filter(({ form, value }) => form.additionalProperties === true && isObject(value));

/** Requests that the contract forbids because of one field; `undefined` where nothing can be wrong with them. */
export function brokenRequests(operation: PreparedOperation): Arbitrary<BrokenRequest> | undefined {
  const schema = bodySchema(operation);
  const queries = parameterSchemas(operation, 'query').filter(([, parameter]) =>
    formsOf(parameter).every((form) => form.type !== 'string' || form.enum),
  );
  if (!schema && queries.length === 0) return undefined;
  return fc.gen().map((g) => {
    const request = documented(g, operation);
    if (!schema || (queries.length > 0 && g(fc.boolean))) {
      const [name] = pick(g, queries);
      request.query[name] = 'no such value';
      return { ...request, field: name, around: undefined };
    }
    if (g(fc.boolean)) change(g, schema, request);
    const { path, values, body } = breakOne(g, schema, request.body);
    const around = unclear(schema, body, path);
    request.changes.push(`broken: ${wording(path, values)}`);
    return { ...request, body, field: named(path), around: around && named(around) };
  });
}
