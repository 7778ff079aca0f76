/** The facts of a schema, and where they are known from. */
import { formatPointer } from '../../../src/contract/pointer.js';
import { canonicalJson } from '../../lib/canonical-json.js';
import { componentName, type Docs, type Document, type Json, resolve, type Schema } from '../../lib/document.js';
import { jsonType } from '../../lib/schema-union.js';
import type { Fact, FactKind } from './fact.js';

/** Where a place of a schema is known from. */
export interface Origin {
  provenances: Set<string>;
  /** The components that have it. */
  components: Set<string>;
}

/** Keywords that say nothing of a value, or that are followed. `not` of a list is the rest of a union that lists the others. */
const silent = new Set([
  ...['$ref', '$schema', '$id', '$comment', '$defs', 'title', 'description', 'example', 'externalDocs', 'xml'],
  ...['type', 'nullable', 'enum', 'const', 'default', 'format', 'deprecated', 'required'],
  ...['properties', 'items', 'prefixItems', 'allOf', 'anyOf', 'oneOf', 'if', 'then', 'else'],
]);

const branchesOf = (schema: Schema): Schema[] =>
  [schema.anyOf ?? [], schema.oneOf ?? [], schema.then ?? [], schema.else ?? []].flat().filter(isSchema);

/** The branches of a schema by what they are alternatives of. What holds under a condition alone is no alternative: it may as well not hold. */
const unionsOf = (schema: Schema): Schema[][] =>
  [schema.anyOf ?? [], schema.oneOf ?? [], schema.then && schema.else ? [schema.then, schema.else] : []].map((branches) =>
    [branches].flat().filter(isSchema),
  );

const isSchema = (value: unknown): value is Schema => value !== null && typeof value === 'object' && !Array.isArray(value);

/** A schema with what is known of where it comes from. */
interface Sourced {
  schema: Schema;
  docs?: Docs | undefined;
  /** Members on the way from the schema that has `docs`. */
  path: string[];
  component?: string | undefined;
}

class Walk {
  readonly facts: Fact[] = [];
  readonly origins = new Map<string, Origin>();

  constructor(private readonly document: Document) {}

  private open({ schema, docs, path, component }: Sourced): Sourced {
    const found = resolve<Schema>(this.document, schema);
    const name = typeof schema.$ref === 'string' ? componentName(schema.$ref) : undefined;
    const beside = found === schema ? {} : Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$ref'));
    const merged = Object.keys(beside).length > 0 && isSchema(found) ? { ...found, ...beside } : found;
    const own = isSchema(found) ? (found['x-docs'] as Docs | undefined) : undefined;
    return { schema: merged, ...(own ? { docs: own, path: [] } : { docs, path }), component: name ?? component };
  }

  /** The schemas that hold at a place, without references and compositions. */
  private flat(sourced: Sourced, above: ReadonlySet<unknown>): Sourced[] {
    const target = resolve<Schema>(this.document, sourced.schema);
    if (!isSchema(target) || above.has(target)) return [];
    const own = this.open(sourced);
    const inside = new Set([...above, target]);
    const parts = [...[own.schema.allOf ?? []].flat().filter(isSchema), ...branchesOf(own.schema)];
    return [own, ...parts.flatMap((schema) => this.flat({ ...own, schema }, inside))];
  }

  /** Names that an object must have: of a union, those that each of its branches demands. `undefined` when it is no object. */
  private required(schema: Schema, above: ReadonlySet<unknown> = new Set()): Set<string> | undefined {
    const own = resolve<Schema>(this.document, schema);
    if (!isSchema(own) || above.has(own)) return undefined;
    const inside = new Set([...above, own]);
    const all = [own.allOf ?? []].flat().map((part: Schema) => this.required(part, inside));
    const unions = unionsOf(own).map((union) => union.flatMap((branch) => this.required(branch, inside) ?? []));
    const common = unions.flatMap(([first, ...others]) => [...(first ?? [])].filter((name) => others.every((other) => other.has(name))));
    const isObject = own.properties || own.required || [own.type].flat().includes('object') || unions.some(({ length }) => length > 0);
    if (!isObject && !all.some(Boolean)) return undefined;
    const names = Array.isArray(own.required) ? own.required : [];
    return new Set([...names, ...all.flatMap((part) => [...(part ?? [])]), ...common]);
  }

  private add(kind: FactKind, pointer: string, value: string): void {
    this.facts.push({ kind, pointer, value });
  }

  private keywords(schema: Schema, pointer: string): void {
    const listed = 'const' in schema ? [schema.const] : Array.isArray(schema.enum) ? schema.enum : [];
    const types: unknown[] = schema.type === undefined ? this.impliedTypes(schema, listed) : [schema.type].flat();
    for (const type of new Set(types)) if (type !== 'null') this.add('type', pointer, String(type));
    if (types.includes('null') || schema.nullable === true || listed.includes(null)) this.add('nullable', pointer, 'true');
    for (const value of listed) if (value !== null) this.add('enum', pointer, canonicalJson(value));
    if (schema.default !== undefined) this.add('default', pointer, canonicalJson(schema.default));
    if (schema.format !== undefined) this.add('format', pointer, String(schema.format));
    if (schema.deprecated === true) this.add('deprecated', pointer, 'true');
    for (const [keyword, value] of Object.entries(bounds(schema))) this.add('bound', pointer, `${keyword} ${canonicalJson(value)}`);
  }

  private impliedTypes(schema: Schema, listed: Json[]): string[] {
    if (schema.properties) return ['object'];
    if (schema.items) return ['array'];
    return listed.map(jsonType);
  }

  visit(sources: Sourced[], base: string, path: (string | number)[], above: ReadonlySet<unknown>): void {
    const pointer = `${base}${formatPointer(path)}`;
    const union = sources.flatMap((sourced) => this.flat(sourced, above));
    if (union.length === 0) return;
    const inside = new Set([...above, ...sources.map(({ schema }) => resolve<Schema>(this.document, schema))]);
    const origin = this.origins.get(pointer) ?? { provenances: new Set(), components: new Set() };
    this.origins.set(pointer, origin);
    for (const { schema, docs, path: way, component } of union) {
      this.keywords(schema, pointer);
      const provenance = provenanceOf(docs, way);
      if (provenance) origin.provenances.add(provenance);
      if (component) origin.components.add(component);
    }
    const demands = sources.flatMap(({ schema }) => this.required(schema) ?? []);
    const names = new Set(union.flatMap(({ schema }) => (isSchema(schema.properties) ? Object.keys(schema.properties) : [])));
    for (const name of names) {
      const here = [...path, name];
      const address = `${base}${formatPointer(here)}`;
      this.add('field', address, name);
      if (demands.length > 0 && demands.every((demand) => demand.has(name))) this.add('required', address, 'true');
      this.visit(
        union.flatMap((at) => below(at, own(at.schema.properties, name), name)),
        base,
        here,
        inside,
      );
    }
    const step = (part: string | number, pick: (schema: Schema) => unknown[]) => {
      const next = union.flatMap((at) => pick(at.schema).flatMap((schema) => below(at, schema)));
      if (next.length > 0) this.visit(next, base, [...path, part], inside);
    };
    step('*', ({ items }) => [items].flat());
    for (let index = 0; union.some(({ schema }) => Array.isArray(schema.prefixItems) && index < schema.prefixItems.length); index++)
      step(index, ({ prefixItems }) => [prefixItems?.[index]]);
    step('{}', ({ additionalProperties, patternProperties }) => [
      isSchema(additionalProperties) && Object.keys(additionalProperties).length > 0 ? additionalProperties : undefined,
      ...Object.values(patternProperties ?? {}),
    ]);
  }
}

const own = (members: unknown, name: string): unknown => (isSchema(members) && Object.hasOwn(members, name) ? members[name] : undefined);

const below = ({ docs, path, component }: Sourced, schema: unknown, name?: string): Sourced[] =>
  isSchema(schema) ? [{ schema, docs, path: name === undefined ? path : [...path, name], component }] : [];

/** The provenance of a member: its own, else that of the nearest one around it. */
function provenanceOf(docs: Docs | undefined, path: string[]): string | undefined {
  for (let length = path.length; length > 0; length--) {
    const found = docs?.fields?.[path.slice(0, length).join('.')];
    if (found) return found;
  }
  return docs?.provenance;
}

/** A schema without what it says for a reader, and without the type that a constant has anyway. */
const bare = (schema: unknown): Json =>
  Array.isArray(schema)
    ? schema.map(bare)
    : isSchema(schema)
      ? Object.fromEntries(
          Object.entries(schema).flatMap(([key, value]) =>
            key.startsWith('x-') || ['title', 'description', 'examples', 'example'].includes(key) || (key === 'type' && 'const' in schema)
              ? []
              : [[key, bare(value)]],
          ),
        )
      : (schema as Json);

/** What is demanded together: the choices of which members have to be there, and what holds under a condition. */
function demands(schema: Schema): Record<string, Json> {
  const choices = ['anyOf', 'oneOf'].flatMap((keyword): [string, Json][] => {
    const branches = (Array.isArray(schema[keyword]) ? schema[keyword] : []).map(bare);
    const isChoice = branches.length > 0 && branches.every((branch: Json) => isSchema(branch) && Object.keys(branch).join() === 'required');
    return isChoice ? [[keyword, branches]] : [];
  });
  return {
    ...Object.fromEntries(choices),
    ...(isSchema(schema.if) && { if: bare({ if: schema.if, then: schema.then ?? {}, else: schema.else ?? {} }) }),
  };
}

/** Whatever else a schema demands: limits, and each keyword that has no kind of its own. Those of OpenAPI 3.0 are written as in 3.1. */
function bounds(schema: Schema): Record<string, unknown> {
  const found = Object.fromEntries(Object.entries(schema).filter(([key]) => !silent.has(key) && !key.startsWith('x-')));
  for (const [limit, exclusive] of [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const) {
    if (typeof found[exclusive] !== 'boolean') continue;
    if (found[exclusive] && found[limit] !== undefined) {
      found[exclusive] = found[limit];
      delete found[limit];
    } else delete found[exclusive];
  }
  if (isSchema(found.not) && Object.keys(found.not).join() === 'enum') delete found.not;
  if (found.additionalProperties !== false) delete found.additionalProperties;
  if (isSchema(found.discriminator)) found.discriminator = found.discriminator.propertyName;
  for (const name of ['uniqueItems', 'readOnly', 'writeOnly']) if (found[name] === false) delete found[name];
  const patterns = isSchema(found.patternProperties) ? Object.keys(found.patternProperties) : undefined;
  return { ...found, ...demands(schema), ...(patterns && { patternProperties: patterns }) };
}

interface Known {
  document: Document;
  schemas: readonly Schema[];
  base: string;
  facts: { facts: Fact[]; origins: Map<string, Origin> };
}

/** What was worked out, by the first of the schemas: many pages show one operation. */
const known = new WeakMap<Schema, Known[]>();

/**
 * @param base address of the schema, to its `#`
 * @returns the facts, and by address where each place is known from, where the schema says it
 */
export function schemaFacts(document: Document, schemas: Schema[], base: string): { facts: Fact[]; origins: Map<string, Origin> } {
  const [first] = schemas;
  if (!first) return { facts: [], origins: new Map() };
  // A page may have anything in the place of a schema.
  const isKept = typeof first === 'object';
  const before = (isKept && known.get(first)) || [];
  const same = before.find(
    (other) =>
      other.document === document &&
      other.base === base &&
      other.schemas.length === schemas.length &&
      other.schemas.every((schema, index) => schema === schemas[index]),
  );
  if (same) return same.facts;
  const walk = new Walk(document);
  walk.visit(
    schemas.map((schema) => ({ schema, path: [] })),
    base,
    [],
    new Set(),
  );
  if (isKept) known.set(first, [...before, { document, schemas, base, facts: walk }]);
  return walk;
}
