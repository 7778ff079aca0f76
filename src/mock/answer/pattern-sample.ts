/** Texts that match a regular expression, as a `pattern` of JSON Schema may be. */

/** Characters to choose from, the plainest first. */
const characters = [...'aA1bB2xX9 -_.:/@#+', ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)), '\n', 'é', '中'];

/** Reads an expression from left to right, and writes a text that it matches. Assertions and back references count as nothing. */
class Writer {
  #at = 0;

  /** @param extra how many times more than needed a repetition without an end is written */
  constructor(
    readonly source: string,
    readonly extra: number,
  ) {}

  /** The first alternative; the others are read over. */
  alternatives(): string {
    const first = this.#sequence();
    while (this.#take('|')) this.#sequence();
    return first;
  }

  #sequence(): string {
    let text = '';
    while (this.#at < this.source.length && !/[|)]/.test(this.source[this.#at] as string)) text += this.#term();
    return text;
  }

  #term(): string {
    const atom = this.#atom();
    const [whole, sign, from, to] = /^(?:([*+?])|\{(\d+)(,\d*)?\})\??/.exec(this.source.slice(this.#at)) ?? [];
    if (whole === undefined) return atom;
    this.#at += whole.length;
    const least = from === undefined ? Number(sign === '+') : Number(from);
    const isOpen = sign === '+' || sign === '*' || to === ',';
    return atom.repeat(Math.min(least + (isOpen ? this.extra : 0), 10_000));
  }

  #atom(): string {
    if (this.#take('(')) {
      const [kind = ''] = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(this.source.slice(this.#at)) ?? [];
      this.#at += kind.length;
      const text = this.alternatives();
      this.#take(')');
      return /[=!]$/.test(kind) ? '' : text;
    }
    const [atom = ''] =
      /^(?:\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\.|.)/su.exec(
        this.source.slice(this.#at),
      ) ?? [];
    this.#at += atom.length;
    if (/^(?:[\^$]|\\[bB]|\\[1-9])$/.test(atom)) return '';
    const matches = new RegExp(`^${atom}$`, 'u');
    return characters.find((character) => matches.test(character)) ?? '';
  }

  #take(character: string): boolean {
    const isNext = this.source[this.#at] === character;
    if (isNext) this.#at++;
    return isNext;
  }
}

/**
 * A text that the pattern matches, with at least and at most so many characters; `undefined` where none is found.
 * @throws SyntaxError when the pattern is none
 */
export function samplePattern(source: string, least: number, most: number): string | undefined {
  const pattern = new RegExp(source, 'u');
  const fits = (text: string) => text.length >= least && text.length <= most && pattern.test(text);
  const shortest = new Writer(source, 0).alternatives();
  const missing = Math.max(0, least - shortest.length);
  // Of an expression without anchors, anything may stand around the match.
  const candidates = [
    shortest,
    shortest.padEnd(least, 'x'),
    new Writer(source, 1).alternatives(),
    new Writer(source, missing).alternatives(),
  ];
  return candidates.find(fits);
}
