/** What a text is written in, and how many words it has. */
import type { SampleLanguage } from '../../../contract/prepared/answer-samples.js';

/** How a language is written. */
export type Writing = Pick<SampleLanguage, 'letters' | 'marks' | 'spaced'>;

/** Where words do not stand apart, one has about five letters in three. */
const wordsPerLetter = 0.6;

const lettersOf = (scripts: readonly string[]): string => scripts.map((script) => `\\p{Script=${script}}`).join('');

/** A letter of a language whose words do not stand apart. */
export function unspacedLetters(languages: readonly Writing[]): RegExp {
  const scripts = languages.filter(({ spaced }) => !spaced).flatMap(({ letters }) => letters);
  return scripts.length === 0 ? /(?!)/ : new RegExp(`[${lettersOf(scripts)}]`, 'u');
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Counts the words of a text: what stands between spaces, or each letter, whatever is no letter and no digit left out. */
export function wordCounter({ letters, spaced }: Writing): (text: string) => number {
  if (spaced) return (text) => text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
  const letter = `[${lettersOf(letters)}]`;
  const pattern = new RegExp(`${letter}|(?:(?!${letter})[\\p{L}\\p{N}])+`, 'gu');
  return (text) => count(text, pattern);
}

/** Measures how much of a text is in a language: its words, about, so that one with short words has no more weight than another. */
export function shareOf({ letters, marks, spaced }: Writing): (text: string) => number {
  const own = lettersOf(letters);
  const words = new RegExp(`[${own}]${spaced ? `[${own}\\p{M}]*` : ''}`, 'gu');
  const mark = marks && new RegExp(`[${lettersOf(marks)}]`, 'gu');
  return (text) => {
    const found = count(text, words);
    // A foreign word or two are no sign.
    if (found === 0 || (mark && count(text, mark) < found / 10)) return 0;
    return spaced ? found : found * wordsPerLetter;
  };
}

/** The end of a sentence, with the spaces behind it. */
const ends = /\n+|(?<=[.!?…؟।][)"'»”]*)\s+|(?<=[。！？][）”」』]*)/u;

/** The sentences of a plain text. */
export const sentencesOf = (text: string): string[] => text.split(ends).filter((sentence) => sentence !== '');
