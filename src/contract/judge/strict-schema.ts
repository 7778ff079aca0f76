/** JSON Schemas that answers are held to exactly, as vendors want them. */

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * The way to the first object in a schema that is not closed (`additionalProperties: false`) or, where all has to be complete, does not require all of its
 * properties; `undefined` if there is none.
 */
export function looseObject(schema: unknown, isComplete: boolean, path: string[] = []): string[] | undefined {
  if (!isObject(schema)) return undefined;
  const { type, properties, required, additionalProperties, items, anyOf, $defs } = schema;
  if (isObject(properties) && [type].flat().includes('object')) {
    const isRequired = (name: string) => Array.isArray(required) && required.includes(name);
    if (additionalProperties !== false || (isComplete && !Object.keys(properties).every(isRequired))) return path;
  }
  for (const [name, parts] of Object.entries({ properties, anyOf, $defs })) {
    for (const [key, part] of Object.entries(isObject(parts) ? parts : {})) {
      const found = looseObject(part, isComplete, [...path, name, key]);
      if (found) return found;
    }
  }
  return looseObject(items, isComplete, [...path, 'items']);
}
