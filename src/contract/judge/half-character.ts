/** Where halves of characters are in a value. */
import { readJson } from '../../http/json/json-text.js';
import { mayHoldHalf } from '../../http/json/whole-characters.js';
import { formatPointer } from '../pointer.js';
import type { JudgedWarning } from './warning.js';

const half = /\p{Surrogate}/u;

/** Browsers of before 2023 have no word for it. */
const hasHalf = (text: string & { isWellFormed?(): boolean }): boolean => (text.isWellFormed ? !text.isWellFormed() : half.test(text));

/** A text with half of a character. */
export interface Half {
  /** JSON pointer. */
  pointer: string;
  text: string;
}

/** The first text that has half of a character, in a value or in a name; `undefined` where none has. */
export function halfCharacterIn(value: unknown): Half | undefined {
  const path: string[] = [];
  const text = look(value, path);
  return text === undefined ? undefined : { pointer: formatPointer(path.reverse()), text };
}

/** @param path takes where it is, from the innermost name, where there is one: most values have none */
function look(part: unknown, path: string[]): string | undefined {
  if (typeof part === 'string') return hasHalf(part) ? part : undefined;
  if (typeof part !== 'object' || part === null) return undefined;
  for (const name in part) {
    const text = hasHalf(name) ? name : look((part as Record<string, unknown>)[name], path);
    if (text === undefined) continue;
    path.push(name);
    return text;
  }
  return undefined;
}

/** What is expected of all texts. */
export const wholeCharacters = 'must be of whole characters';

/** Half of a character in a request, which counts as one that cannot be read. @param json the body as it came, which has been read already */
export function halfCharacter(json: string): JudgedWarning[] {
  const found = mayHoldHalf(json) ? halfCharacterIn(readJson(json)) : undefined;
  if (!found) return [];
  const message = 'half of a character counts as U+FFFD';
  return [{ in: 'body', pointer: found.pointer, keyword: 'utf-8', expected: wholeCharacters, got: 'half of one', message }];
}
