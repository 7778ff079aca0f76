/** Whether texts are in the formats that JSON Schema knows. */
import { costOf } from '../pattern/parse.js';
import type { Budget } from '../schema/budget.js';

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const hostname = new RegExp(`^(?=.{1,253}$)${label}(?:\\.${label})*$`, 'i');
const email = new RegExp(`^[a-z0-9!#$%&'*+/=?^_\`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_\`{|}~-]+)*@${label}(?:\\.${label})*$`, 'i');
const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ipv4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`);
const uriCharacters = "(?:[\\w\\-.~:/?#[\\]@!$&'()*+,;=]|%[\\da-f]{2})*";
const uri = new RegExp(`^[a-z][a-z\\d+\\-.]*:${uriCharacters}$`, 'i');
const uriReference = new RegExp(`^${uriCharacters}$`, 'i');
const iri = /^[a-z][a-z\d+\-.]*:[^\s<>"{}|\\^`]*$/iu;
const time = /^([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(?:\.\d+)?(?:z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/i;
const date = /^(\d{4})-(\d\d)-(\d\d)$/;
const duration = /^P(?!$)(?:\d+W|(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/;
const jsonPointer = /^(?:\/(?:[^~/]|~[01])*)*$/;

const isDate = (text: string): boolean => {
  const [, year, month, day] = date.exec(text) ?? [];
  if (year === undefined) return false;
  const leaps = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const days = [31, leaps ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1];
  return days !== undefined && Number(day) >= 1 && Number(day) <= days;
};

const isDateTime = (text: string): boolean => isDate(text.slice(0, 10)) && /^[t ]$/i.test(text.charAt(10)) && time.test(text.slice(11));

function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1);
  const endsWithIpv4 = last?.includes('.') ?? false;
  if (endsWithIpv4 && (!ipv4.test(last as string) || text.endsWith('::'))) return false;
  const hexes = endsWithIpv4 ? groups.slice(0, -1) : groups;
  const count = hexes.length + (endsWithIpv4 ? 2 : 0);
  return hexes.every((group) => /^[\da-f]{1,4}$/i.test(group)) && (halves.length === 2 ? count < 8 : count === 8);
}

const isBase64 = (text: string): boolean => text.length % 4 === 0 && /^[\w+/]*={0,2}$/.test(text) && !text.includes('_');

function isRegex(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}

const matches = (pattern: RegExp) => (text: string) => pattern.test(text);

/** Formats that nobody checks are missing, as are those of numbers. */
const checks = new Map<string, (text: string) => boolean>([
  ['date-time', isDateTime],
  ['date', isDate],
  ['time', matches(time)],
  ['duration', matches(duration)],
  ['email', matches(email)],
  ['idn-email', (text) => /^[^\s@]+@[^\s@]+$/.test(text)],
  ['hostname', matches(hostname)],
  ['ipv4', matches(ipv4)],
  ['ipv6', isIpv6],
  ['uri', matches(uri)],
  ['url', matches(uri)],
  ['uri-reference', matches(uriReference)],
  ['uri-template', (text) => /^[^\s"'<>\\^`{|}]*(?:\{[^\s{}]+\}[^\s"'<>\\^`{|}]*)*$/.test(text)],
  ['iri', matches(iri)],
  ['uuid', matches(/^(?:urn:uuid:)?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i)],
  ['json-pointer', matches(jsonPointer)],
  ['relative-json-pointer', (text) => /^(?:0|[1-9]\d*)(?:#|(?:\/(?:[^~/]|~[01])*)*)$/.test(text)],
  ['regex', isRegex],
  ['byte', isBase64],
  ['base64', isBase64],
]);

/** Longer texts are of no format that is checked: an expression must not be run over any length of what a caller sent. */
const longestText = 10_000;

/**
 * Whether a text is in the format; any is in one that is not known.
 * @throws Exhausted
 */
export function isInFormat(format: string, text: string, budget: Budget): boolean {
  const check = checks.get(format);
  if (!check) return true;
  if (text.length > longestText) return false;
  budget.spend(format === 'regex' ? costOf(text) : text.length / 16);
  return check(text);
}
