/** Schemas in the forms that descriptions on a documentation have. */
import type { Schema } from '../../../scripts/lib/document.js';

const text = { type: 'string' };
const object = (properties: Record<string, Schema>, more: Schema = {}): Schema => ({ type: 'object', properties, ...more });

/** What the forms refer to. */
export const referred: Record<string, Schema> = {
  Bucket: object({ name: text, region: { type: 'string', nullable: true } }, { required: ['name'], 'x-apifox-orders': ['name'] }),
  'Place«1»': { oneOf: [{ $ref: '#/components/schemas/Bucket' }, { type: 'string', format: 'uri' }] },
  Node: object({ id: text, next: { $ref: '#/components/schemas/Node' } }),
  Cat: object({ kind: { type: 'string', enum: ['cat'] }, lives: { type: 'integer' } }, { required: ['kind'] }),
  Dog: object({ kind: { type: 'string', enum: ['dog'] } }, { required: ['kind'] }),
};

/** Each can be written into the contract as it means. */
export const writable: Record<string, Schema> = {
  plain: { type: 'integer', format: 'int32', minimum: 1, maximum: 9, multipleOf: 2, default: 4, example: 6, description: 'How many.' },
  either_object_or_text: {
    oneOf: [object({ bucket: { type: 'string', nullable: true } }, { required: ['bucket'] }), { type: 'string', enum: ['default'] }],
  },
  any_of: { anyOf: [{ type: 'integer', minimum: 0 }, { type: 'boolean' }] },
  all_of: { allOf: [object({ a: text }, { required: ['a'] }), object({ b: { type: 'number' } })] },
  null_of_a_type: { type: 'string', nullable: true, maxLength: 5 },
  null_in_a_list_of_types: { type: ['integer', 'null'], minimum: 2 },
  null_of_a_choice: { nullable: true, oneOf: [{ type: 'integer' }, object({ a: text })] },
  null_of_parts: { nullable: true, allOf: [{ $ref: '#/components/schemas/Bucket' }] },
  null_of_values: { type: 'string', nullable: true, enum: ['a', 'b'], default: 'a' },
  values_of_two_types: { type: ['string', 'integer'], enum: ['auto', 1, 2] },
  values_that_are_objects: { type: 'object', enum: [{ a: 1 }, { a: 2 }] },
  values_without_a_type: { enum: ['a', 2, null, true] },
  constant: { type: 'string', const: 'x' },
  exclusive_as_before: { type: 'number', minimum: 0, exclusiveMinimum: true, maximum: 1, exclusiveMaximum: false },
  exclusive_as_now: { type: 'number', exclusiveMinimum: 0, maximum: 1 },
  reference: { $ref: '#/components/schemas/Bucket' },
  reference_with_more: { $ref: '#/components/schemas/Bucket', description: 'Where it goes.', nullable: true },
  reference_by_its_coded_name: { $ref: '#/components/schemas/Place%C2%AB1%C2%BB' },
  list: { type: 'array', minItems: 1, maxItems: 3, uniqueItems: true, items: { type: 'string', minLength: 1 } },
  list_of_choices: { type: 'array', items: { anyOf: [text, { $ref: '#/components/schemas/Bucket' }, { type: 'array', items: text }] } },
  list_of_lists: { type: 'array', items: { type: 'array', items: { type: 'number' } } },
  list_of_anything: { type: 'array', items: {} },
  tuple: { type: 'array', prefixItems: [text, { type: 'integer' }] },
  map: { type: 'object', additionalProperties: text },
  map_of_choices: { type: 'object', additionalProperties: { oneOf: [text, { type: 'number' }] } },
  map_by_pattern: { type: 'object', patternProperties: { '^x-': { type: 'boolean' } } },
  free_object: { type: 'object' },
  free_object_in_words: { type: 'object', additionalProperties: true },
  object_without_a_type: { properties: { a: text } },
  anything: {},
  deep: object({
    a: { type: 'array', items: object({ b: { type: 'object', additionalProperties: object({ c: { type: 'integer', default: 1 } }) } }) },
  }),
  deprecated: { type: 'string', deprecated: true },
  read_only: { type: 'string', readOnly: true },
  demanding: object({ a: text, b: text }, { dependentRequired: { a: ['b'] }, minProperties: 1 }),
  conditional: object(
    { mode: { type: 'string', enum: ['a', 'b'] }, seconds: { type: 'integer' } },
    { if: { properties: { mode: { const: 'a' } }, required: ['mode'] }, then: { required: ['seconds'] } },
  ),
  not_so: { type: 'string', not: { enum: ['x', 'y'] } },
  names_like_keywords: object({ type: text, enum: { type: 'array', items: text }, properties: object({ items: text }), 'a/b~c': text }),
  names_of_a_pattern: { type: 'object', propertyNames: { pattern: '^[a-z]+$' } },
  nothing_but_members: object({ any: true as unknown as Schema }),
  encoded: { type: 'string', contentEncoding: 'base64', contentMediaType: 'image/png' },
};

/** Each is for a person to write: with what is said of it. */
export const notWritable: Record<string, [schema: Schema, says: RegExp]> = {
  inside_itself: [{ $ref: '#/components/schemas/Node' }, /contains itself, and so needs a component by name/],
  told_apart: [
    {
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
      discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' } },
    },
    /alternatives that `kind` tells apart, and so needs components by name/,
  ],
  of_no_type: [{ type: 'file' }, /is no JSON Schema \(\/type /],
  of_no_keyword: [{ type: 'integer', maximum_more: 5 }, /says `maximum_more` 5, which is no keyword of that kind/],
  of_no_shape: [{ type: 'object', properties: ['a'] }, /says `properties` \["a"\]/],
  of_no_value: [{ type: 'string', enum: [] }, /has a list without values/],
  of_no_pattern: [{ type: 'string', pattern: '^a\\Z' }, /a pattern that JavaScript does not read \(.*Invalid escape\)/],
  of_no_limit: [{ type: 'string', minLength: 'two' }, /is no JSON Schema \(\/minLength /],
};
