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

/** A character as it stands in JSON, in an address, and by itself. */
function formsOf(character: string): string {
  const own = escapePattern(character);
  // These stand for themselves everywhere.
  if (/[\w.~-]/.test(character)) return own;
  const hex = character.charCodeAt(0).toString(16).padStart(4, '0');
  return `(?:\\\\u${hex}|\\\\${own}|%${hex.slice(2)}|${character === ' ' ? '\\+|' : ''}${own})`;
}

const patternOf = (secret: string): string => {
  const pattern = secret.replace(/./gs, formsOf);
  return /^\d+$/.test(secret) ? `(?<![\\d.])${pattern}(?![\\d.])` : pattern;
};

export class Secrets {
  /** Names of JSON members, in lower case, whose values are taken out whatever they are. */
  readonly members: ReadonlySet<string>;
  readonly #values: ReadonlySet<string>;
  #compiled: RegExp | undefined;

  /**
   * @param values keys, whole; what may be an ordinary word is not looked for
   * @param members names of JSON members, in lower case
   */
  constructor(values: Iterable<string>, members: ReadonlySet<string> = new Set()) {
    this.#values = new Set([...values].filter(isSearched));
    this.members = members;
  }

  /** Finds one of the keys; `undefined` where there is none to look for. */
  get pattern(): RegExp | undefined {
    // Of two keys that begin alike the longer one counts.
    if (this.#values.size > 0)
      this.#compiled ??= new RegExp(
        [...this.#values]
          .sort((one, other) => other.length - one.length)
          .map(patternOf)
          .join('|'),
        'gi',
      );
    return this.#compiled;
  }

  /** A text without them. */
  text(text: string): string {
    return this.pattern ? this.#withoutBeginning(text.replace(this.pattern, redacted)) : text;
  }

  /** The text of a body without them, as it was where there are none. JSON stays JSON. */
  body(text: string): string {
    if (this.members.size === 0 && (!this.pattern || text.search(this.pattern) === -1)) return text;
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
    return this.pattern ? (this.#copy(value, new Set()) as T) : value;
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
