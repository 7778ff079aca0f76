/** Paths of the fields of a JSON value: what a response lacks of the documented one is told with them. */
import { telling } from '../contract/examples/shape.js';

/**
 * The paths of all members, array indices collapsed: indices written as `*`, such as `/stream` or the role of a
 * message with its value. Every path stands once. Unlike a shape, a path has the value of a telling member in it.
 */
export function fieldPaths(value: unknown): Set<string> {
  const paths = new Set<string>();
  const walk = (node: unknown, path: string): void => {
    if (Array.isArray(node)) {
      for (const item of node) walk(item, `${path}/*`);
    } else if (node !== null && typeof node === 'object') {
      for (const [key, member] of Object.entries(node)) {
        const here = `${path}/${key}`;
        paths.add(telling.has(key) && typeof member === 'string' ? `${here}=${member}` : here);
        walk(member, here);
      }
    }
  };
  walk(value, '');
  return paths;
}
