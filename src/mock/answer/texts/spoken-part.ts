/** What of a text may say what is wanted. */

/** Who asks and who pastes a document after it say what they want first or last. */
const [first, last] = [500, 1500];

/** The question in lower case, without code and addresses, and without the middle of a long one. */
export function spokenPart(question: string): string {
  const ends = question.length <= first + last ? question : `${question.slice(0, first)}\n${question.slice(-last)}`;
  return ends
    .replace(/```.*?(?:```|$)/gs, ' ')
    .replace(/https?:\/\/\S+/g, ' ')
    .toLowerCase()
    .replace(/[ \t-]+/g, ' ');
}
