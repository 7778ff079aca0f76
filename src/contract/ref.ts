/** References inside a document, such as `{ $ref: '#/components/schemas/Cat' }`. */
import { getAt } from './pointer.js';

const decode = (ref: string): string => decodeURIComponent(ref.replace(/%2f/gi, '~1'));

/**
 * What a reference leads to, or `undefined`. It may be percent-encoded; a slash that is belongs to a name.
 * @throws URIError when it is encoded wrongly
 */
export const targetOf = (document: unknown, ref: string): unknown => getAt(document, decode(ref).replace(/^#/, ''));

/**
 * Follows a reference, and one that it leads to; anything else is returned as it is.
 * @param missing gives what stands for a reference, not encoded, that leads nowhere
 */
export function follow<T>(document: unknown, node: T | { $ref: string }, missing: (ref: string) => T): T {
  const $ref = node !== null && typeof node === 'object' ? (node as { $ref?: unknown }).$ref : undefined;
  if (typeof $ref !== 'string') return node as T;
  const target = targetOf(document, $ref);
  return target === undefined ? missing(decode($ref)) : follow(document, target as T, missing);
}
