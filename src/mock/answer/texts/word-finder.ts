/** Finds many words and phrases in a text at once: each letter is looked at about once, however many words there are. */

interface Node<T> {
  next: Map<string, Node<T>>;
  /** What the word stands for that ends here. */
  value?: T;
  /** Whether letters may follow. */
  open?: boolean;
}

export interface Found<T> {
  value: T;
  from: number;
  to: number;
}

/** What a character is to a reader who looks for the ends of words. */
type Kind = 'letter' | 'unspaced' | 'digit' | 'other';

/** How many letters there may be before a word that begins with `*`, such as an article that is written together with it. */
const longestPrefix = 3;

export class WordFinder<T> {
  /** Words that begin where a word of the text does. */
  readonly #words: Node<T> = { next: new Map() };
  /** Those that may begin some letters later. */
  readonly #inner: Node<T> = { next: new Map() };

  /**
   * @param words in lower case; a `*` at the beginning or the end of one stands for any letters
   * @param unspaced matches a letter of a language whose words do not stand apart: they are found anywhere
   */
  constructor(
    words: Iterable<readonly [word: string, value: T]>,
    readonly unspaced: RegExp,
  ) {
    for (const [word, value] of words) {
      const [, before, letters = '', after] = /^(\*?)(.*?)(\*?)$/.exec(word) ?? [];
      let node = before ? this.#inner : this.#words;
      for (const letter of letters.split('')) {
        let next = node.next.get(letter);
        if (!next) {
          next = { next: new Map() };
          node.next.set(letter, next);
        }
        node = next;
      }
      // Of two that a word stands for, the first counts.
      node.value ??= value;
      if (after) node.open = true;
    }
  }

  /**
   * The longest word at each place, in the order of the text, none inside of another.
   * @param text in lower case, with one space between two words
   */
  find(text: string): Found<T>[] {
    const kinds: Kind[] = [];
    for (let at = 0; at < text.length; at++) kinds.push(this.#kindOf(text.charAt(at)));
    const found: Found<T>[] = [];
    let begin = 0;
    for (let at = 0; at < text.length; at++) {
      if (kinds[at] === 'unspaced' || kinds[at - 1] !== 'letter') begin = at;
      const match =
        (at === begin ? walk(this.#words, text, at, kinds) : undefined) ??
        (at - begin <= longestPrefix ? walk(this.#inner, text, at, kinds) : undefined);
      if (!match) continue;
      found.push(match);
      at = match.to - 1;
    }
    return found;
  }

  #kindOf(character: string): Kind {
    if (character >= '0' && character <= '9') return 'digit';
    if (character < '\u0080') return character >= 'a' && character <= 'z' ? 'letter' : 'other';
    if (this.unspaced.test(character)) return 'unspaced';
    return /[\p{L}\p{M}\p{N}]/u.test(character) ? 'letter' : 'other';
  }
}

function walk<T>(root: Node<T>, text: string, from: number, kinds: readonly Kind[]): Found<T> | undefined {
  let longest: Found<T> | undefined;
  let node: Node<T> | undefined = root;
  for (let at = from; node; at++) {
    const { value, open } = node;
    const ends = open || kinds[at] !== 'letter' || kinds[at - 1] === 'unspaced';
    if (value !== undefined && ends) longest = { value, from, to: at };
    node = node.next.get(text.charAt(at));
  }
  return longest;
}
