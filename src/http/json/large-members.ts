/** Members of JSON that are too large to be worth reading: to find where one ends takes a tenth of the time that it takes to parse. */
import { deepest, endOfString } from './json-text.js';

/** A member that was left out. */
export interface LargeMember {
  name: string;
  /** Characters of its value. */
  length: number;
}

const [quote, colon, openBracket, closeBracket, openBrace, closeBrace] = [0x22, 0x3a, 0x5b, 0x5d, 0x7b, 0x7d];

/** Characters of a name that are looked at: texts that are no names are longer. */
const longestName = 50;

/** Of what is no blank, the place of the first. */
function pastBlanks(text: string, start: number): number {
  let at = start;
  for (let code = text.charCodeAt(at); code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09; code = text.charCodeAt(at)) at++;
  return at;
}

/** Past the end of the object that begins at an index; `undefined` where the text has none, or where it is too deep to be read. */
function pastEnd(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = endOfString(text, at);
        break;
      case openBracket:
      case openBrace:
        if (++depth > deepest) return undefined;
        break;
      case closeBracket:
      case closeBrace:
        if (--depth === 0) return at + 1;
    }
  }
  return undefined;
}

/**
 * The text with something smaller for members whose values are objects, where one is too long, and as soon as all are. What a member that is left out
 * says is not looked at, so that it may be no JSON.
 * @param names of the members
 * @param most characters that are read of one value, and of all
 * @param instead the JSON that stands for a value that is left out
 */
export function withoutLargeMembers(text: string, names: RegExp, most: { ofOne: number; ofAll: number }, instead: string) {
  const leftOut: LargeMember[] = [];
  const kept: string[] = [];
  let keptTo = 0;
  let left = most.ofAll;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at)) {
    const end = endOfString(text, at);
    const name = text.slice(at + 1, Math.min(end, at + longestName));
    at = end + 1;
    if (!names.test(name)) continue;
    const afterName = pastBlanks(text, at);
    if (text.charCodeAt(afterName) !== colon) continue;
    const start = pastBlanks(text, afterName + 1);
    if (text.charCodeAt(start) !== openBrace) continue;
    const past = pastEnd(text, start);
    if (past === undefined) break;
    at = past;
    const length = at - start;
    if (length <= Math.min(most.ofOne, left)) {
      left -= length;
      continue;
    }
    leftOut.push({ name, length });
    kept.push(text.slice(keptTo, start), instead);
    keptTo = at;
  }
  return { text: leftOut.length === 0 ? text : `${kept.join('')}${text.slice(keptTo)}`, leftOut };
}
