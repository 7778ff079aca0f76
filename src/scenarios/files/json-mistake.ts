/** Where a text stops being JSON, and why, in one line: what the engine says of it differs, and may hold a piece of the text. */

export interface JsonMistake {
  message: string;
  /** Of the first character that cannot stand there; the length of the text where it ends too early. */
  offset: number;
}

/** @returns `undefined` for JSON */
export function jsonMistake(text: string): JsonMistake | undefined {
  const message = mistakeOf(text);
  if (message === undefined) return undefined;
  // The longest beginning that more text could make JSON.
  let [good, bad] = [0, text.length];
  if (isBeginning(text)) good = bad;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isBeginning(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return { message: message.replace(/ in JSON at position .*|,? (?:"|\.\.\.).* is not valid JSON$| \(line .*/s, ''), offset: good };
}

function mistakeOf(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function isBeginning(text: string): boolean {
  const message = mistakeOf(text);
  return (
    message === undefined || /end of JSON|Unterminated/.test(message) || Number(/position (\d+)/.exec(message)?.[1] ?? -1) >= text.length
  );
}
