/** Where two requests differ. */
import { formatPointer } from '../../contract/pointer.js';
import type { Json } from '../../contract/prepared/json.js';

const isContainer = (value: Json | undefined): value is Json[] | { [key: string]: Json } => typeof value === 'object' && value !== null;

/** Deeper than any sensible request: what is below is compared as a whole. */
const deepest = 200;

/**
 * The pointers at which two values differ, in the order of the members of the one.
 * @param same whether two texts count as one
 * @param most how many are looked for
 */
export function differences(one: Json, other: Json, same: (a: string, b: string) => boolean, most = 100): string[] {
  const found: string[] = [];
  const walk = (a: Json | undefined, b: Json | undefined, path: (string | number)[]): void => {
    if (found.length >= most || a === b) return;
    if (isContainer(a) && isContainer(b) && Array.isArray(a) === Array.isArray(b) && path.length < deepest) {
      const [left, right] = [a as { [key: string]: Json }, b as { [key: string]: Json }];
      const names = new Set([...Object.keys(left), ...Object.keys(right)]);
      for (const name of names) walk(left[name], right[name], [...path, name]);
    } else if (typeof a !== 'string' || typeof b !== 'string' || !same(a, b)) found.push(formatPointer(path));
  };
  walk(one, other, []);
  return found;
}
