/** Looking for what a body of unknown shape may hold. */

/** The value at a JSON pointer without escapes, if there is one. */
export const valueAt = (body: unknown, pointer: string | undefined): unknown =>
  pointer
    ?.split('/')
    .slice(1)
    .reduce<unknown>((value, key) => Object(value)[key], body);

/** The number at a pointer. */
export function numberAt(body: unknown, pointer: string | undefined): number | undefined {
  const value = valueAt(body, pointer);
  return typeof value === 'number' ? value : undefined;
}

/** The text at a pointer, unless it is empty. */
export function textAt(body: unknown, pointer: string | undefined): string | undefined {
  const value = valueAt(body, pointer);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
