/** What a job has made: no less of it than before, each as it was, and at an address of its own that holds when it comes. */
import { getAt } from '../../contract/pointer.js';
import type { TaskFamily } from '../../contract/prepared/task-family.js';
import { type Finding, findingOf } from '../findings/violation.js';
import { isLike } from './promises.js';
import { repeated } from './repeated.js';
import { valuesAt } from './values-at.js';

/** What is remembered of the results of a job. */
export interface JobResults {
  /** How many there were at most, by where their list stands. */
  made?: Readonly<Record<string, number>>;
  /** What each shows of itself that stays, by its place among the results. */
  shown?: Readonly<Record<string, unknown>>;
}

const find = (pointer: string, keyword: string, expected: string, value: unknown): Finding =>
  findingOf({ part: 'job', in: 'body', pointer }, keyword, expected, value);

/** Lists of results in a body, and where in an item its address stands. */
const listsIn = ({ media = {} }: TaskFamily, body: unknown): { at: string; address: string; items: unknown[] }[] =>
  Object.keys(media).flatMap((pointer) => {
    const [at = '', address] = pointer.split('/*');
    const items = address === undefined ? undefined : getAt(body, at);
    return address !== undefined && Array.isArray(items) ? [{ at, address, items }] : [];
  });

/** Where the file of an address is, without what lets its reader in. */
function fileAt(address: unknown): string | undefined {
  if (typeof address !== 'string' || !URL.canParse(address)) return undefined;
  const { host, pathname } = new URL(address);
  return host + pathname;
}

/** What the results show of themselves that stays: where their files are, as far as only a parameter changes, and what they repeat of the request. */
function shownIn({ signed = {}, echo = {}, keeps = [], result = '' }: TaskFamily, body: unknown) {
  const repeatedAt = [...Object.keys(echo), ...keeps].filter((pointer) => pointer.includes('*'));
  return [...Object.keys(signed), ...repeatedAt].flatMap((rule) =>
    valuesAt(body, rule).flatMap(({ pointer, value: told }) => {
      const value = rule in signed ? fileAt(told) : told;
      // A query has the results of a job as a member, another operation by themselves.
      const name = pointer.startsWith(`${result}/`) ? pointer.slice(result.length) : pointer;
      return value === undefined || value === null ? [] : [{ pointer, name, value, told, isFile: rule in signed }];
    }),
  );
}

/** What is known of the results, with those of a response. */
export function resultsOf(family: TaskFamily, body: unknown, { made = {}, shown = {} }: JobResults): JobResults {
  const now = listsIn(family, body).map(({ at, items }) => [at, Math.max(items.length, made[at] ?? 0)] as const);
  const shownNow = shownIn(family, body).map(({ name, value }) => [name, value] as const);
  return { made: { ...made, ...Object.fromEntries(now) }, shown: { ...shown, ...Object.fromEntries(shownNow) } };
}

const hostOf = (file: unknown): string => String(file).replace(/\/.*/, '');

/** Results that are no longer what they were. A server may keep them elsewhere later. */
function changedIn(family: TaskFamily, body: unknown, shown: JobResults['shown'] = {}): Finding[] {
  return shownIn(family, body).flatMap(({ pointer, name, value, told, isFile }) => {
    const before = shown[name];
    if (before === undefined || isLike(before, value) || (isFile && hostOf(before) !== hostOf(value))) return [];
    const expected = isFile ? `must be the address of the same file as before, ${before}` : `must be as before, ${JSON.stringify(before)}`;
    return [find(pointer, isFile ? 'address' : 'echo', expected, told)];
  });
}

/**
 * What is wrong with the results of a job that has ended well.
 * @param ended when it did, or was created at the earliest, in milliseconds; absent where nobody knows
 */
export function resultFindings(family: TaskFamily, body: unknown, { made = {}, shown }: JobResults, ended: number | undefined): Finding[] {
  return [
    ...listsIn(family, body).flatMap(({ at, address, items }) => {
      const [before = 0, twice] = [made[at], repeated(items, address)];
      const findings = items.length < before ? [find(at, 'count', `must have at least ${before} items, as many as before`, items)] : [];
      return twice === undefined
        ? findings
        : [
            ...findings,
            find(`${at}/${twice}${address}`, 'distinct', 'must differ from that of the items before', getAt(items[twice], address)),
          ];
    }),
    ...changedIn(family, body, shown),
    ...expiredIn(family, body, ended),
    ...otherMedia(family, body),
  ];
}

/** What files are by the ends of their names, of those that tell. */
const kinds: Readonly<Record<string, RegExp>> = {
  video: /\.(?:mp4|m4v|mov|webm|mkv|avi)$/i,
  image: /\.(?:png|jpe?g|webp|bmp|tiff?)$/i,
  page: /\.(?:html?|json|txt)$/i,
};

/** Addresses of files that by their names are something else. */
function otherMedia({ media = {} }: TaskFamily, body: unknown): Finding[] {
  return Object.entries(media).flatMap(([pointer, type]) => {
    const [own = ''] = type.split('/');
    return valuesAt(body, pointer).flatMap(({ pointer: place, value: told }) => {
      const path = typeof told === 'string' && URL.canParse(told) ? new URL(told).pathname : '';
      const kind = Object.keys(kinds).find((one) => kinds[one]?.test(path));
      return kind === undefined || kind === own ? [] : [find(place, 'address', `must be the address of a file of ${type}`, told)];
    });
  });
}

/** Addresses that held no longer when there was something at them; a number of few digits is no time. */
function expiredIn({ signed = {} }: TaskFamily, body: unknown, ended: number | undefined): Finding[] {
  if (ended === undefined) return [];
  return Object.entries(signed).flatMap(([pointer, parameter]) => {
    return valuesAt(body, pointer).flatMap(({ pointer: place, value: told }) => {
      const until = typeof told === 'string' && URL.canParse(told) ? new URL(told).searchParams.get(parameter) : null;
      const isOver = until !== null && /^\d{9,}$/.test(until) && Number(until) * 1000 < ended;
      return isOver ? [find(place, 'times', `must hold when it comes: ${parameter} must not be before ${ended / 1000}`, told)] : [];
    });
  });
}
