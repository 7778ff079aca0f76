/** Makes a text of a wanted length of sentences that stand by themselves. */

export interface Sentence {
  text: string;
  words: number;
}

/** Sentences of a paragraph. */
const [fewest, most] = [3, 6];

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const copy = [...list];
  for (let index = copy.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [copy[index], copy[other]] = [copy[other] as T, copy[index] as T];
  }
  return copy;
}

const wordsOf = (sentences: readonly Sentence[]): number => sentences.reduce((total, { words }) => total + words, 0);

/** As few of the sentences as have together as many words, or nearly as many as they can. */
function sum(sentences: readonly Sentence[], words: number): Sentence[] {
  const sums: (Sentence[] | undefined)[] = [[]];
  for (const sentence of sentences) {
    for (let total = words; total >= sentence.words; total--) {
      const rest = sums[total - sentence.words];
      if (rest && rest.length + 1 < (sums[total]?.length ?? Number.POSITIVE_INFINITY)) sums[total] = [...rest, sentence];
    }
  }
  return sums.findLast((found) => found !== undefined) ?? [];
}

/**
 * Paragraphs of that many words, each made of other sentences than the one before: all are used before one comes again.
 * @param between what stands between two sentences
 */
export function composeText(sentences: readonly Sentence[], words: number, random: () => number, between: string): string {
  const longest = Math.max(...sentences.map((sentence) => sentence.words));
  const chosen: Sentence[] = [];
  let missing = words;
  let round = shuffled(sentences, random);
  while (missing > 2 * longest) {
    if (round.length === 0) round = shuffled(sentences, random);
    const next = round.pop() as Sentence;
    chosen.push(next);
    missing -= next.words;
  }
  // The last ones make up the number, if they can without coming again; the shortest end the text.
  const unused = sum(round, missing);
  const last = wordsOf(unused) === missing ? unused : sum(shuffled(sentences, random), missing);
  chosen.push(...last.sort((a, b) => b.words - a.words));
  const paragraphs: string[] = [];
  for (let at = 0; at < chosen.length; ) {
    const size = fewest + Math.floor(random() * (most - fewest + 1));
    // No paragraph of one sentence is left over.
    const end = chosen.length - at - size < 2 ? chosen.length : at + size;
    const paragraph = chosen.slice(at, end);
    paragraphs.push(paragraph.map(({ text }) => text).join(between));
    at = end;
  }
  return paragraphs.join('\n\n');
}
