/** Texts: a word that speaks of its member, in the format and of the length and pattern that are asked for. */

import { findText } from '../pattern/search.js';
import type { Schema } from '../schema/keywords.js';
import { limitOf, mapOf } from '../schema/keywords.js';
import { isInFormat } from '../validate/formats.js';
import { lengthOf } from '../validate/scalars.js';
import { formatOf } from './formats.js';
import { longestList, longestText, type Maker } from './goal.js';
import { words } from './words.js';

/** More are only asked for by long lists of texts that differ. */
const mostWords = longestText;
const mostFound = 40;
/** Words that do not fit, in a row; those that follow are not unlike them. */
const mostMisses = 60;
/** Texts for the patterns alone that are looked at for one in the formats: a pattern beside a format mostly says all of it. */
const mostAlone = 3;

const textsOf = (values: readonly unknown[]): string[] => values.filter((value) => typeof value === 'string');

export function* texts(schemas: readonly Schema[], name: string, { patterns, budget }: Maker): Generator<string> {
  const asked = Math.max(0, ...schemas.map(({ minLength }) => limitOf(minLength) ?? 0));
  const least = Math.min(longestText, asked);
  const most = Math.min(longestText, ...schemas.map(({ maxLength }) => limitOf(maxLength) ?? longestText));
  const matching = textsOf(schemas.map(({ pattern }) => pattern));
  const notMatching = textsOf(schemas.map(({ not }) => mapOf(not).pattern));
  const formats = textsOf(schemas.flatMap(({ format, contentEncoding }) => [format, contentEncoding])).filter(formatOf);
  const fits = (text: string) =>
    lengthOf(text) >= least &&
    lengthOf(text) <= most &&
    matching.every((pattern) => patterns.matches(pattern, text) !== false) &&
    notMatching.every((pattern) => patterns.matches(pattern, text) !== true) &&
    formats.every((format) => isInFormat(format, text, budget));
  const given = new Set<string>();
  let misses = 0;
  for (const text of formats.length > 0 ? inFormats(formats) : firstWords(name, least, most, matching)) {
    budget.spend(1 + text.length / 16);
    if (given.has(text) || !fits(text)) {
      if (++misses > mostMisses) break;
      continue;
    }
    misses = 0;
    given.add(text);
    yield text;
  }
  if (matching.length + notMatching.length + formats.length === 0 || asked > longestText) return;
  const shapes = formats.flatMap((format) => formatOf(format)?.patterns ?? []);
  for (const shape of formats.length === 0 || matching.length > 0 ? [undefined, ...shapes] : shapes) {
    const tries = shape === undefined && formats.length > 0 ? mostAlone : mostFound;
    for (let count = 0; count < tries; count++) {
      const text = findText(
        { matching: shape ? [...matching, shape] : matching, notMatching, except: given, least, most },
        patterns,
        budget,
      );
      if (text === undefined) break;
      given.add(text);
      if (fits(text)) yield text;
    }
  }
  // What cannot be met is best not met by a word.
  if (given.size === 0 && formats.length === 0) yield* firstWords(name, least, most, matching);
}

/** The plainest of all formats, then as many others of each as a list may have. */
function* inFormats(formats: readonly string[]): Generator<string> {
  for (const format of formats) yield* formatOf(format)?.examples ?? [];
  for (const format of formats) {
    const { numbered } = formatOf(format) ?? {};
    for (let number = 1; numbered && number <= longestList; number++) yield numbered(number);
  }
}

function* firstWords(name: string, least: number, most: number, matching: readonly string[]): Generator<string> {
  let left = matching.length > 0 ? 3 : mostWords;
  for (const word of words(name, least, most)) {
    if (left-- === 0) return;
    yield word;
  }
}
