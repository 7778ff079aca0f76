/** What an error answer has beside its body: its declared headers, and the id of the request. */
import { compileIdTemplate } from '../contract/id-template.js';
import type { ErrorDialect, PreparedContract, PreparedOperation } from '../contract/prepared.js';

export interface ErrorHeaders {
  headers: Record<string, string>;
  /** The id of the request, which the headers and the body share. */
  id: string | undefined;
}

/** The template of the id that the server makes up at a pointer into an instance of one of the components. */
function templateAt(contract: PreparedContract, components: readonly string[], pointer: string | undefined): string | undefined {
  if (pointer === undefined) return undefined;
  const fields = components.map((name) => contract.ownedFields[name]?.[pointer]);
  return fields.flatMap((field) => (field && 'id' in field ? [field.id] : []))[0];
}

/**
 * The declared headers of an error, and those with an id that the operation's successful answers have: a gateway gives a request
 * its id before it knows how the request will end.
 *
 * @param operation the one that answers; without it, every header with an id is given
 */
export function errorHeaders(
  contract: PreparedContract,
  dialect: ErrorDialect | undefined,
  operation: PreparedOperation | undefined,
  status: number,
): ErrorHeaders {
  const { ownedHeaders } = contract;
  const responses = operation?.responses ?? {};
  const successes = Object.keys(responses)
    .filter((code) => code.startsWith('2'))
    .flatMap((code) => responses[code] ?? []);
  const headers = { ...(responses[status] ?? responses.default)?.headers };
  const names = Object.keys(ownedHeaders).filter(
    (name) => !operation || name in headers || successes.some((success) => name in success.headers),
  );
  const components = successes.flatMap((success) => success.components);
  const template =
    templateAt(contract, dialect?.schemas ?? [], dialect?.requestId) ??
    names.map((name) => templateAt(contract, components, ownedHeaders[name]?.answer)).find((found) => found !== undefined) ??
    names.map((name) => ownedHeaders[name]?.id)[0];
  const id = template === undefined ? undefined : compileIdTemplate(template).format({ user: 'mock', time: Date.now() });
  if (id !== undefined) for (const name of names) headers[name] = id;
  return { headers, id };
}
