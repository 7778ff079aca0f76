/** What to say to a request whose key is not where its operation looks. */
import type { KeyCarrier } from './authentication.js';
import type { PreparedOperation, SecurityScheme } from './prepared.js';

/** How a key is sent under a scheme. */
const formOf = ({ type, scheme = '', in: place, name = '' }: SecurityScheme): string =>
  type === 'http'
    ? `Authorization: ${scheme.charAt(0).toUpperCase()}${scheme.slice(1)} <key>`
    : `${place === 'query' ? `?${name}=` : `${name}: `}<key>`;

const idOf = ({ in: place, name = '' }: Pick<SecurityScheme, 'in' | 'name'>): string => `${place} ${name.toLowerCase()}`;

/** Where nobody looks: where none of the operation's own schemes has the key, or behind another word. */
function strayKey(request: KeyCarrier, own: readonly SecurityScheme[], schemes: readonly SecurityScheme[]): string | undefined {
  const looked = new Set(['header authorization', ...own.map(idOf)]);
  // Where only other operations look, too.
  const places = schemes.flatMap((scheme) => [...(scheme.stray ?? []), scheme]).filter((place) => place.name && !looked.has(idOf(place)));
  const stray = places.find(({ in: part, name = '' }) => (part === 'query' ? request.query.get(name) : request.header(name.toLowerCase())));
  if (stray) return stray.in === 'query' ? `the query parameter ${stray.name}` : `the header ${stray.name}`;
  const words = new Set(own.flatMap(({ scheme = '', words = [] }) => [scheme, ...words]).map((word) => word.toLowerCase()));
  const [first = '', ...others] = request.header('authorization')?.trim().split(/\s+/, 2) ?? [];
  if (first === '' || words.has(first.toLowerCase())) return undefined;
  if (others.length === 0) return 'the header Authorization with no word before it';
  // Other characters than letters may be those of a key, which is not repeated.
  return `the header Authorization behind ${/^[a-z]{1,20}$/i.test(first) ? `the word ${first}` : 'another word'}`;
}

/** Of a request that has a key where nobody looks: where it is, and where it goes. */
export function keyAdvice(
  { security }: Pick<PreparedOperation, 'security'>,
  schemes: Record<string, SecurityScheme>,
  request: KeyCarrier,
): string | undefined {
  const own = security.flat().flatMap((name) => schemes[name] ?? []);
  const place = strayKey(request, own, Object.values(schemes));
  const forms = [...new Set(own.map(formOf))].join(' or ');
  if (!place || forms === '') return undefined;
  return `there is one in ${place}, where this gateway does not look: send it as ${forms}`;
}
