/** JSON Schemas that vendors take only in a form of their own. */
import type { ReferenceRule } from '../prepared/reference-rule.js';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const has = (list: unknown, name: string): boolean => Array.isArray(list) && list.includes(name);

/** What a schema of an object lacks: that it is closed and, where it has to be complete, that it requires all of its properties. */
const isLoose = ({ type, properties, required, additionalProperties }: Record<string, unknown>, isComplete: boolean): boolean =>
  isObject(properties) &&
  [type].flat().includes('object') &&
  (additionalProperties !== false || (isComplete && !Object.keys(properties).every((name) => has(required, name))));

/** Whether a schema requires what it does not describe, or is of a list of nothing known; types may be in capitals. */
function isVague({ type, properties, required, items }: Record<string, unknown>): boolean {
  const named = typeof type === 'string' ? type.toLowerCase() : '';
  if (named === 'array') return items === undefined;
  return named === 'object' && Array.isArray(required) && required.some((name) => !isObject(properties) || !(String(name) in properties));
}

const forms: Record<NonNullable<ReferenceRule['strict']>, (schema: Record<string, unknown>) => boolean> = {
  closed: (schema) => isLoose(schema, false),
  complete: (schema) => isLoose(schema, true),
  described: isVague,
};

/** The way to the first schema within a schema that is not of a form; `undefined` if there is none. */
export function wayToMisfit(schema: unknown, form: keyof typeof forms, path: string[] = []): string[] | undefined {
  if (!isObject(schema)) return undefined;
  if (forms[form](schema)) return path;
  const { properties, items, anyOf, $defs } = schema;
  for (const [name, parts] of Object.entries({ properties, anyOf, $defs })) {
    for (const [key, part] of Object.entries(isObject(parts) ? parts : {})) {
      const found = wayToMisfit(part, form, [...path, name, key]);
      if (found) return found;
    }
  }
  return wayToMisfit(items, form, [...path, 'items']);
}
