import { getAt } from '../../contract/pointer.js';

/** The first item whose member an item before it has. */
export function repeated(items: readonly unknown[], pointer: string): number | undefined {
  const seen = new Set<unknown>();
  const found = items.findIndex((item) => {
    const value = getAt(item, pointer);
    return value !== undefined && (seen.has(value) || !seen.add(value));
  });
  return found < 0 ? undefined : found;
}
