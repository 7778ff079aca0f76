/** A copy of a JSON value. Several times faster than `structuredClone`, which serves every kind of value. */
export function cloneJson<T>(value: T): T {
  if (Array.isArray(value)) return value.map(cloneJson) as T;
  if (value === null || typeof value !== 'object') return value;
  const copy: Record<string, unknown> = {};
  for (const key in value) {
    // The one name that cannot be given by assignment.
    if (key === '__proto__')
      Object.defineProperty(copy, key, { value: cloneJson(value[key]), enumerable: true, writable: true, configurable: true });
    else copy[key] = cloneJson(value[key]);
  }
  return copy as T;
}
