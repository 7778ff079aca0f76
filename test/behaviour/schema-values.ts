/** The generated description as data: what its schemas allow, judged and made without what the mock is prepared from. */
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc, { type Arbitrary } from 'fast-check';
import { addRuleKeywords } from '../../scripts/lib/keywords/rule-keywords.js';
import { getAt } from '../../src/contract/pointer.js';

export type Schema = Record<string, any>;

export const description: Schema = JSON.parse(readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8'));

const ajv = new Ajv2020({ strict: false, logger: false, validateSchema: false });
addFormats.default(ajv);
addRuleKeywords(ajv);
ajv.addSchema(description, 'description');

/** Remembers what a function makes of a schema. */
function perSchema<T>(make: (schema: Schema) => T): (schema: Schema) => T {
  const made = new WeakMap<Schema, T>();
  return (schema) => {
    const known = made.get(schema) ?? make(schema);
    made.set(schema, known);
    return known;
  };
}

const validatorOf = perSchema<ValidateFunction>((schema) =>
  ajv.compile(JSON.parse(JSON.stringify(schema), (key, value) => (key === '$ref' ? `description${value}` : value))),
);

/** Whether a schema of the description allows a value. */
export const allows = (schema: Schema, value: unknown): boolean => validatorOf(schema)(value);

/** The object that a reference stands for, or the object itself. */
export const resolve = <T extends Schema>(node: T): T =>
  typeof node.$ref === 'string' ? resolve(getAt(description, node.$ref.slice(1)) as T) : node;

/** The forms that a value of the schema may have, each as one schema without choices. */
export const formsOf = perSchema((schema): Schema[] => {
  const { anyOf, oneOf, ...rest } = resolve(schema);
  const choices: Schema[] | undefined = anyOf ?? oneOf;
  if (!choices) return [rest];
  return choices.flatMap(formsOf).map((form) => ({
    ...rest,
    ...form,
    properties: { ...rest.properties, ...form.properties },
    required: [...(rest.required ?? []), ...(form.required ?? [])],
  }));
});

/** Any character there is; those that mean something to somebody more often. */
export const character = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  fc.constantFrom('\u0000', '\u001f', '\n', '"', '\\', '/', '%', '?', '#', ':', ',', ';', '{', 's', '1'),
);

const text = ({ pattern, format, minLength = 0, maxLength = minLength + 20 }: Schema): Arbitrary<unknown> =>
  pattern !== undefined || format !== undefined
    ? fc.webUrl()
    : fc.string({ unit: character, minLength, maxLength: Math.min(maxLength, minLength + 20) });

const range = ({ minimum, maximum }: Schema) => {
  const min: number = minimum ?? (maximum ?? 1000) - 1000;
  return { min, max: maximum ?? min + 1000 };
};

function objects({ properties = {}, required = [] }: Schema, depth: number): Arbitrary<unknown> {
  const names = Object.keys(properties).filter((name) => depth < 2 || required.includes(name));
  const members = Object.fromEntries(names.map((name) => [name, valuesOf(properties[name], depth + 1)]));
  return fc.record(members, { requiredKeys: required.filter((name: string) => name in members), noNullPrototype: true });
}

const byType: Record<string, (form: Schema, depth: number) => Arbitrary<unknown>> = {
  string: text,
  integer: (form) => fc.integer(range(form)),
  number: (form) => fc.double({ ...range(form), noNaN: true }),
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
  array: ({ items = {}, minItems = 0, maxItems = minItems + 2 }, depth) =>
    fc.array(valuesOf(items, depth + 1), { minLength: minItems, maxLength: Math.min(maxItems, minItems + 2) }),
  object: objects,
};

/** Values that a schema allows, apart from what `not` and `if` say. Deep down, objects have only what they must have. */
export function valuesOf(schema: Schema, depth = 0): Arbitrary<unknown> {
  const alternatives = formsOf(schema).flatMap((form) => {
    if ('const' in form) return [fc.constant(form.const)];
    if (form.enum) return [fc.constantFrom(...form.enum)];
    const types: string[] = [form.type ?? 'string'].flat();
    return types.map((type) => byType[type]?.(form, depth) ?? fc.constant(null));
  });
  return fc.oneof(...alternatives);
}
