/** Reads the `curl` lines of a code sample. */
import type { Call } from './page.js';

const bodyOptions = new Set(['-d', '--data', '--data-raw', '--data-binary', '--data-ascii', '--json']);
/** Options that send something that is no text to compare. */
const sendingOptions = new Set(['-F', '--form', '--form-string', '--data-urlencode']);
const methodOptions = new Set(['-X', '--request']);
/** Options without a value that say how it is called. */
const methodByOption: Readonly<Record<string, string>> = { '-G': 'GET', '--get': 'GET', '-I': 'HEAD', '--head': 'HEAD' };

/** The words of a shell command that ends at the first bare line break, and whether a quote stays open after them. */
function shellWords(text: string): { words: string[]; open: boolean } {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let index = 0; index < text.length; index++) {
    const character = text[index] as string;
    if (quote) {
      if (character === quote) quote = '';
      else if (character === '\\' && quote === '"') word += text[++index] ?? '';
      else word += character;
    } else if (character === "'" || character === '"') {
      quote = character;
      word ??= '';
    } else if (character === '\\') {
      const next = text[++index] ?? '';
      // A line that goes on, be it that its break was lost.
      if (next === ' ') {
        if (word !== undefined) words.push(word);
        word = undefined;
      } else if (next !== '\n') word = (word ?? '') + next;
    } else if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      if (character === '\n') break;
    } else {
      word = (word ?? '') + character;
    }
  }
  return { words: word === undefined || quote ? words : [...words, word], open: quote !== '' };
}

const methodOf = (words: readonly string[], said: string | undefined, hasBody: boolean): string =>
  (
    said ??
    words.flatMap((word) => methodByOption[word] ?? [])[0] ??
    (hasBody || words.some((word) => sendingOptions.has(word)) ? 'POST' : 'GET')
  ).toUpperCase();

/** @returns the calls, and whether the text ends inside one */
export function readCalls(text: string): { calls: Call[]; cut: boolean } {
  const calls: Call[] = [];
  const begins = [...text.matchAll(/(?:^|(?<=\s))curl\s+(?=-|'|"|http)/gm)].map(({ index }) => index);
  for (const [number, index] of begins.entries()) {
    const { words, open } = shellWords(text.slice(index, begins[number + 1]));
    // Where line breaks are lost, the apostrophes of the text after the command look like quotes of it.
    if (open && (/^-/.test(words.at(-1) ?? '') || !words.some((word) => URL.canParse(word)))) return { calls, cut: true };
    // The value of a short option may stand right behind it.
    const after = (options: Set<string>) =>
      words.flatMap((word, index) => {
        const joined = /^(-[Xd])(?=.)/s.exec(word)?.[1];
        return options.has(word) ? (words[index + 1] ?? []) : joined && options.has(joined) ? word.slice(joined.length) : [];
      })[0];
    const url = words.find((word) => /^https?:/.test(word) && URL.canParse(word));
    const body = after(bodyOptions);
    if (url)
      calls.push({
        method: methodOf(words, after(methodOptions), body !== undefined),
        url,
        ...(body !== undefined && { body }),
      });
  }
  return { calls, cut: false };
}
