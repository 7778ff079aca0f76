/** What counts of a value, to be compared with what was told of it before. */
import { getAt, parsePointer } from '../../contract/pointer.js';

/** The members that count, as texts that can be compared. */
export const projection = (value: unknown, like: readonly string[]): string[] =>
  like.map((pointer) => JSON.stringify(valuesAt(value, parsePointer(pointer))));

/** All values that a pointer names, `*` being each item of a list. */
function valuesAt(value: unknown, [part, ...rest]: readonly string[]): unknown[] {
  if (part === undefined) return value === undefined || value === null ? [] : [value];
  if (part === '*') return Array.isArray(value) ? value.flatMap((item) => valuesAt(item, rest)) : [];
  return valuesAt(getAt(value, `/${part}`), rest);
}
