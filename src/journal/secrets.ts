/** Takes known keys out of the texts and JSON values that repeat them. */
import { escapePattern } from '../contract/escape-pattern.js';
import { readJson } from '../http/json/json-text.js';

export const redacted = '[redacted]';

/** Shorter ones may be a part of ordinary words. */
const shortestSecret = 8;

/** A beginning of a key that a shortened text ends with; fewer characters tell nothing. */
const shortestBeginning = 4;

/** Words and small numbers stand in texts that have nothing to do with a key. */
const isSearched = (secret: string): boolean => secret.length >= shortestSecret && !/^(?:[a-z]{1,12}|\d{1,10})$/i.test(secret);

/**
 * A character as it stands in JSON, in an address, and by itself.
 * @param anyhow also escaped where it need not be, and by each who passed it on
 */
function formsOf(character: string, anyhow: boolean): string {
  const own = escapePattern(character);
  const isPlain = /[\w.~-]/.test(character);
  // These stand for themselves everywhere.
  if (isPlain && !anyhow) return own;
  const hex = character.charCodeAt(0).toString(16).padStart(4, '0');
  return `(?:${isPlain ? '' : '\\\\{0,8}'}${own}|\\\\{1,8}u${hex}|%(?:25){0,8}${hex.slice(2)}${character === ' ' ? '|\\+' : ''})`;
}

/** What of the Base64 of a text depends on nothing before and after it, in either alphabet. */
function* base64Of(text: string): Generator<string> {
  const bytes = String.fromCharCode(...new TextEncoder().encode(text));
  for (const before of ['', ' ', '  ']) {
    const [from = 0, to = 0] = [before, before + bytes].map(({ length }) => (length * 8) / 6);
    yield btoa(before + bytes)
      .slice(Math.ceil(from), Math.floor(to))
      .replace(/[+/]/g, (sign) => (sign === '+' ? '(?:[+-]|%2B)' : '(?:\\\\?/|_|%2F)'));
  }
}

/**
 * How much of keys a pattern can say, in characters: a form more for each is many times as long. Of a longer key its beginning is looked for, and as
 * much taken out as it has.
 */
const mostSaid = 3200;
const mostSaidOfOne = 500;
const mostSaidAnyhow = 400;

/** @param count of keys in the pattern */
function patternOf(secret: string, anyhow: boolean, count: number): string {
  const isShort = secret.length * count <= mostSaidAnyhow;
  const kept = secret.slice(0, Math.min(mostSaidOfOne, mostSaid / count));
  const pattern = kept.replace(/./gs, (character) => formsOf(character, anyhow && isShort));
  if (/^\d+$/.test(secret)) return `(?<![\\d.])${pattern}(?![\\d.])`;
  return kept === secret ? [pattern, ...base64Of(secret)].join('|') : `${pattern}[^]{0,${secret.length - kept.length}}`;
}

export class Secrets {
  /** Names of JSON members, in lower case, whose values are taken out whatever they are. */
  readonly members: ReadonlySet<string>;
  readonly #values: ReadonlySet<string>;
  /** The usual forms, and all. */
  readonly #compiled: RegExp[] = [];

  /**
   * @param values keys, whole; what may be an ordinary word is not looked for
   * @param members names of JSON members, in lower case
   */
  constructor(values: Iterable<string>, members: ReadonlySet<string> = new Set()) {
    this.#values = new Set([...values].filter(isSearched));
    this.members = members;
  }

  /** Finds one of the keys in a text; `undefined` where there is none to look for. */
  patternIn(text: string): RegExp | undefined {
    if (this.#values.size === 0) return undefined;
    const anyhow = /%|\\u/.test(text);
    // Of two keys that begin alike the longer one counts.
    this.#compiled[+anyhow] ??= new RegExp(
      [...this.#values]
        .sort((one, other) => other.length - one.length)
        .map((secret) => patternOf(secret, anyhow, this.#values.size))
        .join('|'),
      'gi',
    );
    return this.#compiled[+anyhow];
  }

  /** A text without them. */
  text(text: string): string {
    const pattern = this.patternIn(text);
    return pattern ? this.#withoutBeginning(text.replace(pattern, redacted)) : text;
  }

  /** The text of a body without them, as it was where there are none. JSON stays JSON. */
  body(text: string): string {
    const pattern = this.patternIn(text);
    if (this.members.size === 0 && (!pattern || text.search(pattern) === -1)) return text;
    try {
      return JSON.stringify(this.json(readJson(text)));
    } catch {
      return this.text(text);
    }
  }

  /** A copy of a JSON value without them. */
  json<T>(value: T): T {
    return this.#copy(value, this.members) as T;
  }

  /** A copy of what is told of an exchange, in members with names of our own. */
  texts<T>(value: T): T {
    return this.#values.size > 0 ? (this.#copy(value, new Set()) as T) : value;
  }

  #copy(value: unknown, members: ReadonlySet<string>): unknown {
    if (typeof value === 'string') return this.text(value);
    if (typeof value === 'number') return this.#values.has(String(value)) ? redacted : value;
    if (Array.isArray(value)) return value.map((item) => this.#copy(item, members));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        this.text(name),
        members.has(name.toLowerCase()) ? redacted : this.#copy(member, members),
      ]),
    );
  }

  /** A text that was shortened may end in the middle of a key. */
  #withoutBeginning(text: string): string {
    const [mark] = /\.\.\."?$/.exec(text) ?? [];
    if (mark === undefined) return text;
    const kept = text.slice(0, -mark.length);
    for (const secret of this.#values) {
      const escaped = JSON.stringify(secret).slice(1, -1);
      for (let length = Math.min(escaped.length, kept.length); length >= shortestBeginning; length--)
        if (kept.endsWith(escaped.slice(0, length))) return kept.slice(0, -length) + redacted + mark;
    }
    return text;
  }
}
