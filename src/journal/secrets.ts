/** Takes known keys out of the texts and JSON values that repeat them. */
import { escapePattern } from '../contract/escape-pattern.js';
import { readJson } from '../http/json/json-text.js';

export const redacted = '[redacted]';

/** Shorter ones may be a part of ordinary words. */
const shortestSecret = 8;

/** A beginning of a key that a shortened text ends with; fewer characters tell nothing. */
const shortestBeginning = 4;

/** Characters at the end of a text that was cut, in which the beginning of a key is looked for: as many as one has whose characters are all escaped. */
const mostLooked = 2000;

/** Words and small numbers stand in texts that have nothing to do with a key. */
const isSearched = (secret: string): boolean => secret.length >= shortestSecret && !/^(?:[a-z]{1,12}|\d{1,10})$/i.test(secret);

const named: Readonly<Record<string, string>> = { '&': '|amp;', '<': '|lt;', '>': '|gt;', '"': '|quot;' };

/**
 * A character as it stands in JSON, in an address, in HTML, and by itself.
 * @param anyhow also escaped where it need not be, and by each who passed it on
 */
function formsOf(character: string, anyhow: boolean): string {
  const own = escapePattern(character);
  const isPlain = /[\w.~-]/.test(character);
  // These stand for themselves everywhere.
  if (isPlain && !anyhow) return own;
  const code = character.charCodeAt(0);
  const hex = code.toString(16).padStart(4, '0');
  const html = anyhow ? `|&(?:amp;){0,8}(?:#x0{0,8}${code.toString(16)};|#0{0,8}${code};${named[character] ?? ''})` : '';
  return `(?:${isPlain ? '' : '\\\\{0,8}'}${own}|\\\\{1,8}u${hex}|%(?:25){0,8}${hex.slice(2)}${html}${character === ' ' ? '|\\+' : ''})`;
}

/** Its characters in hexadecimal digits, one after the other or each by itself. */
const hexOf = (text: string): string[] =>
  Array.from(text, (character, at) => `${at > 0 ? '[ :]?' : ''}${character.charCodeAt(0).toString(16)}`);

/** What of the Base64 of a text depends on nothing before and after it, in either alphabet. */
function base64Of(text: string): string[][] {
  const bytes = String.fromCharCode(...new TextEncoder().encode(text));
  return ['', ' ', '  '].map((before) => {
    const [from = 0, to = 0] = [before, before + bytes].map(({ length }) => (length * 8) / 6);
    const signs = btoa(before + bytes).slice(Math.ceil(from), Math.floor(to));
    return Array.from(signs, (sign) => (sign === '+' ? '(?:[+-]|%2B)' : sign === '/' ? '(?:\\\\?/|_|%2F)' : sign));
  });
}

/**
 * How much of keys a pattern can say, in characters: a form more for each is many times as long. Of a longer key its beginning is looked for, and as
 * much taken out as it has.
 */
const mostSaid = 3200;
const mostSaidOfOne = 500;
const mostSaidAnyhow = 400;

/** Of the beginning of a key with which a text ends. */
const mostBegun = 100;
/** Of more keys at once only what they are is looked for there. */
const mostInAllForms = 10;

/** The characters of a key as they are told, each with the forms that it may have. @param count of keys in the pattern */
const unitsOf = (text: string, anyhow: boolean, count: number): string[] =>
  text.split('').map((character) => formsOf(character, anyhow && text.length * count <= mostSaidAnyhow));

/** @param count of keys in the pattern */
function patternOf(secret: string, anyhow: boolean, count: number): string {
  const kept = secret.slice(0, Math.min(mostSaidOfOne, mostSaid / count));
  const units = unitsOf(kept, anyhow, count);
  const pattern = units.join('');
  if (/^\d+$/.test(secret)) return `(?<![\\d.])${pattern}(?![\\d.])`;
  if (kept !== secret) return `${pattern}[^]{0,${secret.length - kept.length}}`;
  return [units, ...base64Of(secret), ...(anyhow ? [hexOf(secret)] : [])].map((one) => one.join('')).join('|');
}

/** Finds the beginning of a key with which a text ends, at least four characters of any form of it. */
function beginningOf(secret: string, count: number): string {
  const kept = secret.slice(0, Math.min(mostBegun, mostSaid / count));
  const ways = count > mostInAllForms ? [Array.from(kept, escapePattern)] : [unitsOf(kept, true, count), hexOf(kept), ...base64Of(kept)];
  return ways
    .map((units) => {
      const more = units.slice(shortestBeginning).reduceRight((inner, unit) => `(?:${unit}${inner})?`, '');
      return units.slice(0, shortestBeginning).join('') + more;
    })
    .join('|');
}

export class Secrets {
  /** Names of JSON members, in lower case, whose values are taken out whatever they are. */
  readonly members: ReadonlySet<string>;
  readonly #values: ReadonlySet<string>;
  /** The usual forms, and all. */
  readonly #compiled: RegExp[] = [];
  /** Few texts have digits of a key, and to look for some first takes a fraction of what all forms take. */
  #hex: RegExp | undefined;
  #beginnings: RegExp | undefined;

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
    this.#hex ??= new RegExp(
      this.#each((secret) => hexOf(secret.slice(0, shortestBeginning)).join('')),
      'i',
    );
    const anyhow = /[%&]|\\u/.test(text) || this.#hex.test(text);
    this.#compiled[+anyhow] ??= new RegExp(
      this.#each((secret, count) => patternOf(secret, anyhow, count)),
      'gi',
    );
    return this.#compiled[+anyhow];
  }

  /** Of two keys that begin alike the longer one counts. */
  #each(patternOf: (secret: string, count: number) => string): string {
    const longestFirst = [...this.#values].sort((one, other) => other.length - one.length);
    return longestFirst.map((secret) => patternOf(secret, longestFirst.length)).join('|');
  }

  /** Where in a text that was cut the beginning of a key stands with which it ends, the last of it half an escape, say; `undefined` where there is none. */
  cutAt(text: string): number | undefined {
    if (this.#values.size === 0) return undefined;
    this.#beginnings ??= new RegExp(`(?:${this.#each(beginningOf)})(?:[\\\\%&][\\w#]*|[ :]?[\\da-f]?)$`, 'i');
    const from = Math.max(0, text.length - mostLooked);
    const found = text.slice(from).search(this.#beginnings);
    return found === -1 ? undefined : from + found;
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
    const at = this.cutAt(text.slice(0, -mark.length));
    return at === undefined ? text : text.slice(0, at) + redacted + mark;
  }
}
