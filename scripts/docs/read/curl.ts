/** Reads the `curl` lines of a code sample. */
import type { Call } from '../page.js';

const bodyOptions = new Set(['-d', '--data', '--data-raw', '--data-binary', '--data-ascii', '--json']);
const methodOptions = new Set(['-X', '--request']);

/** The words of a shell command that ends at the first bare line break; `undefined` when a quote stays open. */
function shellWords(text: string): string[] | undefined {
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
      if (next !== '\n') word = (word ?? '') + next;
    } else if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      if (character === '\n') break;
    } else {
      word = (word ?? '') + character;
    }
  }
  if (quote) return undefined;
  return word === undefined ? words : [...words, word];
}

/** @returns the calls, and whether the text ends inside one */
export function readCalls(text: string): { calls: Call[]; cut: boolean } {
  const calls: Call[] = [];
  for (const { index } of text.matchAll(/^\s*curl\s/gm)) {
    const words = shellWords(text.slice(index).trimStart());
    if (!words) return { calls, cut: true };
    const after = (options: Set<string>) => words[words.findIndex((word) => options.has(word)) + 1 || words.length];
    const url = words.find((word) => /^https?:/.test(word) && URL.canParse(word));
    const body = after(bodyOptions);
    if (url)
      calls.push({
        method: (after(methodOptions) ?? (body === undefined ? 'GET' : 'POST')).toUpperCase(),
        url,
        ...(body !== undefined && { body }),
      });
  }
  return { calls, cut: false };
}
