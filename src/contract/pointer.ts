/** JSON pointers (RFC 6901), with `*` for every index of an array. */

type Container = Record<string, unknown> | unknown[];

const isContainer = (value: unknown): value is Container => value !== null && typeof value === 'object';

/** Splits a pointer into its unescaped parts. */
export const parsePointer = (pointer: string): string[] =>
  pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));

/** Joins parts into a pointer. */
export const formatPointer = (parts: readonly (string | number)[]): string =>
  parts.map((part) => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');

const own = (value: unknown, part: string): unknown =>
  isContainer(value) && Object.hasOwn(value, part) ? (value as Record<string, unknown>)[part] : undefined;

/** Names that JSON values inherit: whether a value has a member of another name need not be asked before it is looked at. */
export const isInherited = (part: string): boolean => part in Object.prototype || part in Array.prototype;

/** Prepares a look at a pointer without `*`: the value there, or `undefined`. */
export function compilePointer(pointer: string): (value: unknown) => unknown {
  const parts = parsePointer(pointer);
  if (parts.some(isInherited)) return (value) => parts.reduce<unknown>(own, value);
  const [first = ''] = parts;
  // Most have one part.
  if (parts.length === 1) return (value) => (isContainer(value) ? (value as Record<string, unknown>)[first] : undefined);
  return (value) => {
    let found = value;
    for (let index = 0; index < parts.length; index++) {
      if (!isContainer(found)) return undefined;
      found = (found as Record<string, unknown>)[parts[index] as string];
    }
    return found;
  };
}

const looks = new Map<string, (value: unknown) => unknown>();

/** Like {@link getAt}, for pointers of the contract, which are few and asked for again and again. */
export function lookAt(value: unknown, pointer: string): unknown {
  let look = looks.get(pointer);
  if (!look) {
    look = compilePointer(pointer);
    looks.set(pointer, look);
  }
  return look(value);
}

/** The value at a pointer without `*`, or `undefined`. */
export const getAt = (value: unknown, pointer: string): unknown => parsePointer(pointer).reduce<unknown>(own, value);

/** Calls `visit` for each existing value that a pointer with `*` names, with its container and key. */
export function visitAt(value: unknown, parts: readonly string[], visit: (container: Record<string, unknown>, key: string) => void): void {
  const last = parts.length - 1;
  const step = (node: unknown, depth: number): void => {
    const part = parts[depth];
    if (part === undefined || !isContainer(node)) return;
    for (const key of part === '*' ? Object.keys(node) : [part]) {
      if (depth < last) step(own(node, key), depth + 1);
      else if (Object.hasOwn(node, key)) visit(node as Record<string, unknown>, key);
    }
  };
  step(value, 0);
}

/** Sets an existing or new member at a pointer without `*`; missing containers are left alone. */
export function setAt(value: unknown, pointer: string, member: unknown): void {
  const parts = parsePointer(pointer);
  const key = parts.pop();
  const container = parts.reduce<unknown>(own, value);
  if (key !== undefined && isContainer(container)) (container as Record<string, unknown>)[key] = member;
}

/** A pointer in which `*` stands for every index. */
export const collapsed = (pointer: string): string => pointer.replace(/\/\d+(?=\/|$)/g, '/*');
