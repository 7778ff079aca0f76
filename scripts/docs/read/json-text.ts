/** Finds JSON in running text. */
import type { Json } from '../../lib/document.js';

export interface JsonBlock {
  start: number;
  /** Index after the block; absent when the text ends inside it. */
  end?: number;
  /** Absent when the block is not JSON. */
  value?: Json;
}

/** Index after the bracket that closes the one at `start`, or `undefined` when the text ends first. */
function closing(text: string, start: number): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let index = start; index < text.length; index++) {
    const character = text[index];
    if (quoted) {
      if (character === '\\') index++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') depth++;
    else if ((character === '}' || character === ']') && --depth === 0) return index + 1;
  }
  return undefined;
}

/** Parses JSON; `undefined` when it is none. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** How many characters are read for brackets that begin nothing: each costs a walk to the end, and no page has so many. */
const mostRead = 20_000_000;

/**
 * Every block that begins with a bracket at the start of a line, whatever it is, and every object with members, or array of such, that
 * begins elsewhere. Outermost ones only.
 */
export function jsonBlocks(text: string): JsonBlock[] {
  const blocks: JsonBlock[] = [];
  let from = 0;
  let read = 0;
  for (const { index: start, 0: bracket } of text.matchAll(/\{|\[/g)) {
    if (start < from) continue;
    const leads = /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, start - 200), start));
    if (!leads && !(bracket === '{' ? /^\{\s*"/ : /^\[\s*\{\s*"/).test(text.slice(start, start + 200))) continue;
    if (read > mostRead) break;
    const end = closing(text, start);
    const value = end === undefined ? undefined : parseJson(text.slice(start, end));
    if (leads || value !== undefined) blocks.push({ start, ...(end !== undefined && { end }), ...(value !== undefined && { value }) });
    if (value !== undefined) from = end ?? from;
    else read += (end ?? text.length) - start;
  }
  return blocks;
}
