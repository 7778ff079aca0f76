/** Blanks what differs from day to day and from machine to machine in the texts of a request. */

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const month = `(?:${months.join('|')})[a-z]{0,6}\\.?`;
const day = '\\d{1,2}(?:st|nd|rd|th)?';
const zone = '(?:Z|(?: ?(?:GMT|UTC))?[+-]\\d{2}:?\\d{2}| ?GMT| ?UTC)?';

/** What begins with a digit that stands first: 2026-01-31, 31.01.2026, 1/31/26, 31 January 2026, 2026年1月31日; 9:05 pm, 09:05:07.123Z. */
const inDigits = [
  '\\d{4}([-/.])\\d{1,2}\\1\\d{1,2}(?!\\d)(?:T(?=\\d))?',
  '\\d{1,2}([-/.])\\d{1,2}\\2\\d{4}(?!\\d)',
  '\\d{1,2}/\\d{1,2}/\\d{2}(?![\\d/])',
  `${day} (?:of )?${month},? \\d{4}(?!\\d)`,
  '\\d{4}\\s?[年년]\\s?\\d{1,2}\\s?[月월]\\s?\\d{1,2}\\s?[日일号](?:\\s?(?:星期|周|週)[一二三四五六日天])?',
  `\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?![\\d:])(?: ?[aApP]\\.?[mM]\\b\\.?)?${zone}`,
];

const hasOneOf =
  (...hints: readonly string[]) =>
  (text: string): boolean =>
    hints.some((hint) => text.includes(hint));

/** In their order, with what is sooner found out than whether a text has something of the kind. */
const kinds: readonly { mayBeIn?: (text: string) => boolean; pattern: RegExp; blanked?: string }[] = [
  // The query of an address that is signed, or is good for a while.
  {
    mayBeIn: hasOneOf('://'),
    pattern: /(https?:\/\/[^\s"'\\<>?]+)\?[^\s"'\\<>]*(?:sign|token|expire|credential|[?&](?:e|sig|key)=)[^\s"'\\<>]*/gi,
    blanked: '$1',
  },
  {
    mayBeIn: (text) => text.includes('-') && /-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/i.test(text),
    pattern: /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gi,
  },
  { pattern: new RegExp(`(?<!\\d)(?:${inDigits.join('|')})`, 'g') },
  // January 31st, 2026; and the day of the week before a day.
  { mayBeIn: hasOneOf(...months), pattern: new RegExp(`${month} ${day},? \\d{4}(?!\\d)`, 'g') },
  { mayBeIn: hasOneOf('*'), pattern: /(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,? \*/g },
  // The origin of a server on this machine.
  { mayBeIn: hasOneOf('://'), pattern: /https?:\/\/(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\])(?![\w.-])(?::\d+)?/gi },
];

/** @param text may be JSON as well: nothing is blanked that JSON itself is written with */
export function blank(text: string): string {
  let left = text;
  for (const { mayBeIn, pattern, blanked = '*' } of kinds) if (!mayBeIn || mayBeIn(left)) left = left.replace(pattern, blanked);
  return left;
}
