/** Finds a member that an object of a JSON text has twice: readers take the one or the other. */

import { endOfString } from '../http/json/json-text.js';

const [quote, openBracket, closeBracket, openBrace, closeBrace, colon] = [0x22, 0x5b, 0x5d, 0x7b, 0x7d, 0x3a];

/** A text longer than that is not searched. */
const longest = 2 ** 20;

/** @param text valid JSON @param value what it says */
export function doubledMember(text: string, value: unknown): string | undefined {
  // What is written down as it was read lacks nothing, which is known sooner.
  if (text.length > longest || JSON.stringify(value).length === text.length) return undefined;
  const around: (Set<string> | undefined)[] = [];
  let names: Set<string> | undefined;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      const end = endOfString(text, at);
      let next = end + 1;
      while (text.charCodeAt(next) <= 0x20) next++;
      if (text.charCodeAt(next) === colon) {
        const name = text.slice(at + 1, end);
        if (names?.has(name)) return name;
        names?.add(name);
      }
      at = end;
    } else if (code === openBrace || code === openBracket) {
      around.push(names);
      names = code === openBrace ? new Set() : undefined;
    } else if (code === closeBrace || code === closeBracket) names = around.pop();
  }
  return undefined;
}
