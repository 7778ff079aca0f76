/** The shape of a JSON value, as a tree of paths: requests are compared by it. */

/** Members whose value tells one kind of object from another, and so is a path of its own, below that of the member. */
const telling = new Set(['type', 'role']);

/** The member of a JSON Schema whose own members have names that the caller made up. */
const schemaMembers = 'properties';

/** Whether a path is the value of a telling member. */
export const isKind = (path: string, parent: string): boolean => path[parent.length] === '=';

/**
 * The paths of all members and items, each with the one that it lies in: the index of an item written as `*`, such as `/messages/*`,
 * and the value of a telling member after `=`, such as `role=user`. Every path stands once; the whole value is `''`.
 */
export function shapeOf(value: unknown): Map<string, string> {
  const paths = new Map<string, string>();
  const walk = (node: unknown, path: string): void => {
    if (Array.isArray(node)) {
      const item = `${path}/*`;
      if (node.length > 0) paths.set(item, path);
      for (const member of node) walk(member, item);
    } else if (node !== null && typeof node === 'object') {
      for (const [key, member] of Object.entries(node)) {
        const here = `${path}/${key}`;
        paths.set(here, path);
        if (key === schemaMembers) continue;
        if (telling.has(key) && typeof member === 'string') paths.set(`${here}=${member}`, here);
        walk(member, here);
      }
    }
  };
  walk(value, '');
  return paths;
}
