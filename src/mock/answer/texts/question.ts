/** What a question says of the answer that it wants: its language, its form, its length. */
import type { AnswerSamples, SampleLanguage, SampleLength } from '../../../contract/prepared/answer-samples.js';
import { shareOf, unspacedLetters, wordCounter } from './language.js';
import { spokenPart } from './spoken-part.js';
import { type Found, WordFinder } from './word-finder.js';

export interface Wanted {
  language: SampleLanguage;
  /** Name of a form. */
  form?: string;
  /** Names of forms that are not to be. */
  unwanted: ReadonlySet<string>;
  length?: SampleLength;
  /** That many. */
  words?: number;
}

/** A negation is at most so many characters away from what it is about: further before than behind. */
const reach = { before: 20, after: 8 };
/** A number of words that is larger is about something else. */
const mostWords = 2000;

const clauseEnd = /[.,;:!?。，、；：！？،؛।\n]/;

/** What a word of a question means. */
type Meaning = { kind: 'language' | 'form' | 'length'; name: string } | { kind: 'before' | 'after' | 'unit'; name?: undefined };

const meanings = (kind: 'language' | 'form' | 'length', named: Readonly<Record<string, { asked: string[] }>>): [string, Meaning][] =>
  Object.entries(named).flatMap(([name, { asked }]) => asked.map((word): [string, Meaning] => [word, { kind, name }]));

export class QuestionReader {
  readonly #samples: AnswerSamples;
  readonly #languages: { language: SampleLanguage; share: (text: string) => number; count: (text: string) => number }[];
  readonly #finder: WordFinder<Meaning>;

  /** @param samples of one language or more */
  constructor(samples: AnswerSamples) {
    this.#samples = samples;
    const languages = Object.values(samples.languages);
    this.#languages = languages.map((language) => ({ language, share: shareOf(language), count: wordCounter(language) }));
    const { negations, units } = samples;
    const plain = (kind: 'before' | 'after' | 'unit', words: string[]) => words.map((word): [string, Meaning] => [word, { kind }]);
    this.#finder = new WordFinder(
      [
        ...meanings('language', samples.languages),
        ...meanings('form', samples.forms),
        ...meanings('length', samples.lengths),
        ...plain('before', negations.before),
        ...plain('after', negations.after),
        ...plain('unit', units),
      ],
      unspacedLetters(languages),
    );
  }

  read(question: string): Wanted {
    const text = spokenPart(question);
    const found = this.#finder.find(text);
    const wished = { language: new Set<string>(), form: new Set<string>(), length: new Set<string>() };
    const unwanted = new Set<string>();
    for (const { value, ...place } of found) {
      if (value.name === undefined) continue;
      if (!isNegated(text, found, place)) wished[value.kind].add(value.name);
      else if (value.kind === 'form') unwanted.add(value.name);
    }
    const { languages, forms, lengths } = this.#samples;
    const [asked] = wished.language;
    const language = (asked === undefined ? undefined : languages[asked]) ?? this.#languageOf(text);
    const form = Object.keys(forms).find((name) => wished.form.has(name));
    const lengthName = Object.keys(lengths).find((name) => wished.length.has(name));
    const length = lengthName === undefined ? this.#lengthFor(text, language) : lengths[lengthName];
    const words = numberBefore(text, found);
    return {
      language,
      unwanted,
      ...(form !== undefined && { form }),
      ...(length && { length }),
      ...(words > 0 && words <= mostWords && { words }),
    };
  }

  /** The language of most of the words. */
  #languageOf(text: string): SampleLanguage {
    const sizes = this.#languages.map(({ language, share }) => ({ language, size: share(text) }));
    return sizes.reduce((best, other) => (other.size > best.size ? other : best)).language;
  }

  /** The length that questions as short as this one get without asking. */
  #lengthFor(text: string, language: SampleLanguage): SampleLength | undefined {
    const words = this.#languages.find((other) => other.language === language)?.count(text) ?? 0;
    return Object.values(this.#samples.lengths).find(({ question = -1 }) => words <= question);
  }
}

/** Whether a negation stands close by in the same clause. */
function isNegated(text: string, found: readonly Found<Meaning>[], { from, to }: { from: number; to: number }): boolean {
  return found.some((other) => {
    const [begin, end] = other.value.kind === 'before' ? [other.to, from] : [to, other.from];
    const limit = other.value.kind === 'before' || other.value.kind === 'after' ? reach[other.value.kind] : -1;
    return end >= begin && end - begin <= limit && !clauseEnd.test(text.slice(begin, end));
  });
}

/** The number that stands before a unit; 0 where there is none. */
function numberBefore(text: string, found: readonly Found<Meaning>[]): number {
  for (const { value, from } of found) {
    const [, number] = (value.kind === 'unit' && /(?<![\d.,])(\d{1,5}) ?$/.exec(text.slice(Math.max(0, from - 8), from))) || [];
    if (number !== undefined) return Number(number);
  }
  return 0;
}
