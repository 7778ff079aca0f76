/** Finds a member that an object of a JSON text has twice: readers take the one or the other. */

import { endOfString } from '../http/json/json-text.js';

const [quote, openBracket, closeBracket, openBrace, closeBrace, colon] = [0x22, 0x5b, 0x5d, 0x7b, 0x7d, 0x3a];

/** A text longer than that is not searched. */
const longest = 2 ** 20;

/** How often a text has a colon: as often as its objects have members, and in its strings. */
function colonsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) count++;
  return count;
}

function membersIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) count += membersIn(value[index]);
    return count;
  }
  for (const name in value) count += 1 + membersIn((value as Record<string, unknown>)[name]);
  return count;
}

/** Whether no member can be missing, which is known sooner than where one is. */
const isWhole = (text: string, value: unknown): boolean =>
  colonsIn(text) === membersIn(value) || JSON.stringify(value).length === text.length;

/** @param text valid JSON @param value what it says */
export function doubledMember(text: string, value: unknown): string | undefined {
  if (text.length > longest || isWhole(text, value)) return undefined;
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
