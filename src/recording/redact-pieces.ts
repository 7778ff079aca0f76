/** Takes known keys out of the pieces of a stream, wherever it was cut. */
import { escapePattern } from '../contract/escape-pattern.js';
import { redacted, type Secrets } from '../journal/secrets.js';

/** Where the JSON string ends whose first quote stands at an index; the end of the text where it does not. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

/** Where the JSON value ends that begins at an index. */
function endOfValue(text: string, start: number): number {
  if (text[start] === '"') return endOfString(text, start);
  if (!'[{'.includes(text[start] ?? ' ')) {
    const length = text.slice(start, start + longestWord).search(/[\s,\]}]/);
    return length === -1 ? Math.min(text.length, start + longestWord) : start + length;
  }
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at] as string;
    if (character === '"') at = endOfString(text, at) - 1;
    else if ('[{'.includes(character)) depth++;
    else if (']}'.includes(character) && --depth === 0) return at + 1;
  }
  return text.length;
}

/** More characters than a number, `true`, `false` or `null` has. */
const longestWord = 400;

/** A part of a text, and what stands in its place. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The values of members that were named, as they stand in JSON. */
function* memberEdits(text: string, { members }: Secrets): Generator<Edit> {
  if (members.size === 0) return;
  const name = new RegExp(`"(?:${[...members].map(escapePattern).join('|')})"\\s*:\\s*`, 'gi');
  for (let match = name.exec(text); match; match = name.exec(text)) {
    const start = name.lastIndex;
    const end = endOfValue(text, start);
    yield { start, end, text: JSON.stringify(redacted) };
    name.lastIndex = end;
  }
}

/** @param isCut whether the text may end within a key */
function* keyEdits(text: string, secrets: Secrets, isCut: boolean): Generator<Edit> {
  const cut = isCut ? secrets.cutAt(text) : undefined;
  if (cut !== undefined) yield { start: cut, end: text.length, text: redacted };
  const pattern = secrets.patternIn(text);
  for (const { index: start, 0: found } of pattern ? text.matchAll(pattern) : []) {
    const end = start + found.length;
    yield { start, end, text: /^\d+$/.test(found) && isBare(text, start, end) ? '0' : redacted };
  }
}

/** In order; a key within a member goes with it. */
function editsOf(text: string, secrets: Secrets, isCut: boolean): Edit[] {
  const edits = [...memberEdits(text, secrets), ...keyEdits(text, secrets, isCut)].sort((one, other) => one.start - other.start);
  let end = 0;
  return edits.filter((edit) => {
    const isOwn = edit.start >= end;
    if (isOwn) end = edit.end;
    return isOwn;
  });
}

/** Whether a number stands by itself in JSON, where a text in its place would have no quotes. */
const isBare = (text: string, start: number, end: number): boolean =>
  /[:,[]\s*$/.test(text.slice(Math.max(0, start - 8), start)) && /^\s*(?:[,\]}]|$)/.test(text.slice(end, end + 8));

/**
 * The pieces without them, cut where they were. What was cut in two is taken out of both.
 * @param isCut whether there is more that is not known, so that they may end within a key
 */
export function redactPieces(pieces: readonly string[], secrets: Secrets, isCut = false): string[] {
  const text = pieces.join('');
  const edits = editsOf(text, secrets, isCut);
  let at = 0;
  let next = 0;
  let end = 0;
  return pieces.map((piece) => {
    end += piece.length;
    let kept = '';
    for (let edit = edits[next]; edit && edit.start < end; edit = edits[++next]) {
      kept += text.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    if (at < end) {
      kept += text.slice(at, end);
      at = end;
    }
    return kept;
  });
}
