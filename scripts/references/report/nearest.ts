/** The name that was probably meant. */
import { mostSimilar } from '../../../src/contract/similarity.js';

/** What is less alike is another name, not a misspelt one. */
const alike = 0.5;

/** Letters to be put in, left out, replaced, or swapped with the next, to make one text the other. */
function slips(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const [above = 0, diagonal = 0, left = 0] = [row[j], row[j - 1], next[j - 1]];
      const same = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(above + 1, left + 1, same ? diagonal : diagonal + 1, isSwapped ? (before[j - 2] ?? 0) + 1 : i + j);
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}

/**
 * The known name that is most like the given one: one that a slip or two made, since swapped letters leave a short name few pairs of
 * its own, else the one with the most pairs of letters in common.
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const names = [...known];
  let best: string | undefined;
  let least = Math.ceil(name.length / 4) + 1;
  for (const other of names) {
    // Texts of other lengths need as many slips as they differ in length.
    if (Math.abs(other.length - name.length) >= least) continue;
    const count = slips(name, other);
    if (count < least) [best, least] = [other, count];
  }
  return best ?? mostSimilar(name, names, alike);
}

/** The end of a message about a name that nobody knows. */
export function didYouMean(name: string, known: Iterable<string>): string {
  return suggestion(nearest(name, known));
}

/** The end of a message, with what was meant if that is known. */
export const suggestion = (meant: string | undefined): string => (meant === undefined ? '.' : `; did you mean ${meant}?`);
