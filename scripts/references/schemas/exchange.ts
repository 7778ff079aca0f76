/** What an operation says of its requests and its answers. */
import { type Document, type Operation, operationsOf, type Parameter, type Response, resolve, type Schema } from '../../lib/document.js';
import { Place } from '../report/place.js';

const json = 'application/json';

/** An operation of the description, and where it stands. */
export interface PlacedOperation {
  id: string;
  operation: Operation;
  place: Place;
  parameters: Parameter[];
  /** Of the JSON body of a request. */
  request: Schema | undefined;
  /** By status or `default`. */
  responses: Record<string, Response>;
}

/** @param root the description as it is written, in which paths are references to files */
export function placedOperations(document: Document, root: Place, folder: string): PlacedOperation[] {
  return [...operationsOf(document)].map(({ path, method, operation }) => {
    const item = document.paths[path] ?? {};
    const file = root.child('paths', path).value?.$ref;
    const place = file === undefined ? new Place(root.file, item, ['paths', path]) : new Place(folder + file.replace(/^\.\//, ''), item);
    const parameters: Parameter[] = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
    const responses = Object.entries(operation.responses ?? {}).map(([status, entry]) => [status, resolve(document, entry)]);
    return {
      id: operation.operationId,
      operation,
      place: place.child(method),
      parameters: parameters.map((parameter) => resolve(document, parameter)),
      request: operation.requestBody?.content?.[json]?.schema,
      responses: Object.fromEntries(responses),
    };
  });
}

/** Schemas of the JSON bodies that answer with a status. */
export const answersOf = ({ responses }: PlacedOperation, isWanted = isSuccess): Schema[] =>
  Object.entries(responses).flatMap(([status, { content }]) => (isWanted(status) ? (content?.[json]?.schema ?? []) : []));

export const isSuccess = (status: string): boolean => status.startsWith('2');

/** Names of the headers that a response has, in lower case. */
export const headersOf = ({ headers }: Response): string[] => Object.keys(headers ?? {}).map((name) => name.toLowerCase());
