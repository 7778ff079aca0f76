/** Checks the headers of a response beside its content type: counts are numbers that fit each other, ids are not empty, encodings are known. */
import { declaredResponse } from '../contract/judge/declared-response.js';
import type { PreparedContract, PreparedOperation, PreparedResponse } from '../contract/prepared.js';
import type { HeaderLookup } from '../http/message.js';
import { type Finding, findingOf } from './findings/violation.js';

/** What is asked of the headers of a response; worked out once. */
interface HeaderRules {
  /** Whole numbers. */
  numbers: readonly string[];
  /** Numbers, each no more than the other. */
  atMost: readonly (readonly [string, string])[];
  /** What is not empty where it is there. */
  filled: readonly string[];
}

const retryAfter = 'retry-after';

const none: HeaderRules = { numbers: [], atMost: [], filled: [] };

const known = new WeakMap<PreparedResponse, HeaderRules>();

function rulesOf(declared: PreparedResponse, ids: readonly string[]): HeaderRules {
  const before = known.get(declared);
  if (before) return before;
  const headers = Object.entries(declared.headers);
  const rules: HeaderRules = {
    // That may be a time, too.
    numbers: headers.flatMap(([name, { isNumber }]) => (isNumber && name !== retryAfter ? [name] : [])),
    atMost: headers.flatMap(([name, { atMost }]) => (atMost === undefined ? [] : [[name, atMost] as const])),
    filled: headers.flatMap(([name]) => (ids.includes(name) ? [name] : [])),
  };
  known.set(declared, rules);
  return rules;
}

const findingIn = (name: string, keyword: string, expected: string, value: unknown): Finding =>
  findingOf({ part: 'response', in: 'header', pointer: `/${name}` }, keyword, expected, value);

const isNumber = (value: string): boolean => /^\s*\d+\s*$/.test(value);

/** Some upstreams tell times in units: `6m0s`. */
const isTime = (value: string): boolean => /^\s*(?:\d+(?:\.\d+)?(?:ms|[smhd]))+\s*$/.test(value);

/** Findings in the headers. @param ownedHeaders those that hold the id of the exchange, by name */
export function checkHeaders(
  operation: PreparedOperation,
  ownedHeaders: PreparedContract['ownedHeaders'],
  status: number,
  header: HeaderLookup,
): Finding[] {
  const declared = declaredResponse(operation, status);
  const { numbers, atMost, filled } = declared ? rulesOf(declared, Object.keys(ownedHeaders)) : none;
  const findings: Finding[] = [];
  for (const name of numbers) {
    const value = header(name);
    if (value !== undefined && value !== null && !isNumber(value) && !isTime(value))
      findings.push(findingIn(name, 'type', 'must be a whole number', value));
  }
  for (const [name, other] of atMost) {
    const value = header(name);
    const most = value && header(other);
    if (most && isNumber(value) && isNumber(most) && Number(value) > Number(most))
      findings.push(findingIn(name, 'x-at-most', `must be at most ${other}, ${most}`, Number(value)));
  }
  for (const name of filled) {
    const value = header(name);
    if (value?.trim() === '') findings.push(findingIn(name, 'x-filled', 'must not be empty', value));
  }
  for (const find of ofAll) {
    const finding = find(header, status);
    if (finding) findings.push(finding);
  }
  return findings;
}

/** What is as large is a time in seconds, or in parts of them: to wait takes no thirty years. */
const aTime = 1e9;

/** The date that is to be written, and those of old, which are still read (RFC 9110, 5.6.7). */
const date = /^\s*(?:\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT|\w+day, \d\d-\w{3}-\d\d [\d:]{8} GMT|\w{3} \w{3} [ \d]\d [\d:]{8} \d{4})\s*$/;

/** When to try again is a number of seconds, or a time (RFC 9110, 10.2.3) that is not over when the response is made. */
function retryFinding(header: HeaderLookup): Finding | undefined {
  const name = retryAfter;
  const value = header(name);
  if (value === undefined || value === null) return undefined;
  if (isNumber(value))
    return Number(value) < aTime ? undefined : findingIn(name, 'maximum', 'must be how many seconds to wait, not a time', Number(value));
  const time = date.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) return findingIn(name, 'type', 'must be a whole number, or a date of HTTP', value);
  const isOver = time < Date.parse(header('date') ?? '');
  return isOver ? findingIn(name, 'minimum', 'must not be before the date of the response', value) : undefined;
}

/** Content codings that are registered, and those that mean none. */
const encodings = /^(?:identity|aes128gcm|br|compress|dcb|dcz|deflate|exi|gzip|pack200-gzip|x-compress|x-gzip|zstd|)$/i;

function encodingFinding(header: HeaderLookup): Finding | undefined {
  const name = 'content-encoding';
  const value = header(name);
  if (!value || value.split(',').every((one) => encodings.test(one.trim()))) return undefined;
  return findingIn(name, 'content-encoding', 'must be a registered content coding', value);
}

/** A range belongs to a part of a body, or to the refusal of one (RFC 9110, 14.4). */
function rangeFinding(header: HeaderLookup, status: number): Finding | undefined {
  const name = 'content-range';
  const value = header(name);
  const isMeant = !value || status === 206 || status === 416;
  return isMeant ? undefined : findingIn(name, 'content-range', 'must not be there in a whole answer', value);
}

/** A length is a number; a list of equal ones counts as one of them (RFC 9110, 8.6). */
function lengthFinding(header: HeaderLookup): Finding | undefined {
  const name = 'content-length';
  const value = header(name);
  return !value || value.split(',').every(isNumber) ? undefined : findingIn(name, 'type', 'must be a whole number', value);
}

/** What holds for headers of all responses. */
const ofAll = [retryFinding, encodingFinding, rangeFinding, lengthFinding];
