/** Where the contract says what a page says. */
import type { DocsEntry } from '../../lib/docs-map.js';
import type { Schema } from '../../lib/document.js';
import type { FactKind } from '../facts/fact.js';
import { type Place, parseAddress } from './address.js';
import type { ContractSources, Origin, YamlPath } from './contract-sources.js';
import { declaring, schemasAt } from './described.js';
import { examplesOf, operationsOfPage, parametersOf, responsesOf, subjectsOf } from './page-parts.js';

/** A place in a source, as an editor opens it. */
export interface Site extends Origin {
  line: number;
  column: number;
}

/** The keywords that say a fact of a kind. */
export const keywordsOf: Partial<Record<FactKind, readonly string[]>> = {
  type: ['type'],
  nullable: ['type'],
  enum: ['enum', 'const'],
  default: ['default'],
  format: ['format'],
  deprecated: ['deprecated'],
  required: ['required'],
};

/** A name as a line of a report has it. */
export const siteText = ({ file, line, column }: Site): string => `openapi/${file}:${line}:${column}`;

export const siteOf = (sources: ContractSources, origin: Origin, onKey = false): Site => ({
  ...origin,
  ...sources.position(origin, onKey),
});

const within = ({ file, path }: Origin, ...more: YamlPath): Origin => ({ file, path: [...path, ...more] });

function origins(sources: ContractSources, parts: readonly object[]): Origin[] {
  return parts.flatMap((part) => sources.originOf(part) ?? []);
}

/** The member that a pointer ends in, in each object that declares it. */
export function memberOrigins(sources: ContractSources, entry: DocsEntry, place: Place, parts: readonly string[]): Origin[] {
  const name = parts.at(-1) ?? '';
  return subjectsOf(sources, entry, place)
    .flatMap(({ schemas, values }) => declaring(sources.document, schemas, parts, values))
    .flatMap((owner) => origins(sources, [owner]).map((origin) => within(origin, 'properties', name)));
}

/** The schemas of the value at an address. */
export const schemasOfPlace = (sources: ContractSources, entry: DocsEntry, place: Place, parts: readonly string[]): Schema[] =>
  subjectsOf(sources, entry, place).flatMap(({ schemas, values }) => {
    const own = schemasAt(sources.document, schemas, parts, values);
    return own.length > 0 ? own : schemasAt(sources.document, schemas, parts, []);
  });

/** What says a fact of a kind about the value at an address: the keyword where there is one, else the schemas. */
function keywordOrigins(
  sources: ContractSources,
  entry: DocsEntry,
  place: Place,
  parts: readonly string[],
  kind: FactKind,
  keyword?: string,
): Origin[] {
  const keywords = keyword === undefined ? (keywordsOf[kind] ?? []) : [keyword];
  const schemas = schemasOfPlace(sources, entry, place, parts);
  const saying = schemas.flatMap((schema) =>
    keywords.filter((name) => name in schema).flatMap((name) => origins(sources, [schema]).map((origin) => within(origin, name))),
  );
  return saying.length > 0 ? saying : origins(sources, schemas.filter((schema) => !('$ref' in schema)).slice(0, 1));
}

/** The entry of the docs map. */
export function entryOrigin(sources: ContractSources, entry: DocsEntry): Origin {
  const docs: DocsEntry[] = sources.value('docs-map.yaml');
  const index = docs.findIndex(({ path }) => JSON.stringify(path) === JSON.stringify(entry.path));
  return { file: 'docs-map.yaml', path: index < 0 ? [] : [index] };
}

const pathOrigin = (path: string): Origin => ({ file: 'openapi.yaml', path: ['paths', path] });

function operationOrigins(sources: ContractSources, entry: DocsEntry): Origin[] {
  return operationsOfPage(sources, entry)
    .slice(0, 1)
    .flatMap(({ operation }) => origins(sources, [operation]));
}

function exampleOrigins(sources: ContractSources, entry: DocsEntry, place: Place & { in: 'example' }, parts: readonly string[]): Origin[] {
  const [own] = operationsOfPage(sources, entry);
  if (!own) return entry.schema === undefined ? [] : memberOrigins(sources, entry, { in: 'schema' }, parts);
  const base: YamlPath =
    place.of === 'event' ? ['response', 'events', place.number - 1] : place.of === 'response' ? ['response', 'body'] : ['request', 'body'];
  const files = examplesOf(sources, own.operation.operationId, entry.example);
  const having = files.filter(
    ({ request, response }) =>
      (base[0] === 'request' ? request.body : place.of === 'event' ? response.events : response.body) !== undefined,
  );
  const chosen = having[place.of === 'event' ? 0 : place.number - 1] ?? having[0];
  return chosen ? [{ file: chosen.file, path: [...base, ...parts] }] : [];
}

/** The first of the operations' parts that have an origin. */
function partOrigins(
  sources: ContractSources,
  entry: DocsEntry,
  kind: FactKind,
  place: Place,
  parts: readonly string[] | undefined,
): Origin[] {
  const { document } = sources;
  const found = operationsOfPage(sources, entry);
  const operations = operationOrigins(sources, entry);
  switch (place.in) {
    case 'operation':
      if (kind === 'path') return found.slice(0, 1).map(({ path }) => pathOrigin(path));
      if (kind === 'server') return [{ file: 'openapi.yaml', path: ['servers'] }];
      return kind === 'security' ? [{ file: 'openapi.yaml', path: ['security'] }] : operations;
    case 'request':
      return parts ? [] : operations.map((origin) => within(origin, 'requestBody'));
    case 'response': {
      const declared = found.some(({ operation }) => responsesOf(document, operation, place.status).length > 0);
      return operations.map((origin) => within(origin, 'responses', ...(declared ? [place.status] : [])));
    }
    case 'header': {
      const responses = found.flatMap(({ operation }) => responsesOf(document, operation, place.status));
      const headers = responses.flatMap(([, { headers: all }]) => (all ? [all] : []));
      const owner = headers.find((all) => Object.keys(all).some((name) => name.toLowerCase() === place.name.toLowerCase()));
      const name = Object.keys(owner ?? {}).find((other) => other.toLowerCase() === place.name.toLowerCase());
      if (owner && name) return origins(sources, [owner]).map((origin) => within(origin, name));
      return responses.length > 0
        ? origins(
            sources,
            responses.map(([, response]) => response),
          ).slice(0, 1)
        : operations;
    }
    case 'parameter': {
      const own = found.flatMap((operation) => parametersOf(document, operation));
      const parameter = own.find(({ in: where, name }) => where === place.where && name === place.name);
      return parameter ? origins(sources, [parameter]) : operations;
    }
    default:
      return [];
  }
}

/**
 * Where the contract says a fact of a page, or where it would have to.
 * @param value of a bound, whose keyword it begins with
 */
export function originsOf(sources: ContractSources, entry: DocsEntry, kind: FactKind, pointer: string, value = ''): Origin[] {
  const address = parseAddress(pointer);
  if (!address) return [];
  const { place, parts } = address;
  if (place.in === 'example') return exampleOrigins(sources, entry, place, parts ?? []);
  const isKeyword = kind !== 'field' && (parts !== undefined || place.in === 'schema');
  if (kind === 'field' || (kind === 'required' && parts !== undefined)) {
    const members = memberOrigins(sources, entry, place, parts ?? []);
    if (members.length > 0) return members;
    const around = schemasOfPlace(sources, entry, place, (parts ?? []).slice(0, -1)).filter(({ properties }) => properties);
    return origins(sources, around);
  }
  if (isKeyword) {
    const keyword = kind === 'bound' ? value.split(' ', 1)[0] : undefined;
    return keywordOrigins(sources, entry, place, parts ?? [], kind, keyword);
  }
  return partOrigins(sources, entry, kind, place, parts);
}

/** Of the places that say a fact, as a report names them. */
export function sitesOf(sources: ContractSources, entry: DocsEntry, fact: { kind: FactKind; pointer: string; value?: string }): Site[] {
  const seen = new Set<string>();
  return originsOf(sources, entry, fact.kind, fact.pointer, fact.value)
    .map((origin) => siteOf(sources, origin, true))
    .filter((site) => !seen.has(siteText(site)) && seen.add(siteText(site)));
}
