/** Where requests carry keys, and what stands in a record instead of them. */
import type { SecurityScheme } from '../contract/prepared.js';
import { redacted, Secrets } from './secrets.js';

type Names = Pick<ReadonlySet<string>, 'has'>;

/** Names in lower case. */
export interface SecretNames {
  headers: Names;
  query: Names;
  /** Members of JSON bodies, those that somebody named. */
  members: ReadonlySet<string>;
  /** Words that may stand before a key, such as `bearer`: they are no secret. */
  words: ReadonlySet<string>;
  /** The keys that were met last, by the texts in which they came: a caller keeps to a few. */
  met: Map<string, Secrets>;
  /** Those of the request before, where it had one key alone, in a header. */
  last?: { value: string; secrets: Secrets };
}

/** How many names, or texts with keys, are remembered at once. */
const remembered = 100;

/** What is worked out for a text, once for those that come again. Texts are what callers like, so few are remembered. */
function remember<Value>(known: Map<string, Value>, text: string, work: () => Value): Value {
  let value = known.get(text);
  if (value === undefined) {
    value = work();
    if (known.size >= remembered) known.clear();
    if (text.length <= 1_000) known.set(text, value);
  }
  return value;
}

/** Names of headers and parameters that hold a key, whoever made them up. Counts of tokens, authors and challenges are none. */
const telling =
  /key(?!word|board)|token(?!s(?![a-z])|[-_](?:count|usage|limit)|i[sz])|secret|passw|credential|signature|auth(?!ors?(?![a-z])|ority|ored|enticate)|cookie/;

const usualWords = ['basic', 'bearer'];

/**
 * Where the contract lets a request carry a key, and where requests carry one anyway.
 * @param more names of headers, parameters and members of bodies that somebody wants to see taken out
 */
export function secretNames(schemes: Record<string, SecurityScheme>, more: readonly string[] = []): SecretNames {
  const members = new Set(more.map((name) => name.toLowerCase()));
  const places = Object.values(schemes).flatMap(({ in: place, name, stray = [] }) => (name ? [{ in: place, name }, ...stray] : stray));
  const namesOf = (part: 'header' | 'query'): Names => {
    const known = new Set(places.filter((place) => place.in === part).map(({ name }) => name.toLowerCase()));
    const judged = new Map<string, boolean>();
    return { has: (name) => judged.get(name) ?? remember(judged, name, () => known.has(name) || members.has(name) || telling.test(name)) };
  };
  const words = Object.values(schemes).flatMap(({ scheme, words: own = [] }) => (scheme ? [scheme, ...own] : own));
  return {
    headers: namesOf('header'),
    query: namesOf('query'),
    members,
    words: new Set([...usualWords, ...words.map((word) => word.toLowerCase())]),
    met: new Map(),
  };
}

/** The parts of a request that may hold a key. */
export interface KeyHolder {
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** Parsed, where members of it were named. */
  body?: unknown;
}

/** The word before a key, such as `Bearer`, tells which scheme was used. */
function split(value: string, words: ReadonlySet<string>): [scheme: string, key: string] {
  const [, first = '', rest = ''] = /^(\S+)\s+(.*)$/s.exec(value) ?? [];
  return words.has(first.toLowerCase()) ? [first, rest] : ['', value];
}

/** Name and password, and the password, of HTTP's own scheme. */
function passwordOf(key: string): string[] {
  try {
    const pair = atob(key);
    return [pair, pair.slice(pair.indexOf(':') + 1)];
  } catch {
    return [];
  }
}

/** A header as a whole, and each of its parts: several cookies, say, or a key behind a word that nobody knows. */
function keysOf(value: string, words: ReadonlySet<string>): string[] {
  const [scheme, key] = split(value.trim(), words);
  return [
    key,
    ...(/^basic$/i.test(scheme) ? passwordOf(key) : []),
    ...key.split(/[\s,;]+/).map((part) => part.replace(/^[\w.-]+=(?=[^=])"?|"$/g, '')),
  ];
}

/**
 * The keys of a request, to be taken out of whatever repeats them.
 * @param known keys that are known otherwise
 */
export function secretsOf(names: SecretNames, { headers, query, body }: KeyHolder, known: readonly string[] = []): Secrets {
  const inHeaders: string[] = [];
  for (const name in headers) if (names.headers.has(name)) inHeaders.push(headers[name] as string);
  const others = [...known];
  if (query.size > 0) for (const [name, value] of query) if (names.query.has(name.toLowerCase())) others.push(value);
  if (names.members.size > 0) addTexts(others, body, names.members);
  const work = () => new Secrets([...others, ...inHeaders.flatMap((value) => keysOf(value, names.words))], names.members);
  // Most requests have one key, in a header, and it is that of the one before.
  const [only = ''] = inHeaders;
  if (inHeaders.length !== 1 || others.length > 0) return remember(names.met, JSON.stringify([inHeaders, others]), work);
  if (names.last?.value !== only) names.last = { value: only, secrets: remember(names.met, `=${only}`, work) };
  return names.last.secrets;
}

/** Keys of one request that are looked for elsewhere. Nobody has so many; in their own members all are taken out, however many there are. */
const mostKeys = 100;

/** Adds the texts in members with one of the names. */
function addTexts(texts: string[], value: unknown, members: ReadonlySet<string>, isNamed = false): void {
  if (texts.length >= mostKeys) return;
  if (isNamed && typeof value === 'string') texts.push(value);
  else if (value && typeof value === 'object')
    for (const [name, member] of Object.entries(value)) addTexts(texts, member, members, isNamed || members.has(name.toLowerCase()));
}

/** Headers without keys. @param words those that stay before a key; none, if it is left out */
export function redactHeaders(
  headers: Readonly<Record<string, string>>,
  { headers: secret }: SecretNames,
  secrets: Secrets,
  words: ReadonlySet<string> = new Set(),
): Record<string, string> {
  const kept: Record<string, string> = { ...headers };
  for (const [name, value] of Object.entries(kept)) {
    const scheme = secret.has(name) ? split(value, words)[0] : undefined;
    kept[name] = scheme === undefined ? secrets.text(value) : scheme === '' ? redacted : `${scheme} ${redacted}`;
  }
  return kept;
}

/** A query without keys, written as it was. */
export const redactQuery = (query: string, { query: secret }: SecretNames, secrets: Secrets): string =>
  query
    .split('&')
    .map((pair) => {
      const [name = ''] = pair.split('=', 1);
      const isSecret = [...new URLSearchParams(name).keys()].some((key) => secret.has(key.toLowerCase()));
      return isSecret && pair.length > name.length ? `${name}=${encodeURIComponent(redacted)}` : secrets.text(pair);
    })
    .join('&');

/** Name and password in an address. */
const userInfo = /^([a-z][a-z\d+.-]*:\/\/)[^/?#@]*@/i;

/** An address, or path and query, without keys. */
export function redactUrl(address: string, names: SecretNames, secrets: Secrets): string {
  const url = address.replace(userInfo, `$1${redacted}@`);
  const at = url.indexOf('?');
  return at === -1 ? secrets.text(url) : `${secrets.text(url.slice(0, at))}?${redactQuery(url.slice(at + 1), names, secrets)}`;
}
