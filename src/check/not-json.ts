/** A text that should be JSON: what is wrong with it, and where. */
import type { UnreadableJsonError } from '../http/json/json-text.js';
import { jsonMistake } from '../scenarios/files/json-mistake.js';
import { type ExchangePart, type Finding, findingOf } from './findings/violation.js';

/** A text longer than that is not searched: to find the place takes several times as long as to read it. */
const longestSearched = 2 ** 20;

/** @param error of the reading of the text */
export function notJson(place: { part: ExchangePart; in: string }, error: UnreadableJsonError, text: string): Finding {
  const finding = findingOf(place, 'json', error.expected, text === '' ? undefined : text);
  const mistake = text === '' || text.length > longestSearched ? undefined : jsonMistake(text);
  if (!mistake) return finding;
  const before = text.slice(0, mistake.offset).split('\n');
  const where = `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
  // The text comes last: what is cut of it ends with dots, by which half a key is known.
  const what = mistake.offset === text.length ? `what ends too early, at ${where}` : `what is none from ${where} on`;
  return { ...finding, got: `${what}: ${finding.got}` };
}
