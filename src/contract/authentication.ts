/** Where a request carries its key, by the security requirements of the contract. */
import { escapePattern } from './escape-pattern.js';
import type { PreparedOperation, SecurityScheme } from './prepared.js';

/** The parts of a request that may carry a key. */
export interface KeyCarrier {
  header(name: string): string | null | undefined;
  query: URLSearchParams;
}

export interface MissingKey {
  kind: 'missing';
  /** Of a request that has a key where nobody looks: where it is, and where it goes. */
  advice?: string;
}

export type Credentials = { kind: 'key'; key: string } | { kind: 'anonymous' } | MissingKey;

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

/** How a key is sent under a scheme. */
const formOf = ({ type, scheme = '', in: place, name = '' }: SecurityScheme): string =>
  type === 'http'
    ? `Authorization: ${scheme.charAt(0).toUpperCase()}${scheme.slice(1)} <key>`
    : `${place === 'query' ? `?${name}=` : `${name}: `}<key>`;

const idOf = ({ in: place, name = '' }: Pick<SecurityScheme, 'in' | 'name'>): string => `${place} ${name.toLowerCase()}`;

/** Prepares the search for a key where nobody looks: where none of the schemes has it, or behind another word. */
function compileAdvice(own: readonly SecurityScheme[], schemes: readonly SecurityScheme[]): (request: KeyCarrier) => string | undefined {
  const looked = new Set(['header authorization', ...own.map(idOf)]);
  // Where only other operations look, too.
  const stray = schemes.flatMap((scheme) => [...(scheme.stray ?? []), scheme]).filter((place) => place.name && !looked.has(idOf(place)));
  const words = new Set(own.flatMap(({ scheme = '', words = [] }) => [scheme, ...words]).map((word) => word.toLowerCase()));
  const forms = [...new Set(own.map(formOf))].join(' or ');

  function placeOf(request: KeyCarrier): string | undefined {
    const place = stray.find(({ in: part, name = '' }) =>
      part === 'query' ? request.query.get(name) : request.header(name.toLowerCase()),
    );
    if (place) return place.in === 'query' ? `the query parameter ${place.name}` : `the header ${place.name}`;
    const [first = '', ...others] = request.header('authorization')?.trim().split(/\s+/, 2) ?? [];
    if (first === '' || words.has(first.toLowerCase())) return undefined;
    if (others.length === 0) return 'the header Authorization with no word before it';
    // Other characters than letters may be those of a key, which is not repeated.
    return `the header Authorization behind ${/^[a-z]{1,20}$/i.test(first) ? `the word ${first}` : 'another word'}`;
  }

  return (request) => {
    const place = placeOf(request);
    if (!place || forms === '') return undefined;
    return `there is one in ${place}, where this gateway does not look: send it as ${forms}`;
  };
}

/** Prepares the search for the first security alternative of an operation that a request meets. */
export function compileSecurity(
  { security }: Pick<PreparedOperation, 'security'>,
  schemes: Record<string, SecurityScheme>,
): (request: KeyCarrier) => Credentials {
  const alternatives = security.filter((names) => names.length > 0).map((names) => names.map((name) => compileScheme(schemes[name])));
  const isOpen = alternatives.length < security.length || security.length === 0;
  const own = security.flat().flatMap((name) => schemes[name] ?? []);
  let advise: ReturnType<typeof compileAdvice> | undefined;
  // Prepared when it is first needed, which is seldom.
  function withoutKey(request: KeyCarrier): Credentials {
    if (isOpen) return { kind: 'anonymous' };
    advise ??= compileAdvice(own, Object.values(schemes));
    const advice = advise(request);
    return { kind: 'missing', ...(advice !== undefined && { advice }) };
  }
  return (request) => {
    for (const alternative of alternatives) {
      const keys = alternative.map((read) => read(request));
      const key = keys[0];
      if (key !== undefined && keys.every((value) => value !== undefined)) return { kind: 'key', key };
    }
    return withoutKey(request);
  };
}
