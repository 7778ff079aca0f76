/** Does a text of a request stand for a picture, a sound or a video, in one of the forms that `x-medium` names? */
import type { MediumRule } from '../prepared/reference-rule.js';

/** How pictures begin, in base64. */
const beginnings: Readonly<Record<string, RegExp>> = {
  png: /^iVBOR/,
  jpeg: /^[/_]9j[/_]/,
  gif: /^R0lGOD/,
  webp: /^UklGR/,
};

/** BMP, TIFF, and what has a box `ftyp` behind its length of four bytes (HEIC, AVIF). */
const others = /^(?:Qk|SUkq|TU0A|.{5}[GWm2]Z0eX)/;

/** Characters below which a text stands for a picture, as in tests. */
const shortest = 40;

/** So much of a text tells what it is. */
const looked = 120;

function isPicture(base64: string, type: string): boolean {
  const found = Object.keys(beginnings).find((name) => beginnings[name]?.test(base64));
  if (found === undefined) return base64.length < shortest || others.test(base64);
  const named = type
    .toLowerCase()
    .replace(/^.*\/|;.*$/g, '')
    .replace('jpg', 'jpeg');
  return beginnings[named] === undefined || named === found;
}

/** @param named the type that the member beside it names */
export function isMedium(text: string, { of, as }: MediumRule, named: unknown): boolean {
  const scheme = /^[a-z][a-z\d+.-]*(?=:)/i.exec(text.slice(0, looked))?.[0].toLowerCase() ?? 'base64';
  if (!as.includes(scheme)) return false;
  if (scheme !== 'data' && scheme !== 'base64') return true;
  const [head = '', type = String(named)] = /^data:([\w.+-]+\/[\w.+-]+)(?:;[\w.-]+=[^;,]*)*;base64,/i.exec(text.slice(0, 2 * looked)) ?? [];
  // Some clients know of no type.
  if (scheme === 'data' && (head === '' || !(type.toLowerCase().startsWith(`${of}/`) || type === 'application/octet-stream'))) return false;
  // Some write it as in an address; the last character of such may be cut.
  const start = text
    .slice(head.length, head.length + looked)
    .replace(/%[\da-f]?$/i, '')
    .trim();
  return /^(?:[\w+/\s-]|%[\da-f]{2})*={0,2}$/i.test(start) && (of !== 'image' || isPicture(start, type));
}

const kinds = { image: 'a picture', audio: 'a sound', video: 'a video' };

/** What it must be, in words. */
export function formsOf({ of, as }: MediumRule): string {
  const schemes = as.filter((form) => form !== 'data' && form !== 'base64');
  const forms = [
    ...(schemes.length > 0 ? [`an address (${schemes.join(', ')})`] : []),
    ...(as.includes('data') ? ['a data URL that holds what it says'] : []),
    ...(as.includes('base64') ? ['base64 by itself'] : []),
  ];
  return `must be ${forms.join(' or ')} of ${kinds[of]}`;
}
