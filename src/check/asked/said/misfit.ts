/** What does not fit. */
export interface Misfit {
  /** Number of the event, from 1; 1 in a whole answer. */
  event: number;
  pointer: string;
  expected: string;
  got: unknown;
}

/** A list in words, of which a message shows a few. */
export const inShort = (words: readonly string[]): string =>
  words.length > 5 ? `${words.slice(0, 5).join(', ')} and ${words.length - 5} more` : words.join(', ');
