/** Where requests carry keys, and what stands in a record instead of one. */
import type { SecurityScheme } from '../contract/prepared.js';

type Names = Pick<ReadonlySet<string>, 'has'>;

/** Names in lower case. */
export interface SecretNames {
  headers: Names;
  query: Names;
  /** Words that may stand before a key, such as `bearer`: they are no secret. */
  words: ReadonlySet<string>;
}

export const redacted = '[redacted]';

/** Names of headers and parameters that hold a key, whoever made them up. Counts of tokens and authors are none. */
const telling = /key$|token$|secret|passw|auth(?!ors?$)|cookie/;

const usualWords = ['basic', 'bearer'];

/** Where the contract lets a request carry a key, and where requests carry one anyway. */
export function secretNames(schemes: Record<string, SecurityScheme>): SecretNames {
  const places = Object.values(schemes).flatMap(({ in: place, name, stray = [] }) => (name ? [{ in: place, name }, ...stray] : stray));
  const namesOf = (part: 'header' | 'query'): Names => {
    const known = new Set(places.filter((place) => place.in === part).map(({ name }) => name.toLowerCase()));
    return { has: (name) => known.has(name) || telling.test(name) };
  };
  const words = Object.values(schemes).flatMap(({ scheme, words: own = [] }) => (scheme ? [scheme, ...own] : own));
  return {
    headers: namesOf('header'),
    query: namesOf('query'),
    words: new Set([...usualWords, ...words.map((word) => word.toLowerCase())]),
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
