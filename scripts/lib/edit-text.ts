/** Edits of a text that leave every other character as it is. */

export interface Edit {
  start: number;
  end: number;
  /** What is to stand there. */
  text: string;
}

/** @param edits none of which overlaps another */
export const editText = (text: string, edits: Edit[]): string =>
  [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((edited, { start, end, text }) => edited.slice(0, start) + text + edited.slice(end), text);
