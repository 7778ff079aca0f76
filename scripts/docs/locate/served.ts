/** Which pages of the documentation a part of the contract serves. */
import type { DocsEntry } from '../../lib/docs-map.js';
import { type Document, type Json, type Operation, type Parameter, resolve, type Schema } from '../../lib/document.js';
import { itemsOf } from '../../lib/schema-union.js';
import type { ContractSources } from './contract-sources.js';
import { meantBy } from './described.js';
import { type ExampleFile, examplesOf, operationsOfPage } from './page-parts.js';

const json = 'application/json';

/**
 * Whether values that the schemas describe are, or have in them, what one of the parts describes. Of alternatives for the whole, those
 * count that the documented values are, such as the requests of one model; further inside, all of them: a page shows one of many there.
 */
function reaches(document: Document, schemas: readonly Schema[], values: readonly Json[], parts: ReadonlySet<object>): boolean {
  const seen = new Set<Schema>();
  const visit = (at: readonly Schema[], known: readonly Json[] = []): boolean => {
    const union = meantBy(document, at, known).filter((schema) => !seen.has(schema));
    if (union.some((schema) => parts.has(schema))) return true;
    for (const schema of union) seen.add(schema);
    const inside = (inner: unknown) => inner !== null && typeof inner === 'object' && visit([inner as Schema]);
    return (
      union.some(({ properties }) => Object.values(properties ?? {}).some(inside)) ||
      itemsOf(union).some(inside) ||
      union.some(({ additionalProperties, patternProperties }) =>
        [additionalProperties, ...Object.values(patternProperties ?? {})].some(inside),
      )
    );
  };
  return visit(schemas, values);
}

interface Described {
  schemas: Schema[];
  values: Json[];
}

/** What describes the bodies, headers and parameters of an operation, and what examples show of them. */
function describedBy(document: Document, path: string, operation: Operation, examples: readonly ExampleFile[]): Described[] {
  const request = operation.requestBody?.content?.[json]?.schema;
  const event = operation['x-stream']?.event;
  const answers = Object.entries(operation.responses ?? {}).flatMap(([status, entry]): Described[] => {
    const response = resolve(document, entry);
    const schema = response.content?.[json]?.schema;
    const values = examples.flatMap(({ response: shown }) => (String(shown.status) === status ? (shown.body ?? []) : []));
    const headers = Object.values(response.headers ?? {}).flatMap((header) => resolve<Schema>(document, header).schema ?? []);
    return [...(schema ? [{ schemas: [schema], values }] : []), ...(headers.length > 0 ? [{ schemas: headers, values: [] }] : [])];
  });
  const parameters = [...((document.paths[path]?.parameters as Parameter[] | undefined) ?? []), ...(operation.parameters ?? [])]
    .map((parameter) => resolve<Parameter>(document, parameter))
    .flatMap(({ schema }) => (schema ? [{ schemas: [schema as Schema], values: [] }] : []));
  return [
    ...(request ? [{ schemas: [request], values: examples.flatMap(({ request: asked }) => asked.body ?? []) }] : []),
    ...(event ? [{ schemas: [event as Schema], values: examples.flatMap(({ response }) => response.events ?? []) }] : []),
    ...answers,
    ...parameters,
  ];
}

const endpointsOf = (sources: ContractSources): DocsEntry[] =>
  (sources.value('docs-map.yaml') as DocsEntry[]).filter(({ operation }) => operation !== undefined);

/** The endpoint pages whose requests or answers one of the schemas describes, in the order of the navigation. */
export function pagesServedBy(sources: ContractSources, parts: ReadonlySet<object>): DocsEntry[] {
  const { document } = sources;
  const byOperation = new Map<string, boolean>();
  return endpointsOf(sources).filter((entry) =>
    operationsOfPage(sources, entry).some(({ path, operation }) => {
      const id = operation.operationId;
      const isPossible =
        byOperation.get(id) ?? describedBy(document, path, operation, []).some(({ schemas }) => reaches(document, schemas, [], parts));
      byOperation.set(id, isPossible);
      if (!isPossible) return false;
      const examples = examplesOf(sources, id, entry.example);
      return describedBy(document, path, operation, examples).some(({ schemas, values }) => reaches(document, schemas, values, parts));
    }),
  );
}

/** The pages that show an operation. */
export const pagesOfOperation = (sources: ContractSources, operationId: string): DocsEntry[] =>
  endpointsOf(sources).filter((entry) => operationsOfPage(sources, entry).some(({ operation }) => operation.operationId === operationId));
