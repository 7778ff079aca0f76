/** Reads JSON that somebody else wrote: none that is deeper than what walks through it, level by level, can go. */

/** Levels of arrays and objects; a few times as many are more than fit on a stack, and all are more than anybody means. */
export const deepest = 1000;

/** Text that is not read. The message says so of a subject, such as `is not valid JSON: …`. */
export class UnreadableJsonError extends Error {
  /** @param expected what it must be */
  constructor(
    message: string,
    readonly expected: string,
  ) {
    super(message);
  }
}

/** Where the string that begins at an index ends: at its last character, or past the end of a text that has none. */
export function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}

// Codes are compared in half the time that characters take.
const [quote, openBracket, closeBracket, openBrace, closeBrace] = [0x22, 0x5b, 0x5d, 0x7b, 0x7d];

/** Whether JSON is nested deeper than so many levels; of another text, whether it may be. Told by the text: to list the members of large objects takes as long as to parse them. */
export function isDeeper(text: string, than: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = endOfString(text, at);
        break;
      case openBracket:
      case openBrace:
        if (++depth > than) return true;
        break;
      case closeBracket:
      case closeBrace:
        depth--;
    }
  }
  return false;
}

/** @throws UnreadableJsonError for text that is no JSON, and for what is nested deeper than anybody means */
export function readJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UnreadableJsonError(`is not valid JSON: ${(error as Error).message}`, 'must be JSON');
  }
  // A level takes two characters.
  if (text.length > 2 * deepest && isDeeper(text, deepest))
    throw new UnreadableJsonError(`is nested more than ${deepest} levels deep`, `must be nested at most ${deepest} levels deep`);
  return value;
}

/** Whether a value is nested deeper than it would be read. */
export function isTooDeep(value: unknown, levels = deepest): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) return value.some((item) => isTooDeep(item, levels - 1));
  for (const name in value) if (isTooDeep((value as Record<string, unknown>)[name], levels - 1)) return true;
  return false;
}

/** What the text says, or the text itself where it is not read. */
export function jsonOrText(text: string): unknown {
  // To try and fail takes long, and there may be many texts.
  if (!/^\s*["[{tfn\d-]/.test(text)) return text;
  try {
    return readJson(text);
  } catch {
    return text;
  }
}
