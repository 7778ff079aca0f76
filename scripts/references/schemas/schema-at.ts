/** Looks up a JSON pointer in schemas: which schemas describe what stands there. */
import { formatPointer, parsePointer } from '../../../src/contract/pointer.js';
import { type Document, resolve, type Schema } from '../../lib/document.js';
import { nearest } from '../report/nearest.js';

/** The schemas of a value; none where any value is legal. */
export type Described = readonly Schema[] | 'anything';

/** What says something about the values that a schema allows; what is about their members' names alone does not. */
const describing = ['type', 'const', 'enum', 'properties', 'patternProperties', 'additionalProperties', 'items', 'prefixItems'];

/** A schema and its parts that speak of the same value: what it refers to, and its branches. */
export function partsOf(document: Document, schemas: readonly Schema[], seen = new Set<Schema>()): Schema[] {
  return schemas.flatMap((entry) => {
    const schema = resolve<Schema>(document, entry);
    if (schema === null || typeof schema !== 'object' || seen.has(schema)) return [];
    seen.add(schema);
    const branches = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword): Schema[] => knownAlternatives(schema[keyword] ?? []));
    return [schema, ...partsOf(document, branches, seen)];
  });
}

/** Without the alternative for all other kinds, which says nothing: what only it has is most likely misspelt. */
function knownAlternatives(branches: Schema[]): Schema[] {
  const known = branches.filter(({ properties = {} }) => !Object.values<Schema>(properties).some(({ not }) => not?.enum));
  return known.length > 0 ? known : branches;
}

const describes = (schema: Schema): boolean => describing.some((keyword) => keyword in schema);

/** Schemas of which one says nothing describe anything. */
function described(document: Document, schemas: readonly (Schema | boolean)[]): Described {
  const isAnything = (schema: Schema | boolean) => schema === true || !partsOf(document, [schema as Schema]).some(describes);
  return schemas.some(isAnything) ? 'anything' : (schemas as Schema[]);
}

/** The schemas of a member, or of an array's elements: `*` or an index. Nothing where there is no such member. */
function member(document: Document, schemas: readonly Schema[], part: string): Described | undefined {
  const parts = partsOf(document, schemas);
  const index = /^\d+$/.test(part) ? Number(part) : undefined;
  const found = parts.flatMap((schema): (Schema | boolean)[] => {
    const named = schema.properties && Object.hasOwn(schema.properties, part) ? [schema.properties[part]] : [];
    const patterned = Object.entries<Schema>(schema.patternProperties ?? {}).flatMap(([pattern, value]) =>
      new RegExp(pattern, 'u').test(part) ? [value] : [],
    );
    const elements = part === '*' || index !== undefined ? [schema.prefixItems?.[index ?? 0] ?? [], schema.items ?? []].flat() : [];
    return [...named, ...patterned, ...elements];
  });
  if (found.length > 0) return described(document, found);
  const further = parts.flatMap(({ additionalProperties }) => additionalProperties || []);
  return further.length > 0 && part !== '*' ? described(document, further) : undefined;
}

/** Names that stand in one place of a value. */
const namesIn = (document: Document, schemas: readonly Schema[]): string[] =>
  partsOf(document, schemas).flatMap((schema) => [...Object.keys(schema.properties ?? {}), ...(schema.items ? ['*'] : [])]);

/** What a pointer leads to in those of several values that have it; nothing where none does. */
export function schemaAt(document: Document, values: readonly Schema[], pointer: string): Described | undefined {
  const parts = parsePointer(pointer);
  const found = values.flatMap((value): (Described | undefined)[] => {
    const start: Described | undefined = described(document, [value]);
    return [
      parts.reduce((at, part) => (at === undefined || at === 'anything' ? at : member(document, at, part)), start as Described | undefined),
    ];
  });
  const known = found.filter((at) => at !== undefined);
  if (known.includes('anything')) return 'anything';
  return known.length > 0 ? (known as (readonly Schema[])[]).flat() : undefined;
}

/** The pointer that was probably meant: the first part that is unknown is put right, and what follows it, as far as that is known. */
export function nearestPointer(document: Document, values: readonly Schema[], pointer: string): string | undefined {
  const parts = parsePointer(pointer);
  const known: string[] = [];
  for (const [depth, part] of parts.entries()) {
    const at = values.flatMap((value): readonly Schema[] => {
      const found = schemaAt(document, [value], formatPointer(known));
      return found === 'anything' ? [] : (found ?? []);
    });
    const names = namesIn(document, at);
    const isKnown = schemaAt(document, values, formatPointer([...known, part])) !== undefined;
    const name = isKnown ? part : (nearest(part, names) ?? (names.includes('*') ? '*' : undefined));
    if (name === undefined) return depth > 0 && known.join() !== parts.slice(0, depth).join() ? formatPointer(known) : undefined;
    known.push(name);
  }
  const meant = formatPointer(known);
  return meant === pointer ? undefined : meant;
}
