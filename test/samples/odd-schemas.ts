/** Schemas that callers may send, but that make no sense. */
import fc, { type Arbitrary } from 'fast-check';

const keywords = [
  'type',
  'properties',
  'required',
  'items',
  'prefixItems',
  'enum',
  'const',
  'anyOf',
  'allOf',
  '$ref',
  'pattern',
  'format',
  'minLength',
  'minItems',
  'minimum',
  'multipleOf',
];

const oddValues = fc.oneof(
  fc.constantFrom<unknown>('object', 'array', 'string', 'integer', { a: {} }, [{}], ['a'], -1, 1e9, null, true, '#', '['),
  fc.jsonValue({ maxDepth: 1 }),
);

/** Keywords of JSON Schema with any values at all. */
export const oddSchemas: Arbitrary<Record<string, unknown>> = fc.record(
  Object.fromEntries(keywords.map((keyword) => [keyword, oddValues])),
  {
    requiredKeys: [],
    noNullPrototype: true,
  },
);
