/** How alike two names are: the share of letter pairs that they have in common (Dice), from 0 to 1, be they upper case or lower. */

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let end = 2; end <= text.length; end++) {
    const pair = text.slice(end - 2, end);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function similarTo(name: string): (other: string) => number {
  const wanted = name.toLowerCase();
  const wantedPairs = pairsOf(wanted);
  return (other) => {
    const text = other.toLowerCase();
    if (text === wanted) return 1;
    let common = 0;
    for (const [pair, count] of pairsOf(text)) common += Math.min(count, wantedPairs.get(pair) ?? 0);
    return (2 * common) / Math.max(1, wanted.length + text.length - 2);
  };
}

export const similarity = (a: string, b: string): number => similarTo(a)(b);

/** The candidate that is most like a name, if any is at all like it. */
export function mostSimilar<T>(
  name: string,
  candidates: Iterable<T>,
  atLeast: number,
  nameOf: (candidate: T) => string = String,
): T | undefined {
  const likeness = similarTo(name);
  let best: T | undefined;
  let most = 0;
  for (const candidate of candidates) {
    const value = likeness(nameOf(candidate));
    if (value >= atLeast && value > most) [best, most] = [candidate, value];
  }
  return best;
}
