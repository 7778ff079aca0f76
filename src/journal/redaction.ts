/** Where requests carry keys, and what stands in a record instead of one. */
import type { SecurityScheme } from '../contract/prepared.js';

/** Names in lower case. */
export interface SecretNames {
  headers: ReadonlySet<string>;
  query: ReadonlySet<string>;
}

export const redacted = '[redacted]';

const anywhere = {
  headers: ['authorization', 'proxy-authorization', 'x-api-key', 'x-goog-api-key', 'cookie', 'set-cookie'],
  query: ['key', 'api_key', 'access_token'],
};

/** Where the contract lets a request carry a key, and where requests carry one anyway. */
export function secretNames(schemes: Record<string, SecurityScheme>): SecretNames {
  const named = (place: string) =>
    Object.values(schemes).flatMap((scheme) => (scheme.in === place && scheme.name ? [scheme.name.toLowerCase()] : []));
  return {
    headers: new Set([...anywhere.headers, ...named('header')]),
    query: new Set([...anywhere.query, ...named('query')]),
  };
}

/** Headers with the keys taken out. */
export const redactHeaders = (headers: Record<string, string>, { headers: secret }: SecretNames): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, secret.has(name) ? redacted : value]));

/** A query string with the keys taken out. */
export function redactQuery(query: URLSearchParams, { query: secret }: SecretNames): string {
  const copy = new URLSearchParams(query);
  for (const name of query.keys()) if (secret.has(name.toLowerCase())) copy.set(name, redacted);
  return copy.toString();
}
