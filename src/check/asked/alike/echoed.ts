/** Does an answer repeat what the request has? */
import { formatPointer, getAt } from '../../../contract/pointer.js';

/** Whether the server may answer this otherwise: it is one of these values, or a list with an item whose first member of `each` is one. */
export const isExcepted = (asked: unknown, except: readonly unknown[], [first]: readonly string[] = []): boolean =>
  Array.isArray(asked) && first !== undefined ? asked.some((item) => except.includes(getAt(item, first))) : except.includes(asked);

/** @param each of a list: members of the items that count; what lacks one of them may be told in any way, as an object may, but for these members */
export function isRepeated(asked: unknown, told: unknown, each: readonly string[] | undefined): boolean {
  if (!each || typeof asked !== 'object') return isLike(asked, told);
  if (!Array.isArray(asked) || !Array.isArray(told))
    return each.every(
      (pointer) =>
        [getAt(asked, pointer), getAt(told, pointer)].some((value) => value === undefined) ||
        isLike(getAt(asked, pointer), getAt(told, pointer)),
    );
  const own = (item: unknown) => each.map((pointer) => getAt(item, pointer));
  const known = new Set(told.map((item) => JSON.stringify(own(item))));
  const isThere = (item: unknown) => own(item).some((value) => value === undefined) || known.has(JSON.stringify(own(item)));
  return asked.length === 0 || (told.length > 0 && asked.every(isThere));
}

/** Equal but for what is lost where numbers are kept in fewer digits, and for what is added to objects. */
function isLike(asked: unknown, told: unknown): boolean {
  if (typeof asked === 'number' && typeof told === 'number') return Math.abs(asked - told) <= 1e-6 * Math.max(1, Math.abs(asked));
  if (typeof asked !== 'object' || asked === null || typeof told !== 'object' || told === null) return asked === told;
  return Object.entries(asked).every(([name, value]) => isLike(value, getAt(told, formatPointer([name]))));
}
