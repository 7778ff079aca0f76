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

/** The value at a pointer without `*`, or `undefined`. */
export const getAt = (value: unknown, pointer: string): unknown => parsePointer(pointer).reduce<unknown>(own, value);

/** Calls `visit` for each existing value that a pointer with `*` names, with its container and key. */
export function visitAt(value: unknown, parts: readonly string[], visit: (container: Record<string, unknown>, key: string) => void): void {
  const [part, ...rest] = parts;
  if (part === undefined || !isContainer(value)) return;
  if (part === '*') {
    for (const key of Object.keys(value)) visitAt(value, [key, ...rest], visit);
  } else if (rest.length > 0) {
    visitAt(own(value, part), rest, visit);
  } else if (Object.hasOwn(value, part)) {
    visit(value as Record<string, unknown>, part);
  }
}

/** Sets an existing or new member at a pointer without `*`; missing containers are left alone. */
export function setAt(value: unknown, pointer: string, member: unknown): void {
  const parts = parsePointer(pointer);
  const key = parts.pop();
  const container = parts.reduce<unknown>(own, value);
  if (key !== undefined && isContainer(container)) (container as Record<string, unknown>)[key] = member;
}
