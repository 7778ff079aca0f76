/** The headers that a call of `fetch` sends. */

/** What is asked of headers. */
export interface SentHeaders extends Iterable<[name: string, value: string]> {
  /** @param name in lower case */
  get(name: string): string | null;
}

const isName = /^[!#$%&'*+.^_`|~\dA-Za-z-]+$/;
/** One that `fetch` sends as it stands: without a blank around it. */
const isValue = /^(?:[!-~\x80-\xff](?:[\t -~\x80-\xff]*[!-~\x80-\xff])?)?$/;

/** Names in lower case: those that a program sends are few, and the same with each call. */
const knownNames = new Map<string, string>();
const mostNames = 1000;

/** `undefined` for what is no name. */
function lowerName(name: string): string | undefined {
  const known = knownNames.get(name);
  if (known !== undefined || !isName.test(name)) return known;
  const lower = name.toLowerCase();
  if (knownNames.size < mostNames) knownNames.set(name, lower);
  return lower;
}

/** Those of a plain object, which most callers write: to make a `Headers` of them takes as long as to judge a small request. */
class PlainHeaders implements SentHeaders {
  readonly #values: ReadonlyMap<string, string>;

  constructor(values: ReadonlyMap<string, string>) {
    this.#values = values;
  }

  get(name: string): string | null {
    return this.#values.get(name) ?? null;
  }

  /** In the order that `Headers` have. */
  [Symbol.iterator](): Iterator<[string, string]> {
    return [...this.#values].sort(([one], [other]) => (one < other ? -1 : 1))[Symbol.iterator]();
  }
}

/** `undefined` where it takes a `Headers` to say what is sent, or that nothing is. */
function plainHeaders(given: object, type: string | undefined): PlainHeaders | undefined {
  const prototype = Object.getPrototypeOf(given);
  if (prototype !== Object.prototype && prototype !== null) return undefined;
  const values = new Map<string, string>();
  for (const name of Reflect.ownKeys(given)) {
    const value = (given as Record<string | symbol, unknown>)[name];
    if (typeof name !== 'string' || typeof value !== 'string' || !isValue.test(value)) return undefined;
    const lower = lowerName(name);
    if (lower === undefined || values.has(lower)) return undefined;
    values.set(lower, value);
  }
  if (type && !values.has('content-type')) values.set('content-type', type);
  return new PlainHeaders(values);
}

/**
 * @param type the content type where the caller names none
 * @throws whatever `fetch` refuses the headers with
 */
export function sentHeaders(given: HeadersInit | undefined, type: string | undefined): SentHeaders {
  const plain = plainHeaders(given ?? {}, type);
  if (plain) return plain;
  const isWhole = given instanceof Headers && (!type || given.has('content-type'));
  const headers = isWhole ? given : new Headers(given);
  if (!isWhole && type && !headers.has('content-type')) headers.set('content-type', type);
  return headers;
}
