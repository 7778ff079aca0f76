/** A default stands for a value that is left out: it is one that could be there. */
import { faultsIn } from '../../../src/samples/index.js';
import type { Json, Schema } from '../../lib/document.js';
import type { Findings } from '../report/place.js';
import type { Sources } from './sources.js';

/** What a schema says of a value by itself: what its alternatives or other schemas say of it may depend on where it is used. */
const judged = [
  ...['type', 'enum', 'const', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  ...['minLength', 'maxLength', 'minItems', 'maxItems', 'pattern'],
];

/** The keyword that does not allow the default of a schema. */
function refusing(schema: Schema): string | undefined {
  const said = Object.fromEntries(judged.flatMap((keyword) => (keyword in schema ? [[keyword, schema[keyword]]] : [])));
  return faultsIn(said, schema.default)[0]?.keyword;
}

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
