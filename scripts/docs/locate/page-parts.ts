/** What the contract has for a page: its operation, its examples, and the schemas that describe them. */
import type { DocsEntry } from '../../lib/docs-map.js';
import {
  type Document,
  type Json,
  type Operation,
  operationsOf,
  type Parameter,
  type Response,
  resolve,
  type Schema,
} from '../../lib/document.js';
import { pageOf } from '../../lib/examples.js';
import type { Place } from './address.js';
import type { ContractSources } from './contract-sources.js';

const json = 'application/json';

export interface PageOperation {
  path: string;
  method: string;
  operation: Operation;
}

/** Addresses of the servers, without a slash at their end. */
export const serversOf = ({ servers = [] }: Document): string[] => servers.map(({ url }) => url.replace(/\/$/, ''));

/** An example of a page as its file has it. */
export interface ExampleFile {
  file: string;
  name: string;
  operationId: string;
  request: { path?: Record<string, string>; query?: Record<string, Json>; body?: Json };
  response: { status: number; body?: Json; events?: Json[] };
}

/** Examples of an operation, those of one page where it is named, in the order of their names. */
export const examplesOf = (sources: ContractSources, operationId: string, page?: string): ExampleFile[] =>
  sources
    .names(`examples/${operationId}`)
    .map((file) => ({ file, name: file.slice(file.lastIndexOf('/') + 1, -'.yaml'.length) }))
    .filter(({ name }) => page === undefined || pageOf(name) === page)
    .map(({ file, name }) => {
      const { request = {}, response = {} } = sources.value(file) ?? {};
      return { file, name, operationId, request, response };
    });

/** The operations that show a page: its own first, then others that have examples of it. */
export function operationsOfPage(sources: ContractSources, entry: DocsEntry): PageOperation[] {
  const { example } = entry;
  const all = [...operationsOf(sources.document)];
  const isOwn = ({ operation }: PageOperation) => operation.operationId === entry.operation;
  const others =
    example === undefined
      ? []
      : all.filter((found) => !isOwn(found) && examplesOf(sources, found.operation.operationId, example).length > 0);
  return [...all.filter(isOwn), ...others];
}

/** The response of a status: `2XX` is any of its class, and `default` what has none of its own. */
export function responsesOf(document: Document, operation: Operation, status: string): [string, Response][] {
  const declared = Object.entries(operation.responses ?? {});
  const [first = ''] = status;
  const alike = /^[1-5]XX$/i.test(status)
    ? declared.filter(([name]) => name.startsWith(first))
    : declared.filter(([name]) => name === status);
  return alike.map(([name, response]) => [name, resolve(document, response)]);
}

/** A header of an answer, whatever its case; several answers may have it in common. */
export function headerIn(document: Document, response: Response | undefined, name: string): Schema | undefined {
  const [, header] = Object.entries(response?.headers ?? {}).find(([other]) => other.toLowerCase() === name.toLowerCase()) ?? [];
  return header && resolve<Schema>(document, header);
}

/** The parameters of an operation, those of its path included, as references or in full. */
export const parametersOf = (document: Document, { path, operation }: PageOperation): Parameter[] =>
  [...((document.paths[path]?.parameters as Parameter[] | undefined) ?? []), ...(operation.parameters ?? [])].map((parameter) =>
    resolve<Parameter>(document, parameter),
  );

export interface Subject {
  schemas: Schema[];
  /** Documented values. */
  values: Json[];
}

/** What describes a place of a page, and what is documented there. */
export function subjectsOf(sources: ContractSources, entry: DocsEntry, place: Place): Subject[] {
  const { document } = sources;
  if (entry.schema !== undefined && (place.in === 'schema' || place.in === 'example')) {
    const schema = document.components.schemas[entry.schema];
    return schema ? [{ schemas: [schema], values: [] }] : [];
  }
  return operationsOfPage(sources, entry).flatMap((found): Subject[] => {
    const examples = examplesOf(sources, found.operation.operationId, entry.example);
    const of = place.in === 'example' ? (['call', 'text'].includes(place.of) ? 'request' : place.of) : place.in;
    if (of === 'request') {
      const schema = found.operation.requestBody?.content?.[json]?.schema;
      return schema ? [{ schemas: [schema], values: examples.flatMap(({ request }) => request.body ?? []) }] : [];
    }
    if (of === 'event') {
      const event = found.operation['x-stream']?.event;
      return event ? [{ schemas: [event], values: examples.flatMap(({ response }) => response.events ?? []) }] : [];
    }
    if (of === 'response') {
      const status = 'status' in place ? (place.status ?? '2XX') : '2XX';
      const responses = responsesOf(document, found.operation, status);
      const schemas = responses.flatMap(([, response]) => response.content?.[json]?.schema ?? []);
      const isShown = (code: number) => responses.some(([name]) => name === String(code));
      const values = examples.flatMap(({ response }) => (isShown(response.status) ? (response.body ?? []) : []));
      return schemas.length > 0 ? [{ schemas, values }] : [];
    }
    if (place.in === 'header') {
      const declared = responsesOf(document, found.operation, place.status).flatMap(([, { headers }]) => Object.entries(headers ?? {}));
      const own = declared.filter(([name]) => name.toLowerCase() === place.name.toLowerCase());
      const schemas = own.flatMap(([, header]) => resolve<Schema>(document, header).schema ?? []);
      return schemas.length > 0 ? [{ schemas, values: [] }] : [];
    }
    if (place.in === 'parameter') {
      const parameter = parametersOf(document, found).find(({ in: where, name }) => where === place.where && name === place.name);
      return parameter?.schema ? [{ schemas: [parameter.schema as Schema], values: [] }] : [];
    }
    return [];
  });
}
