/** Whether a value says all that is wanted: members of objects hold, lists are as long, all else is equal. */
export function contains(value: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return Object.is(value, wanted);
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== Array.isArray(wanted)) return false;
  if (Array.isArray(wanted))
    return wanted.length === (value as unknown[]).length && wanted.every((one, index) => contains((value as unknown[])[index], one));
  return Object.entries(wanted).every(([name, one]) => contains(Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined, one));
}
