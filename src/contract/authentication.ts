/** Where a request carries its key, by the security requirements of the contract. */
import { escapePattern } from './escape-pattern.js';
import type { PreparedOperation, SecurityScheme } from './prepared.js';

/** The parts of a request that may carry a key. */
export interface KeyCarrier {
  header(name: string): string | null | undefined;
  query: URLSearchParams;
}

/** Of a key that is missing, `key-advice.ts` knows whether the request has one elsewhere. */
export type Credentials = { kind: 'key'; key: string } | { kind: 'anonymous' } | { kind: 'missing' };

/** Prepares the reading of the key under one scheme, without the words that may stand before it. */
function compileScheme(scheme: SecurityScheme | undefined): (request: KeyCarrier) => string | undefined {
  if (!scheme) return () => undefined;
  if (scheme.type === 'http') {
    const pattern = new RegExp(`^${scheme.scheme}\\s+(\\S+)\\s*$`, 'i');
    return (request) => pattern.exec(request.header('authorization') ?? '')?.[1];
  }
  const name = scheme.name ?? '';
  const header = name.toLowerCase();
  const words = new RegExp(`^(?:${(scheme.words ?? []).map(escapePattern).join('|')})(?:\\s+|$)`, 'i');
  return (request) => {
    const value = scheme.in === 'query' ? request.query.get(name) : request.header(header);
    const key = value?.trim().replace(words, '');
    // A lone word is no key, and what stands behind an unknown one belongs to another scheme.
    return key && !(scheme.words && /\s/.test(key)) ? key : undefined;
  };
}

/** Prepares the search for the first security alternative of an operation that a request meets. */
export function compileSecurity(
  { security }: Pick<PreparedOperation, 'security'>,
  schemes: Record<string, SecurityScheme>,
): (request: KeyCarrier) => Credentials {
  const alternatives = security.filter((names) => names.length > 0).map((names) => names.map((name) => compileScheme(schemes[name])));
  const isOpen = alternatives.length < security.length || security.length === 0;
  return (request) => {
    for (const alternative of alternatives) {
      const keys = alternative.map((read) => read(request));
      const key = keys[0];
      if (key !== undefined && keys.every((value) => value !== undefined)) return { kind: 'key', key };
    }
    return { kind: isOpen ? 'anonymous' : 'missing' };
  };
}
