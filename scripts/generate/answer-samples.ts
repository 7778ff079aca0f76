/** Prepares the texts of made-up answers: what can be counted is counted. */
import type { AnswerSamples, SampleJson, SampleSteps, SampleText } from '../../src/contract/prepared/answer-samples.js';
import { type Writing, wordCounter } from '../../src/mock/answer/texts/language.js';

/** As `openapi/answer-samples.yaml` has it: words stand in lines, with commas between them. */
export interface SampleSource
  extends Pick<AnswerSamples, 'lengths' | 'units' | 'negations' | 'pictureTokens' | 'asides' | 'steps' | 'json'> {
  forms: Record<string, { asked: string[]; usual?: boolean; plain?: boolean; shows: string }>;
  languages: Record<string, Writing & { asked: string[]; texts: Record<string, string[]>; reasoning: string[] }>;
}

const wordsIn = (lines: readonly string[]): string[] => lines.flatMap((line) => line.split(', '));

/** The members of an object, each made into another. */
const mapValues = <From, To, Name extends string = string>(
  object: Readonly<Record<Name, From>>,
  map: (value: From) => To,
): Record<Name, To> => Object.fromEntries(Object.entries<From>(object).map(([name, value]) => [name, map(value)])) as Record<Name, To>;

/** Texts of one form, with what can be known of them. */
function prepareTexts(form: string, texts: readonly string[], forms: SampleSource['forms'], writing: Writing): SampleText[] {
  const count = wordCounter(writing);
  const others = Object.entries(forms).filter(([name, { plain }]) => name !== form && !plain);
  return texts.map((text) => {
    const shows = others.flatMap(([name, { shows: pattern }]) => (new RegExp(pattern, 'u').test(text) ? [name] : []));
    return { text, words: count(text), ...(shows.length > 0 && { shows }) };
  });
}

export const prepareAnswerSamples = ({
  languages,
  forms,
  lengths,
  units,
  negations,
  pictureTokens,
  asides,
  steps,
  json,
}: SampleSource): AnswerSamples => ({
  languages: mapValues(languages, (language) => ({
    ...language,
    asked: wordsIn(language.asked),
    texts: Object.fromEntries(Object.entries(language.texts).map(([form, texts]) => [form, prepareTexts(form, texts, forms, language)])),
  })),
  forms: mapValues(forms, ({ asked, usual = false, plain = false }) => ({ asked: wordsIn(asked), usual, plain })),
  lengths: mapValues(lengths, (length) => ({ ...length, asked: wordsIn(length.asked) })),
  units: wordsIn(units),
  negations: { before: wordsIn(negations.before), after: wordsIn(negations.after) },
  pictureTokens,
  ...(asides && { asides: wordsIn(asides) }),
  ...(steps && { steps: mapValues<string[], string[], keyof SampleSteps>(steps, wordsIn) }),
  ...(json && { json: mapValues<string[], string[], keyof SampleJson>(json, wordsIn) }),
});
