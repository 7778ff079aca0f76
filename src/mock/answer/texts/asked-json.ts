/** Whether words ask for an answer in JSON, as clients do that know no better way. */
import type { AnswerSamples, SampleJson } from '../../../contract/prepared/answer-samples.js';
import { unspacedLetters } from './language.js';
import { spokenPart } from './spoken-part.js';
import { type Found, WordFinder } from './word-finder.js';

/** JSON as it is asked for. */
export interface AskedJson {
  shape: 'object' | 'array' | 'lines';
  /** Whether it is to stand in a block of code. */
  isFenced: boolean;
}

type Meaning = keyof SampleJson | 'no';

/** A negation is at most so many characters before what it is about. */
const reach = 20;

const sentenceEnd = /[.!?。！？؟।\n]/;
const clauseEnd = /[.,;:!?。，、；：！？،؛।\n]/;

/** Talk of a block of code, which is none itself. */
const namedFence = /```json\b(?![ \t]*(?:\n|$))/i;

export class JsonReader {
  readonly #finder: WordFinder<Meaning>;
  /** Its name, without which nothing is asked: most texts are not looked at any closer. */
  readonly #name: RegExp;

  constructor({ json, negations, languages }: Pick<AnswerSamples, 'json' | 'negations' | 'languages'>) {
    const lists = Object.entries({ ...json, no: negations.before }) as [Meaning, string[]][];
    const words = lists.flatMap(([meaning, list]) => list.map((word): [string, Meaning] => [word, meaning]));
    this.#name = new RegExp(json ? json.object.join('|').replaceAll('*', '') : '(?!)');
    this.#finder = new WordFinder(words, unspacedLetters(Object.values(languages)));
  }

  read(text: string): AskedJson | undefined {
    const spoken = spokenPart(text);
    if (!this.#name.test(spoken)) return undefined;
    const found = this.#finder.find(spoken);
    const asked = new Set(found.filter((word) => isAsked(word, spoken, found)).map(({ value }) => value));
    if (asked.size === 0) return undefined;
    const shape = asked.has('lines') ? 'lines' : asked.has('array') ? 'array' : 'object';
    const fence = found.find(({ value }) => value === 'fenced');
    return { shape, isFenced: fence ? !isNegated(fence, spoken, found) : namedFence.test(text) };
  }
}

const names: ReadonlySet<Meaning> = new Set(['object', 'array', 'lines', 'plainly']);

const isNegated = ({ from }: Pick<Found<Meaning>, 'from'>, text: string, found: readonly Found<Meaning>[]): boolean =>
  found.some(({ value, to }) => value === 'no' && to <= from && from - to <= reach && !clauseEnd.test(text.slice(to, from)));

function isAsked({ value, from, to }: Found<Meaning>, text: string, found: readonly Found<Meaning>[]): boolean {
  if (!names.has(value) || isNegated({ from }, text, found)) return false;
  let begin = from;
  while (begin > 0 && !sentenceEnd.test(text.charAt(begin - 1))) begin--;
  let end = to;
  while (end < text.length && !sentenceEnd.test(text.charAt(end))) end++;
  const beside = found.filter((other) => other.from >= begin && other.to <= end);
  if (beside.some((other) => other.value === 'unless' && other.to <= from)) return false;
  return value === 'plainly' || beside.some((other) => other.value === 'by');
}
