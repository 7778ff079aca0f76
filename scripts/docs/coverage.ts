/** How much of the documentation the contract has, leaf by leaf of the documentation's navigation. */

import type { DocsEntry } from '../lib/docs-map.js';
import { type Document, type Operation, operationsOf } from '../lib/document.js';
import type { ErrorExample, Example } from '../lib/examples.js';

export interface Contract {
  document: Document;
  examples: Example[];
  errors: ErrorExample[];
}

/** A page or schema of the documentation. */
export interface Leaf {
  path: string[];
  kind: DocsEntry['kind'];
  provenance: string;
  /** What the contract lacks; absent when it has the leaf. */
  missing?: string;
}

const fieldsOf: Record<DocsEntry['kind'], readonly (keyof DocsEntry)[]> = {
  endpoint: ['path', 'provenance', 'operation', 'example'],
  schema: ['path', 'provenance', 'schema'],
  guide: ['path', 'provenance', 'contributes'],
};

/**
 * Judges each entry of the docs map.
 * @param navigation leaves of the documentation, of which one may have no entry
 */
export function coverageOf(entries: DocsEntry[], contract: Contract, navigation: string[][] = []): Leaf[] {
  return [...entriesCovered(entries, contract), ...leavesWithoutEntry(entries, navigation)];
}

/** Nothing is known of such a leaf but its place; it is taken to be of the kind that its folder has. */
function leavesWithoutEntry(entries: DocsEntry[], navigation: string[][]): Leaf[] {
  const known = new Set(entries.map(({ path }) => JSON.stringify(path)));
  const kindOf = (path: string[]) => entries.find((entry) => path.length > 1 && entry.path?.[0] === path[0])?.kind ?? 'guide';
  return navigation
    .filter((path) => !known.has(JSON.stringify(path)))
    .map((path) => ({ path, kind: kindOf(path), provenance: 'inferred', missing: 'no entry in docs-map.yaml' }));
}

function entriesCovered(entries: DocsEntry[], contract: Contract): Leaf[] {
  const paths = repeated(entries.map(({ path }) => JSON.stringify(path)));
  const examples = repeated(entries.map(({ example }) => example));
  return entries.map((entry, index) => {
    const missing =
      missingField(entry) ??
      (paths.has(JSON.stringify(entry.path)) ? 'the path stands twice' : undefined) ??
      (examples.has(entry.example) ? `several pages have the example ${entry.example}` : undefined) ??
      missingPart(entry, contract);
    return { path: entry.path ?? [`entry ${index + 1}`], kind: entry.kind, provenance: entry.provenance, ...(missing && { missing }) };
  });
}

const repeated = (values: (string | undefined)[]): Set<string | undefined> =>
  new Set(values.filter((value, index) => value !== undefined && values.indexOf(value) !== index));

function missingField(entry: DocsEntry): string | undefined {
  const fields = fieldsOf[entry.kind];
  if (!fields) return `the kind is none of ${Object.keys(fieldsOf).join(', ')}`;
  const field = fields.find((name) => !entry[name]?.length);
  return field && `the field ${field} is missing`;
}

function missingPart({ kind, operation, example, schema, contributes }: DocsEntry, contract: Contract): string | undefined {
  if (kind === 'guide') return missingContribution(contributes ?? [], contract);
  if (kind === 'schema') return missingSchema(schema ?? '', contract.document);
  return missingExample(operation ?? '', example ?? '', contract);
}

function missingSchema(name: string, { components }: Document): string | undefined {
  const schema = components.schemas[name];
  if (!schema) return `no schema ${name}`;
  return schema['x-docs'] ? undefined : `the schema ${name} has no x-docs`;
}

function missingExample(operationId: string, page: string, { document, examples }: Contract): string | undefined {
  const found = [...operationsOf(document)].find(({ operation }) => operation.operationId === operationId);
  if (!found) return `no operation ${operationId}`;
  const names = namesOf(page, found.operation, document);
  const own = examples.filter((example) => example.operationId === operationId && names.includes(example.name));
  if (own.length === 0) return `no example ${names.join(' or ')}`;
  return own.some((example) => isExchange(example, found.operation)) ? undefined : `the example ${page} lacks its request or its response`;
}

/** The examples that show a page: the one named after it, or one per state where the page asks after a job. */
function namesOf(page: string, { 'x-task': task }: Operation, document: Document): string[] {
  if (task?.role !== 'query' && task?.role !== 'result') return [page];
  return Object.keys(document['x-tasks']?.[task.name]?.states ?? {}).map((state) => `${page}.${state}`);
}

function isExchange({ request, response }: Example, { requestBody }: Operation): boolean {
  const asks = !requestBody?.required || request.body !== undefined;
  return asks && (response?.body !== undefined || (response?.events ?? []).length > 0);
}

/** A contribution of a guide is a field of the root, `<kind>/<component>` or `examples/errors/<name>`. */
function missingContribution(contributes: string[], { document, errors }: Contract): string | undefined {
  const exists = (contribution: string): boolean => {
    const [kind = '', ...rest] = contribution.split('/');
    const name = rest.at(-1);
    if (name === undefined) return kind in document;
    if (kind === 'examples') return errors.some((error) => error.name === name);
    return name in (document.components[kind] ?? {});
  };
  const gone = contributes.find((contribution) => !exists(contribution));
  return gone && `no ${gone}`;
}

/**
 * The report, line by line: per group of the navigation, per provenance, what is missing, and the sum.
 * @param provenances words, in their order
 */
export function reportOf(leaves: Leaf[], provenances: readonly string[]): string[] {
  const guides = leaves.filter(({ kind }) => kind === 'guide');
  const others = leaves.filter(({ kind }) => kind !== 'guide');
  const missing = leaves.filter((leaf) => leaf.missing !== undefined);
  return [
    ...table(others, groupsOf),
    '',
    ...table(others, ({ provenance }) => [provenance], provenances),
    '',
    ...missing.map((leaf) => `missing: ${leaf.path.join(' / ')}: ${leaf.missing}`),
    `${ratio(others)} leaves, ${ratio(guides)} guides`,
  ];
}

/** The first folder of a leaf; below it, schemas have folders that are counted too. */
const groupsOf = ({ path: [first = '', second], kind, path }: Leaf): string[] =>
  kind === 'schema' && path.length > 2 ? [first, `${first} / ${second}`] : [first];

const ratio = (leaves: Leaf[]): string => `${leaves.filter((leaf) => leaf.missing === undefined).length} of ${leaves.length}`;

/** @param order rows that come first, even when they are empty */
function table(leaves: Leaf[], rowsOf: (leaf: Leaf) => string[], order: readonly string[] = []): string[] {
  const rows = new Map<string, Leaf[]>(order.map((row) => [row, []]));
  for (const leaf of leaves) {
    for (const row of rowsOf(leaf)) rows.set(row, [...(rows.get(row) ?? []), leaf]);
  }
  const width = Math.max(0, ...[...rows.keys()].map((row) => row.length));
  return [...rows].map(([row, members]) => `${row.padEnd(width)}  ${ratio(members)}`);
}
