/** What a job has made: no less of it than before, and each at an address of its own that holds when it comes. */
import { getAt } from '../../contract/pointer.js';
import type { TaskFamily } from '../../contract/prepared.js';
import { type Finding, findingOf } from '../findings/violation.js';
import { repeated } from './repeated.js';
import { valuesAt } from './values-at.js';

/** What is remembered of the results of a job. */
export interface JobResults {
  /** How many there were at most, by where their list stands. */
  made?: Readonly<Record<string, number>>;
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

/** What is known of the results, with those of a response. */
export function resultsOf(family: TaskFamily, body: unknown, { made = {} }: JobResults): JobResults {
  const now = listsIn(family, body).map(({ at, items }) => [at, Math.max(items.length, made[at] ?? 0)] as const);
  return now.length === 0 ? { made } : { made: { ...made, ...Object.fromEntries(now) } };
}

/**
 * What is wrong with the results of a job that has ended well.
 * @param ended when it did, or was created at the earliest, in milliseconds; absent where nobody knows
 */
export function resultFindings(family: TaskFamily, body: unknown, { made = {} }: JobResults, ended: number | undefined): Finding[] {
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
