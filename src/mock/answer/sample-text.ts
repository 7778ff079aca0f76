/** Chooses what a made-up answer says among the sample texts of the contract, by what the question looks like. */

import { createRandom, hashOf } from '../../contract/chance/random.js';
import type { AnswerSamples, SampleLanguage, SampleLength, SampleText } from '../../contract/prepared/answer-samples.js';
import { type AskedJson, JsonReader } from './texts/asked-json.js';
import { composeText, type Sentence } from './texts/compose.js';
import { sentencesOf, wordCounter } from './texts/language.js';
import { QuestionReader, type Wanted } from './texts/question.js';
import { remembered } from './texts/remembered.js';
import { countTokens } from './tokens.js';

/** What a made-up answer should be like. */
export interface TextWish {
  /** What the user said: its script and its words of length and form decide. */
  question: string;
  /** Same seed, same answer: the whole conversation as text. */
  seed: string;
  /** Words asked for: a number, or the least and the most. */
  words?: number | readonly [least: number, most: number];
  /** The most tokens the answer may have; a text that fits is preferred, so that an answer is not cut without need. Nothing is cut here. */
  maxTokens?: number;
}

/** A text for an answer; the same for the same wish. Empty where there are no samples. */
export const sampleText = (samples: AnswerSamples, wish: TextWish): string => writerOf(samples).text(wish).text;

/** What a model might have thought before the answer that `sampleText` gives to the same wish: more for a longer one. */
export const sampleReasoning = (samples: AnswerSamples, wish: TextWish): string => writerOf(samples).reasoning(wish);

/** JSON as the words of a request ask for it. */
export const askedJson = (samples: AnswerSamples, text: string): AskedJson | undefined => writerOf(samples).json.read(text);

const writers = new WeakMap<AnswerSamples, Writer>();

/** What is worked out of the samples once. */
function writerOf(samples: AnswerSamples): Writer {
  let writer = writers.get(samples);
  if (!writer) {
    writer = new Writer(samples);
    writers.set(samples, writer);
  }
  return writer;
}

interface Candidate extends SampleText {
  form: string;
  tokens: number;
}

/** A text with the language that it is in; without one where there are no samples. */
type Granted = SampleText & { language?: SampleLanguage };

/** Words of an answer for each sentence of thought. */
const wordsPerThought = 40;

class Writer {
  readonly json: JsonReader;
  readonly #samples: AnswerSamples;
  readonly #wanted: (question: string) => Wanted;
  readonly #texts = new Map<SampleLanguage, Candidate[]>();
  readonly #sentences = new Map<SampleLanguage, Sentence[]>();
  /** The last wish is granted once: the reasoning asks for its text as well. */
  #last: { wish: TextWish; granted: Granted } | undefined;

  constructor(samples: AnswerSamples) {
    const reader = new QuestionReader(samples);
    this.json = new JsonReader(samples);
    this.#samples = samples;
    this.#wanted = remembered((question) => reader.read(question));
  }

  text(wish: TextWish): Granted {
    if (this.#last?.wish !== wish) this.#last = { wish, granted: this.#choose(wish) };
    return this.#last.granted;
  }

  #choose({ question, seed, words: given, maxTokens = Number.POSITIVE_INFINITY }: TextWish): Granted {
    if (Object.keys(this.#samples.languages).length === 0) return { text: '', words: 0 };
    const wanted = this.#wanted(question);
    const { language } = wanted;
    const random = createRandom(hashOf(seed));
    const words = given ?? wanted.words;
    const sentences = words === undefined ? [] : this.#sentencesOf(language);
    if (words !== undefined && sentences.length > 0) {
      const count = numberIn(words, random, wordsOf(maxTokens, sentences));
      return { text: composeText(sentences, count, random, language.spaced ? ' ' : ''), words: count, language };
    }
    const { form, unwanted, length } = wanted;
    let texts = this.#textsOf(language);
    texts = preferred(texts, (text) => (form === undefined ? this.#samples.forms[text.form]?.usual === true : text.form === form));
    texts = preferred(texts, ({ form: own, shows = [] }) => !unwanted.has(own) && !shows.some((other) => unwanted.has(other)));
    if (length) texts = nearest(texts, length);
    texts = preferred(texts, ({ tokens }) => tokens <= maxTokens);
    return { ...(texts[Math.floor(random() * texts.length)] ?? { text: '', words: 0 }), language };
  }

  reasoning(wish: TextWish): string {
    const { words, language } = this.text(wish);
    if (!language) return '';
    const { reasoning, spaced } = language;
    return reasoning.slice(0, 1 + Math.round(words / wordsPerThought)).join(spaced ? ' ' : '');
  }

  #textsOf(language: SampleLanguage): Candidate[] {
    let texts = this.#texts.get(language);
    if (!texts) {
      texts = Object.entries(language.texts).flatMap(([form, list]) =>
        list.map((text) => ({ ...text, form, tokens: countTokens(text.text) })),
      );
      this.#texts.set(language, texts);
    }
    return texts;
  }

  /** Those that a text of any length can be made of. */
  #sentencesOf(language: SampleLanguage): Sentence[] {
    let sentences = this.#sentences.get(language);
    if (!sentences) {
      const count = wordCounter(language);
      sentences = this.#textsOf(language)
        .filter(({ form }) => this.#samples.forms[form]?.plain)
        .flatMap(({ text }) => sentencesOf(text))
        .map((text) => ({ text, words: count(text) }));
      this.#sentences.set(language, sentences);
    }
    return sentences;
  }
}

/** Those that are as wanted, if there are any; else all. */
function preferred<T>(list: T[], isWanted: (item: T) => boolean): T[] {
  const found = list.filter(isWanted);
  return found.length > 0 ? found : list;
}

/** Those whose number of words is least out of the wanted range. */
function nearest(texts: Candidate[], { least = 0, most = Number.POSITIVE_INFINITY }: SampleLength): Candidate[] {
  const distance = ({ words }: Candidate) => Math.max(least - words, words - most, 0);
  const smallest = Math.min(...texts.map(distance));
  return texts.filter((text) => distance(text) === smallest);
}

/** A number in a range, but no more than `longest` if there is such a one. */
function numberIn(range: number | readonly [number, number], random: () => number, longest: number): number {
  if (typeof range === 'number') return range;
  const [least, most] = range;
  const top = Math.max(least, Math.min(most, longest));
  return least + Math.floor(random() * (top - least + 1));
}

/** How many words of such sentences have that many tokens. */
function wordsOf(tokens: number, sentences: readonly Sentence[]): number {
  const [characters, words] = [sentences.map(({ text }) => text.length + 1), sentences.map((sentence) => sentence.words)].map((sizes) =>
    sizes.reduce((sum, size) => sum + size, 0),
  ) as [number, number];
  return Math.floor((tokens * 4 * words) / characters);
}
