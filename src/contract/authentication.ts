/** Where a request carries its key, by the security requirements of the contract. */
import type { PreparedOperation, SecurityScheme } from './prepared.js';

/** The key under one scheme, without the words that may stand before it. */
function keyOf(
  scheme: SecurityScheme | undefined,
  header: (name: string) => string | null | undefined,
  query: URLSearchParams,
): string | undefined {
  if (!scheme) return undefined;
  if (scheme.type === 'http') {
    return new RegExp(`^${scheme.scheme}\\s+(\\S+)\\s*$`, 'i').exec(header('authorization') ?? '')?.[1];
  }
  const value = scheme.in === 'query' ? query.get(scheme.name ?? '') : header((scheme.name ?? '').toLowerCase());
  // `Key` is the fal client's word; a lone scheme word is no key.
  const key = value?.trim().replace(/^(bearer|key)(\s+|$)/i, '');
  return key === '' ? undefined : (key ?? undefined);
}

export type Credentials = { kind: 'key'; key: string } | { kind: 'anonymous' } | { kind: 'missing' };

/** Looks for the first security alternative that the request meets. */
export function findCredentials(
  operation: Pick<PreparedOperation, 'security'>,
  schemes: Record<string, SecurityScheme>,
  header: (name: string) => string | null | undefined,
  query: URLSearchParams,
): Credentials {
  let anonymous = operation.security.length === 0;
  for (const alternative of operation.security) {
    if (alternative.length === 0) anonymous = true;
    const keys = alternative.map((name) => keyOf(schemes[name], header, query));
    const key = keys[0];
    if (key !== undefined && keys.every((value) => value !== undefined)) return { kind: 'key', key };
  }
  return anonymous ? { kind: 'anonymous' } : { kind: 'missing' };
}
