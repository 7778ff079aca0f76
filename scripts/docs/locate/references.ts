/**
 * All that names a member of an object: a reference is what leads nowhere when the member has another name. The check of references
 * knows of tables, streams, rules and workflows; what stands beside the member, and what the examples show of it, is looked up here.
 */
import { relative } from 'node:path';
import { escapePattern } from '../../../src/contract/escape-pattern.js';
import { type Document, type Json, type Operation, operationsOf, resolve, type Schema } from '../../lib/document.js';
import { findMistakes } from '../../references/find-mistakes.js';
import { schemaAt } from '../../references/schemas/schema-at.js';
import type { ContractSources, Origin, YamlPath } from './contract-sources.js';
import { fragmentsOf, hostsOf, schemasIn, speaksOf } from './fragments.js';
import { examplesOf } from './page-parts.js';
import { membersShown } from './shown-by.js';
import { referenceSources } from './sources-of-references.js';

/** One place that names a member. */
export interface Reference extends Origin {
  /** Whether the name is the key there, and not the value. */
  onKey: boolean;
  /**
   * What stands there: `schema` (a list, a condition, a provenance beside the member), `example` (a documented value), `table` (pointers and
   * expressions of the tables, rules and workflows).
   */
  kind: 'schema' | 'example' | 'table';
}

const json = 'application/json';
/** A name that no member has. */
const nowhere = '\u0000';

const byPointer = ['x-less-than', 'x-total'];

/** The place of a member: the object that declares it, and its name. */
export interface Member {
  owners: ReadonlySet<Schema>;
  name: string;
}

const member = (origin: Origin, ...more: YamlPath): Origin => ({ file: origin.file, path: [...origin.path, ...more] });

/** Rules of numbers (`x-less-than`, `x-total`) whose pointers lead nowhere. */
function* numberRules(document: Document, sources: ContractSources): Generator<Omit<Reference, 'kind'>> {
  for (const host of schemasIn(Object.values(document.components.schemas))) {
    if (!host.properties) continue;
    for (const fragment of fragmentsOf(host)) {
      const origin = sources.originOf(fragment);
      if (!origin) continue;
      for (const keyword of byPointer) {
        for (const [pointer, rule] of Object.entries<Schema | string>(fragment[keyword] ?? {})) {
          const gone = (text: unknown) => typeof text === 'string' && text.startsWith('/') && !schemaAt(document, [host], text);
          if (gone(pointer)) yield { ...member(origin, keyword, pointer), onKey: true };
          if (typeof rule === 'string' && gone(rule)) yield { ...member(origin, keyword, pointer), onKey: false };
          for (const key of ['than', 'sum']) {
            if (typeof rule === 'object' && gone(rule[key])) yield { ...member(origin, keyword, pointer, key), onKey: false };
          }
        }
      }
    }
  }
}

/** Places of the tables, rules and workflows where something leads nowhere. */
function mistakes(sources: ContractSources, checked: ReturnType<typeof referenceSources>): Omit<Reference, 'kind'>[] {
  const found = findMistakes(checked).map(({ place }) => ({
    file: relative(sources.folder, place.file),
    path: place.path,
    onKey: place.onKey,
  }));
  return [...found, ...numberRules(sources.document, sources)];
}

const key = ({ file, path, onKey }: Omit<Reference, 'kind'>): string => JSON.stringify([file, path, onKey]);

/** Runs something while the member has another name. The order of members stays, and the document is as it was afterwards. */
function withoutMember<T>({ owners, name }: Member, action: () => T): T {
  const before = [...owners].map((owner) => [owner, owner.properties] as const);
  for (const [owner, properties] of before)
    owner.properties = Object.fromEntries(
      Object.entries(properties ?? {}).map(([other, value]) => [other === name ? nowhere : other, value]),
    );
  try {
    return action();
  } finally {
    for (const [owner, properties] of before) owner.properties = properties;
  }
}

function tableReferences(sources: ContractSources, found: Member): Reference[] {
  const checked = referenceSources(sources);
  const before = new Set(mistakes(sources, checked).map(key));
  return withoutMember(found, () => mistakes(sources, checked))
    .filter((reference) => !before.has(key(reference)))
    .map((reference): Reference => ({ ...reference, kind: 'table' }));
}

/** The provenance of the member: a key of `fields`, of which the names of inline objects lead to it, joined by dots. */
function* provenanceReferences(sources: ContractSources, { owners, name }: Member): Generator<Reference> {
  for (const owner of owners) {
    const origin = sources.originOf(owner);
    if (!origin) continue;
    const root = sources.value(origin.file);
    const names = origin.path.filter((_, index) => origin.path[index - 1] === 'properties');
    const dotted = [...names, name].join('.');
    for (const field of Object.keys(root?.['x-docs']?.fields ?? {})) {
      if (field === dotted || field.startsWith(`${dotted}.`))
        yield { file: origin.file, path: ['x-docs', 'fields', field], onKey: true, kind: 'schema' };
    }
  }
}

function* schemaReferences(sources: ContractSources, { owners, name }: Member): Generator<Reference> {
  const { document } = sources;
  const seen = new Set<Schema>();
  for (const fragment of hostsOf(document, owners).flatMap(fragmentsOf)) {
    const origin = sources.originOf(fragment);
    if (!origin || seen.has(fragment) || !speaksOf(document, fragment, name, owners)) continue;
    seen.add(fragment);
    const at = (onKey: boolean, ...path: YamlPath): Reference => ({ ...member(origin, ...path), onKey, kind: 'schema' });
    const listed = ((fragment.required ?? []) as string[]).indexOf(name);
    if (listed >= 0) yield at(false, 'required', listed);
    if (!owners.has(fragment) && fragment.properties && Object.hasOwn(fragment.properties, name)) yield at(true, 'properties', name);
    if (fragment.discriminator?.propertyName === name) yield at(false, 'discriminator', 'propertyName');
    for (const [needing, needed] of Object.entries<string[]>(fragment.dependentRequired ?? {})) {
      if (needing === name) yield at(true, 'dependentRequired', name);
      if (needed.includes(name)) yield at(false, 'dependentRequired', needing, needed.indexOf(name));
    }
    if (fragment.dependentSchemas && Object.hasOwn(fragment.dependentSchemas, name)) yield at(true, 'dependentSchemas', name);
  }
}

/** What the documented values of an operation are instances of. */
function* documentedValues(
  sources: ContractSources,
  operation: Operation,
): Generator<Origin & { value: Json | undefined; schemas: Schema[] }> {
  const { document } = sources;
  const request = operation.requestBody?.content?.[json]?.schema;
  const event = operation['x-stream']?.event;
  for (const { file, request: asked, response } of examplesOf(sources, operation.operationId)) {
    if (request) yield { file, path: ['request', 'body'], value: asked.body, schemas: [request] };
    const declared = operation.responses[String(response.status)] ?? operation.responses.default;
    const answer = declared && resolve(document, declared).content?.[json]?.schema;
    if (answer) yield { file, path: ['response', 'body'], value: response.body, schemas: [answer] };
    if (event)
      for (const [index, value] of (response.events ?? []).entries())
        yield { file, path: ['response', 'events', index], value, schemas: [event] };
  }
}

function* exampleReferences(sources: ContractSources, { owners, name }: Member): Generator<Reference> {
  const { document } = sources;
  const shown = function* ({ file, path }: Origin, value: Json | undefined, schemas: Schema[]): Generator<Reference> {
    for (const inner of membersShown(document, value, schemas, name, (schema) => owners.has(schema)))
      yield { file, path: [...path, ...inner], onKey: true, kind: 'example' };
  };
  for (const { operation } of operationsOf(document)) {
    for (const { value, schemas, ...origin } of documentedValues(sources, operation)) yield* shown(origin, value, schemas);
  }
  for (const file of sources.names('examples/errors')) {
    const { dialect, body } = sources.value(file);
    const names: string[] = document['x-error-dialects']?.[dialect]?.schemas ?? [];
    yield* shown(
      { file, path: ['body'] },
      body,
      names.flatMap((component) => document.components.schemas[component] ?? []),
    );
  }
  for (const schema of schemasIn(Object.values(document.components.schemas))) {
    const origin = sources.originOf(schema);
    if (!origin) continue;
    if (Array.isArray(schema.examples))
      for (const [index, value] of schema.examples.entries()) yield* shown(member(origin, 'examples', index), value, [schema]);
    if (schema.default !== null && typeof schema.default === 'object') yield* shown(member(origin, 'default'), schema.default, [schema]);
  }
}

/** All that names a member, but the places that declare it. */
export function referencesTo(sources: ContractSources, found: Member): Reference[] {
  const seen = new Set<string>();
  return [
    ...schemaReferences(sources, found),
    ...provenanceReferences(sources, found),
    ...tableReferences(sources, found),
    ...exampleReferences(sources, found),
  ].filter((reference) => !seen.has(key(reference)) && seen.add(key(reference)));
}

/** A name inside the text of a reference: as a whole, as a part of a pointer, or between the dots of a provenance. */
export function renamedText(text: string, from: string, to: string): string | undefined {
  if (text === from) return to;
  const escaped = (name: string) => name.replace(/~/g, '~0').replace(/\//g, '~1');
  const parts = text.includes('/') ? text.split(/(?<=[/])|(?=[/\s])/) : text.split(/(?<=\.)|(?=\.)/);
  const places = parts.flatMap((part, index) => (part === (text.includes('/') ? escaped(from) : from) ? [index] : []));
  if (places.length !== 1) return undefined;
  return parts.map((part, index) => (index === places[0] ? (text.includes('/') ? escaped(to) : to) : part)).join('');
}

/** Lines of prose that name a member, in backticks, in files where something names it: for a person to read. */
export function mentionsOf(sources: ContractSources, name: string, files: Iterable<string>): { file: string; line: number }[] {
  const mention = new RegExp(`\`${escapePattern(name)}\``);
  return [...new Set(files)].sort().flatMap((file) =>
    sources
      .text(file)
      .split('\n')
      .flatMap((line, index) => (mention.test(line) ? [{ file, line: index + 1 }] : [])),
  );
}
