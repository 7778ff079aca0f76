/** The word by which an error says of which kind it is: where a dialect has it for one status only, it belongs to that one. */
import { getAt } from '../contract/pointer.js';
import type { PreparedContract } from '../contract/prepared.js';
import { type Finding, findingOf } from './findings/violation.js';

type Errors = Pick<PreparedContract, 'dialects' | 'errors'>;

const known = new WeakMap<Errors['errors'], Map<string, ReadonlyMap<string, number>>>();

/** The status of each word at a pointer that documented errors have with one status, and that stands for no class of them. */
function statusesOf({ dialects, errors }: Errors, name: string, pointer: string): ReadonlyMap<string, number> {
  const ofContract = known.get(errors) ?? new Map<string, ReadonlyMap<string, number>>();
  known.set(errors, ofContract);
  const key = name + pointer;
  const before = ofContract.get(key);
  if (before) return before;
  const { types = {} } = dialects[name] ?? {};
  const generic = new Set(Object.entries(types).flatMap(([status, word]) => (status.endsWith('xx') ? [word] : [])));
  const all = new Map<string, Set<number>>();
  for (const [status, bodies] of Object.entries(errors[name] ?? {})) {
    for (const { body } of bodies) {
      const word = getAt(body, pointer);
      if (typeof word === 'string' && !generic.has(word)) all.set(word, (all.get(word) ?? new Set()).add(Number(status)));
    }
  }
  const found = new Map([...all].flatMap(([word, [first, ...others]]) => (first && others.length === 0 ? [[word, first] as const] : [])));
  ofContract.set(key, found);
  return found;
}

/** Whether a dialect has a word at all. */
const isKnown = ({ dialects, errors }: Errors, name: string, word: unknown): boolean =>
  Object.values(dialects[name]?.types ?? {}).some((one) => one === word) ||
  Object.keys(errors[name] ?? {}).some((status) => isDocumented({ dialects, errors }, name, Number(status), word));

const classOf = (status: number): number => Math.floor(status / 100);

/** Whether a dialect says by which word an error of this status is to be known. */
function hasWordFor({ dialects, errors }: Errors, name: string, status: number): boolean {
  const types = dialects[name]?.types;
  return errors[name]?.[status] !== undefined || types?.[status] !== undefined || types?.[`${classOf(status)}xx`] !== undefined;
}

const isDocumented = ({ errors, dialects }: Errors, name: string, status: number, word: unknown): boolean =>
  (errors[name]?.[status] ?? []).some(({ body }) => getAt(body, dialects[name]?.type ?? '') === word);

/**
 * An error whose word is that of another status; of another class of them, where a dialect does not repeat the status, or has no word for it, unless it
 * keeps the two apart; any but its own, where a status has that always. Codes have many words, and some stand for several: only statuses that are kept
 * apart have none of each other's.
 */
export function statusWordFindings(contract: Errors, dialects: readonly string[], status: number, body: unknown): Finding[] {
  return dialects.flatMap((name) => {
    const { type, code, status: repeated, types = {}, apart = [], always = [] } = contract.dialects[name] ?? {};
    const word = type === undefined ? undefined : getAt(body, type);
    if (type === undefined) return [];
    const misplaced = (of: string | number, pointer = type) => {
      const expected = `must be a word for the status ${status}, not for ${of}`;
      return [findingOf({ part: 'response', in: 'body', pointer }, 'dialect', expected, getAt(body, pointer))];
    };
    const isRight = word === types[status] || isDocumented(contract, name, status, word);
    // The word of one class for all that it has none for is no word of the other.
    const other = classOf(status) === 4 ? '5xx' : '4xx';
    if (word !== undefined && word === types[other] && !isRight) return misplaced(other);
    const ownOf = (pointer: string) => statusesOf(contract, name, pointer).get(String(getAt(body, pointer)));
    const isApart = (own: number) => apart.includes(own) && apart.includes(status);
    const own = ownOf(type);
    if (always.includes(status) && !isRight && isKnown(contract, name, word)) return misplaced(own ?? 'others');
    const byClass = repeated === undefined || !hasWordFor(contract, name, status);
    if (own !== undefined && own !== status && !(byClass && !isApart(own) && classOf(own) === classOf(status))) return misplaced(own);
    const ofCode = code === undefined ? undefined : ownOf(code);
    return code === undefined || ofCode === undefined || ofCode === status || !isApart(ofCode) ? [] : misplaced(ofCode, code);
  });
}
