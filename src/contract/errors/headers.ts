/** What an error response has beside its body: its declared headers, and the id of the request. */

import { ownedHeader } from '../headers/owned.js';
import { compileIdTemplate, type IdSource } from '../id-template.js';
import type { ErrorDialect, PreparedContract, PreparedOperation } from '../prepared.js';

export interface ErrorHeaders {
  headers: Record<string, string>;
  /** The id of the request, which the headers and the body share. */
  id: string | undefined;
}

type MakeHeaders = (source: IdSource) => ErrorHeaders;

/** The template of the id that the server makes up at a pointer into an instance of one of the components. */
function templateAt(contract: PreparedContract, components: readonly string[], pointer: string | undefined): string | undefined {
  if (pointer === undefined) return undefined;
  const fields = components.map((name) => contract.ownedFields[name]?.[pointer]);
  return fields.flatMap((field) => (field && 'id' in field ? [field.id] : []))[0];
}

/**
 * Prepares the declared headers of an error, and those with an id that the operation's successful responses have: a gateway gives a request
 * its id before it knows how the request will end.
 */
function compileErrorHeaders(
  contract: PreparedContract,
  dialect: ErrorDialect | undefined,
  operation: PreparedOperation | undefined,
  status: number,
): MakeHeaders {
  const responses = operation?.responses ?? {};
  const successes = Object.keys(responses)
    .filter((code) => code.startsWith('2'))
    .flatMap((code) => responses[code] ?? []);
  const declared = (responses[status] ?? responses.default)?.headers ?? {};
  const names = Object.keys(contract.ownedHeaders).filter(
    (name) =>
      (!operation || name in declared || successes.some((success) => name in success.headers)) &&
      ownedHeader(contract, name, operation, 'application/json') !== undefined,
  );
  const components = successes.flatMap((success) => success.components);
  const forms = names.flatMap((name) => ownedHeader(contract, name, operation, 'application/json') ?? []);
  const template =
    templateAt(contract, dialect?.schemas ?? [], dialect?.requestId) ??
    forms.map(({ answer }) => templateAt(contract, components, answer)).find((found) => found !== undefined) ??
    forms[0]?.id;
  const fixed = Object.fromEntries(Object.entries(declared).flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]])));
  if (template === undefined) return () => ({ headers: { ...fixed }, id: undefined });
  const { format } = compileIdTemplate(template);
  return (source) => {
    const id = format(source);
    const headers: Record<string, string> = { ...fixed };
    for (const name of names) headers[name] = id;
    return { headers, id };
  };
}

const prepared = new WeakMap<PreparedContract, Map<string, MakeHeaders>>();

/**
 * The headers of one error response.
 *
 * @param operation the one that answers; without it, every header with an id is given
 * @param source what its id is made of
 */
export function errorHeaders(
  contract: PreparedContract,
  dialect: string,
  operation: PreparedOperation | undefined,
  status: number,
  source: IdSource,
): ErrorHeaders {
  const known = prepared.get(contract) ?? new Map<string, MakeHeaders>();
  prepared.set(contract, known);
  const key = `${operation?.id ?? ''} ${dialect} ${status}`;
  const make = known.get(key) ?? compileErrorHeaders(contract, contract.dialects[dialect], operation, status);
  known.set(key, make);
  return make(source);
}
