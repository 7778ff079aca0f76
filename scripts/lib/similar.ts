/** How alike two names are: the share of letter pairs that they have in common (Dice), from 0 to 1. */
export function similarity(a: string, b: string): number {
  const pairs = (text: string) => Array.from({ length: text.length - 1 }, (_, index) => text.slice(index, index + 2).toLowerCase());
  if (a === b) return 1;
  const [left, right] = [pairs(a), pairs(b)];
  let common = 0;
  const rest = [...right];
  for (const pair of left) {
    const index = rest.indexOf(pair);
    if (index < 0) continue;
    rest.splice(index, 1);
    common++;
  }
  return left.length + right.length === 0 ? 0 : (2 * common) / (left.length + right.length);
}

/** The candidate that is most like a name, if any is at all like it. */
export function nearest(name: string, candidates: Iterable<string>, atLeast = 0.5): string | undefined {
  let best: { candidate: string; score: number } | undefined;
  for (const candidate of candidates) {
    const score = similarity(name, candidate);
    if (score >= atLeast && score > (best?.score ?? 0)) best = { candidate, score };
  }
  return best?.candidate;
}
