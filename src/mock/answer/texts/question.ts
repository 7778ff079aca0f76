/** What a question says of the answer that it wants: its language, its form, its length. */
import { escapePattern } from '../../../contract/escape-pattern.js';
import type { AnswerSamples, SampleLanguage, SampleLength } from '../../../contract/prepared.js';
import { shareOf, wordCounter } from './language.js';

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

/** Who asks and who pastes a document after it say what they want first or last. */
const [first, last] = [500, 1500];
/** Before a wish, its negation is at most so many characters away. */
const negationReach = 20;
/** A number of words that is larger is about something else. */
const mostWords = 2000;

const letter = '[\\p{L}\\p{M}\\p{N}]';

/** A word as a pattern; one whose letters stand apart from others does so in the question, too. */
function patternOf(word: string, unspaced: RegExp): string {
  const pattern = escapePattern(word).replaceAll('\\*', `${letter}*`).replaceAll(' ', '\\s+');
  return unspaced.test(word) ? pattern : `(?<!${letter})${pattern}(?!${letter})`;
}

/** What a question may ask for. */
type Wish = { kind: 'language' | 'form' | 'length'; name: string };

export class QuestionReader {
  readonly #samples: AnswerSamples;
  readonly #languages: { language: SampleLanguage; share: (text: string) => number }[];
  readonly #wishes: Wish[] = [];
  /** A group for each wish. */
  readonly #wish: RegExp;
  readonly #negation: RegExp;
  readonly #count: RegExp;

  constructor(samples: AnswerSamples) {
    this.#samples = samples;
    const languages = Object.values(samples.languages);
    this.#languages = languages.map((language) => ({ language, share: shareOf(language) }));
    const scripts = languages.filter(({ spaced }) => !spaced).flatMap(({ letters }) => letters);
    const unspaced = new RegExp(scripts.length === 0 ? '(?!)' : `[${scripts.map((script) => `\\p{Script=${script}}`).join('')}]`, 'u');
    const anyOf = (words: readonly string[]) => `(?:${words.map((word) => patternOf(word, unspaced)).join('|') || '(?!)'})`;
    const groups: string[] = [];
    const add = (kind: Wish['kind'], named: Readonly<Record<string, { asked: string[] }>>) => {
      for (const [name, { asked }] of Object.entries(named)) {
        this.#wishes.push({ kind, name });
        groups.push(`(${anyOf(asked)})`);
      }
    };
    add('language', samples.languages);
    add('form', samples.forms);
    add('length', samples.lengths);
    this.#wish = new RegExp(groups.join('|') || '(?!)', 'gu');
    // Within the clause.
    this.#negation = new RegExp(`${anyOf(samples.negations)}[^.,;:!?。，；：！？،؛\\n]*$`, 'u');
    this.#count = new RegExp(`(?<![\\d.,])(\\d{1,5})[\\s-]*${anyOf(samples.units)}`, 'u');
  }

  read(question: string): Wanted {
    const text = spokenPart(question).toLowerCase();
    const wished = this.#wished(text);
    const { languages, forms, lengths } = this.#samples;
    const [asked] = wished.language;
    const language = (asked !== undefined ? languages[asked] : undefined) ?? this.#languageOf(text);
    const words = Number(this.#count.exec(text)?.[1] ?? 0);
    const form = Object.keys(forms).find((name) => wished.form.has(name));
    const lengthName = Object.keys(lengths).find((name) => wished.length.has(name));
    const length = lengthName === undefined ? this.#lengthFor(text, language) : lengths[lengthName];
    return {
      language,
      unwanted: wished.unwanted,
      ...(form !== undefined && { form }),
      ...(length && { length }),
      ...(words > 0 && words <= mostWords && { words }),
    };
  }

  #wished(text: string) {
    const found = { language: new Set<string>(), form: new Set<string>(), length: new Set<string>(), unwanted: new Set<string>() };
    for (const match of text.matchAll(this.#wish)) {
      const wish = this.#wishes[match.findIndex((group, index) => index > 0 && group !== undefined) - 1];
      if (!wish) continue;
      const isNegated = this.#negation.test(text.slice(Math.max(0, match.index - negationReach), match.index));
      if (!isNegated) found[wish.kind].add(wish.name);
      else if (wish.kind === 'form') found.unwanted.add(wish.name);
    }
    return found;
  }

  /** The language of most of the words. */
  #languageOf(text: string): SampleLanguage {
    const sizes = this.#languages.map(({ language, share }) => ({ language, size: share(text) }));
    return sizes.reduce((best, other) => (other.size > best.size ? other : best)).language;
  }

  /** The length that questions as short as this one get without asking. */
  #lengthFor(text: string, language: SampleLanguage): SampleLength | undefined {
    const words = wordCounter(language)(text);
    return Object.values(this.#samples.lengths).find(({ question = -1 }) => words <= question);
  }
}

/** The question without code and addresses, and without the middle of a long one. */
function spokenPart(question: string): string {
  const ends = question.length <= first + last ? question : `${question.slice(0, first)}\n${question.slice(-last)}`;
  return ends.replace(/```.*?(?:```|$)/gs, ' ').replace(/\bhttps?:\/\/\S+/g, ' ');
}
