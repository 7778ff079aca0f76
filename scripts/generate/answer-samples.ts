/** Prepares the texts of made-up answers: what can be counted is counted. */
import type { AnswerSamples } from '../../src/contract/prepared.js';
import { type Writing, wordCounter } from '../../src/mock/answer/texts/language.js';

/** As `openapi/answer-samples.yaml` has it. */
export interface SampleSource extends Pick<AnswerSamples, 'lengths' | 'units' | 'negations' | 'pictureTokens'> {
  forms: Record<string, { asked: string[]; usual?: boolean; plain?: boolean; shows: string }>;
  languages: Record<string, Writing & { asked: string[]; texts: Record<string, string[]>; reasoning: string[] }>;
}

export const prepareAnswerSamples = ({ languages, forms, lengths, units, negations, pictureTokens }: SampleSource): AnswerSamples => ({
  languages: Object.fromEntries(
    Object.entries(languages).map(([name, language]) => {
      const words = wordCounter(language);
      const counted = (list: string[]) => list.map((text) => ({ text, words: words(text) }));
      return [
        name,
        { ...language, texts: Object.fromEntries(Object.entries(language.texts).map(([form, list]) => [form, counted(list)])) },
      ];
    }),
  ),
  forms: Object.fromEntries(
    Object.entries(forms).map(([name, { asked, usual = false, plain = false }]) => [name, { asked, usual, plain }]),
  ),
  lengths,
  units,
  negations,
  pictureTokens,
});
