/** A default stands for a value that is left out: it is one that could be there. */
import { isDeepStrictEqual } from 'node:util';
import type { Json, Schema } from '../../lib/document.js';
import { jsonType } from '../../lib/schema-union.js';
import type { Findings } from '../report/place.js';
import type { Sources } from './sources.js';

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') !== undefined;
  } catch {
    return false;
  }
}

const numberOf = (value: Json): number => (typeof value === 'number' ? value : Number.NaN);

const sizeOf = (value: Json): number => (typeof value === 'string' ? [...value].length : Array.isArray(value) ? value.length : Number.NaN);

/**
 * By keyword, whether it allows a value. All but a few defaults are plain ones: a compiler of schemas would take longer to be ready than
 * what else is looked up here takes in all. A limit on what a value is not allows it.
 */
const allows: Readonly<Record<string, (rule: any, value: any) => boolean>> = {
  type: (types, value) => [types].flat().some((type) => jsonType(value) === type || (type === 'number' && typeof value === 'number')),
  enum: (listed, value) => !Array.isArray(listed) || listed.some((one: Json) => isDeepStrictEqual(one, value)),
  const: isDeepStrictEqual,
  minimum: (limit, value) => !(numberOf(value) < limit),
  maximum: (limit, value) => !(numberOf(value) > limit),
  exclusiveMinimum: (limit, value) => !(numberOf(value) <= limit),
  exclusiveMaximum: (limit, value) => !(numberOf(value) >= limit),
  minLength: (limit, value) => !(sizeOf(value) < limit),
  maxLength: (limit, value) => !(sizeOf(value) > limit),
  minItems: (limit, value) => !(sizeOf(value) < limit),
  maxItems: (limit, value) => !(sizeOf(value) > limit),
  pattern: (pattern, value) => typeof value !== 'string' || !isPattern(pattern) || new RegExp(pattern, 'u').test(value),
};

/** The keyword that does not allow the default of a schema. */
const refusing = (schema: Schema): string | undefined =>
  Object.keys(allows).find((keyword) => keyword in schema && !allows[keyword]?.(schema[keyword], schema.default));

/** What holds parts by names that are no keywords. */
const named = ['properties', 'patternProperties', '$defs', 'content', 'headers'];
/** What holds values. */
const values = ['default', 'enum', 'const', 'examples', 'example'];

export function* checkDefaults({ components, operations }: Sources): Findings {
  const parameters = operations.flatMap(({ place }) =>
    place
      .child('parameters')
      .entries()
      .map(([, parameter]) => parameter.child('schema')),
  );
  for (const place of [...components, ...parameters]) {
    for (const path of refused(place.value, [])) {
      const { value } = place.child(...path);
      const keyword = refusing(value) as string;
      yield {
        place: place.child(...path, 'default'),
        message: `The default ${JSON.stringify(value.default)} is none that ${keyword} ${JSON.stringify(value[keyword])} allows.`,
      };
    }
  }
}

/** The paths to schemas that do not allow their defaults. */
function* refused(value: Json, path: string[]): Generator<string[]> {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value) && 'default' in value && refusing(value) !== undefined) yield path;
  for (const [key, member] of Object.entries<Json>(value)) {
    if (key.startsWith('x-') || values.includes(key)) continue;
    for (const [name, part] of named.includes(key) ? Object.entries<Json>(Object(member)) : [['', member] as const])
      yield* refused(part, name === '' ? [...path, key] : [...path, key, name]);
  }
}
