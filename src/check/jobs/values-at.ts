import { getAt } from '../../contract/pointer.js';

/** What stands at a pointer in which a `*` may be each item of a list, and where. */
export function valuesAt(body: unknown, pointer: string): { pointer: string; value: unknown }[] {
  const star = pointer.indexOf('/*');
  if (star < 0) return [{ pointer, value: getAt(body, pointer) }];
  const [at, rest] = [pointer.slice(0, star), pointer.slice(star + 2)];
  const items = getAt(body, at);
  if (!Array.isArray(items)) return [];
  return items.flatMap((item, index) => valuesAt(item, rest).map((found) => ({ ...found, pointer: `${at}/${index}${found.pointer}` })));
}
