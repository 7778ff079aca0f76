/** Regular expressions as JSON Schema has them (ECMA-262), read into a tree. Sets of characters are left to the engine of the platform. */

/** What stands for one character. */
export interface Characters {
  kind: 'characters';
  /** As it is written. */
  source: string;
  /** The only one, where it is one. */
  literal: number | undefined;
  /** @param character a code point */
  has(character: number): boolean;
}

export type Node =
  | Characters
  | { kind: 'sequence'; parts: Node[] }
  | { kind: 'alternatives'; branches: Node[] }
  | { kind: 'repeat'; part: Node; least: number; most: number }
  | { kind: 'ahead'; part: Node; isNegative: boolean }
  | { kind: 'start' }
  | { kind: 'end' }
  | { kind: 'boundary'; isNegative: boolean };

/** A pattern that is none, or that has what cannot be matched in linear time: back references, and looking behind. */
export class UnreadablePattern extends Error {}

const longestPattern = 20_000;
const deepestGroup = 200;

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v', 0: '\0' };

/** Escapes of more than one character first, then whatever follows a backslash, then any character. */
const atom = /(?:\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\c[A-Za-z]|\\.|[^\\])/suy;
const quantifier = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/y;
const group = /\((?:\?(?:([:=!])|<([=!])|<[^>]*>))?/y;

export const anyCharacter: Characters = { kind: 'characters', source: '[^]', literal: undefined, has: () => true };

function literalOf(source: string): number | undefined {
  if (!source.startsWith('\\')) return source === '.' || source.startsWith('[') ? undefined : source.codePointAt(0);
  const [, code] = /^\\[ux]\{?([\da-fA-F]+)\}?$/.exec(source) ?? [];
  if (code !== undefined) return Number.parseInt(code, 16);
  const letter = source.slice(1);
  if (letter.startsWith('c')) return letter.length === 2 ? letter.charCodeAt(1) % 32 : undefined;
  if (/^[a-zA-Z]/.test(letter) && !(letter in escapes)) return undefined;
  return (escapes[letter] ?? letter).codePointAt(0);
}

function compileSet(source: string): RegExp {
  // The flag that JSON Schema asks for refuses what many callers write, such as [\w-.].
  for (const flags of ['u', '']) {
    try {
      return new RegExp(`^${source}$`, flags);
    } catch {}
  }
  throw new UnreadablePattern();
}

function characters(source: string): Characters {
  const literal = literalOf(source);
  if (literal !== undefined) return { kind: 'characters', source, literal, has: (character) => character === literal };
  const set = compileSet(source);
  const known = new Map<number, boolean>();
  return {
    kind: 'characters',
    source,
    literal,
    has: (character) => {
      let has = known.get(character);
      if (has === undefined) {
        has = set.test(String.fromCodePoint(character));
        known.set(character, has);
      }
      return has;
    },
  };
}

class Parser {
  #at = 0;
  #depth = 0;

  readonly #sets = new Map<string, Characters>();

  constructor(readonly source: string) {}

  parse(): Node {
    const tree = this.#alternatives();
    if (this.#at < this.source.length) throw new UnreadablePattern();
    return tree;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.source);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }

  #next(): string | undefined {
    return this.source[this.#at];
  }

  #alternatives(): Node {
    if (++this.#depth > deepestGroup) throw new UnreadablePattern();
    const branches = [this.#sequence()];
    while (this.#next() === '|') {
      this.#at++;
      branches.push(this.#sequence());
    }
    this.#depth--;
    return branches.length === 1 ? (branches[0] as Node) : { kind: 'alternatives', branches };
  }

  #sequence(): Node {
    const parts: Node[] = [];
    for (let next = this.#next(); next !== undefined && next !== '|' && next !== ')'; next = this.#next()) parts.push(this.#term());
    return parts.length === 1 ? (parts[0] as Node) : { kind: 'sequence', parts };
  }

  #term(): Node {
    const part = this.#atom();
    const found = this.#take(quantifier);
    if (!found) return part;
    const [, sign, from, comma, to] = found;
    if (sign !== undefined) return { kind: 'repeat', part, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Number.POSITIVE_INFINITY };
    const least = Number(from);
    const most = comma === undefined ? least : to ? Number(to) : Number.POSITIVE_INFINITY;
    if (most < least) throw new UnreadablePattern();
    return { kind: 'repeat', part, least, most };
  }

  #atom(): Node {
    const opened = this.#take(group);
    if (opened) {
      const [, kind, behind] = opened;
      if (behind !== undefined || this.#next() === '?') throw new UnreadablePattern();
      const part = this.#alternatives();
      if (this.#next() !== ')') throw new UnreadablePattern();
      this.#at++;
      return kind === '=' || kind === '!' ? { kind: 'ahead', part, isNegative: kind === '!' } : part;
    }
    const [source] = this.#take(atom) ?? [];
    if (source === undefined) throw new UnreadablePattern();
    if (source === '^') return { kind: 'start' };
    if (source === '$') return { kind: 'end' };
    if (source === '\\b' || source === '\\B') return { kind: 'boundary', isNegative: source === '\\B' };
    if (/^(?:[*+?]|\\[1-9k])$/.test(source)) throw new UnreadablePattern();
    let set = this.#sets.get(source);
    if (!set) {
      set = characters(source);
      this.#sets.set(source, set);
    }
    return set;
  }
}

/** Steps that it takes to read a pattern: the platform looks up a class of Unicode each time that it is named. */
export const costOf = (source: string): number => 1 + source.length / 16 + 60 * (source.match(/\\p/gi)?.length ?? 0);

/** @throws UnreadablePattern */
export function parsePattern(source: string): Node {
  if (source.length > longestPattern) throw new UnreadablePattern();
  return new Parser(source).parse();
}
