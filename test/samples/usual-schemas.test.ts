import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleFor } from '../../src/samples/index.js';
import { runs } from '../runs.js';
import { oddSchemas } from './odd-schemas.js';

const sampleSchema = (schema: unknown) => sampleFor(schema).value;

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);

const schemas: Record<string, object> = {
  'nothing said': {},
  'an object': { type: 'object', properties: { city: { type: 'string' }, days: { type: 'integer' } }, required: ['city', 'days'] },
  'closed, as strict tools are': {
    type: 'object',
    properties: { a: { type: ['string', 'null'] } },
    required: ['a'],
    additionalProperties: false,
  },
  'an enum': { enum: ['celsius', 'fahrenheit'] },
  'a const': { const: 42 },
  'limits of a number': { type: 'number', exclusiveMinimum: 3, maximum: 3.5 },
  'negative numbers': { type: 'integer', maximum: -5 },
  multiples: { type: 'integer', minimum: 7, multipleOf: 5 },
  'limits of a text': { type: 'string', minLength: 50, maxLength: 60 },
  'a short text': { type: 'string', maxLength: 2 },
  'an array': { type: 'array', items: { type: 'integer' }, minItems: 3, uniqueItems: true },
  'a tuple': { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false, minItems: 2 },
  'unique texts': { type: 'array', items: { enum: ['a', 'b', 'c'] }, minItems: 2, uniqueItems: true },
  'a choice': { oneOf: [{ type: 'null' }, { type: 'object', properties: { kind: { const: 'x' } }, required: ['kind'] }] },
  'parts that add up': {
    allOf: [
      { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
      { properties: { b: { type: 'integer' } }, required: ['b'] },
    ],
  },
  'a reference': {
    $ref: '#/$defs/Place',
    $defs: { Place: { type: 'object', properties: { name: { type: 'string' }, inner: { $ref: '#/$defs/Place' } }, required: ['name'] } },
  },
  'a Pydantic schema': {
    type: 'object',
    properties: { unit: { $ref: '#/$defs/Unit' } },
    required: ['unit'],
    $defs: { Unit: { enum: ['C', 'F'], title: 'Unit', type: 'string' } },
  },
  formats: {
    type: 'object',
    properties: {
      at: { type: 'string', format: 'date-time' },
      day: { type: 'string', format: 'date' },
      who: { type: 'string', format: 'email' },
      id: { type: 'string', format: 'uuid' },
      where: { type: 'string', format: 'uri' },
    },
    required: ['at', 'day', 'who', 'id', 'where'],
  },
  'a usual pattern': { type: 'string', pattern: '^[A-Z]{3}$' },
  'a tree that contains itself': {
    $ref: '#/$defs/Tree',
    $defs: {
      Tree: {
        type: 'object',
        properties: { name: { type: 'string' }, children: { type: 'array', items: { $ref: '#/$defs/Tree' } } },
        required: ['name', 'children'],
      },
    },
  },
  'a list that ends with null': {
    type: 'object',
    properties: { v: { type: 'integer' }, next: { anyOf: [{ $ref: '#' }, { type: 'null' }] } },
    required: ['v', 'next'],
  },
  'something contained': { type: 'array', contains: { const: 5 } },
  'a pattern in a part': { allOf: [{ type: 'string' }, { pattern: '^q' }] },
  'a date pattern': { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  'a default that fits': { type: 'integer', minimum: 5, default: 9 },
  'a default that does not': { type: 'integer', minimum: 5, default: 1 },
  'an example': { type: 'string', examples: ['Lisbon'] },
  'a draft-07 tool': {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    properties: { location: { type: 'string', description: 'City' } },
    required: ['location'],
  },
};

describe('a sample is valid for', () => {
  test.each(Object.entries(schemas))('%s', (_, schema) => {
    const { $schema: _dialect, ...rest } = schema as { $schema?: string };
    const sample = sampleSchema(schema);
    expect(ajv.validate(rest, sample), `${JSON.stringify(sample)}: ${ajv.errorsText()}`).toBe(true);
    expect(sampleSchema(schema)).toEqual(sample);
  });
});

test('a schema that refers to itself for ever gives something', () => {
  const endless = { $ref: '#/$defs/A', $defs: { A: { type: 'object', properties: { a: { $ref: '#/$defs/A' } }, required: ['a'] } } };
  expect(JSON.stringify(sampleSchema(endless)).length).toBeLessThan(500);
});

test('a schema that makes no sense gives something small, too', () => {
  fc.assert(
    fc.property(oddSchemas, (schema) => {
      expect(JSON.stringify(sampleSchema(schema)).length).toBeLessThan(100_000);
    }),
    { numRuns: runs(2000) },
  );
});

const patterns = [
  '^[A-Z]{3}-\\d{4}$',
  '^https:.*',
  '.*\\.pdf$',
  '^(?:[0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{26})$',
  '^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*$',
  '^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$',
  '^\\+[1-9]\\d{6,14}$',
  "^(?!\\.)(?!.*\\.\\.)([A-Za-z0-9_'+\\-\\.]*)[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}$",
  '^#(?<hex>[0-9a-f]{6}|[0-9a-f]{3})$',
  '^[^a-zA-Z0-9\\s]+$',
  '^\\p{Lu}\\p{Ll}+$',
  '[\\]x]{2}\\/',
];

test.each(patterns)('a text of the pattern %s', (pattern) => {
  expect(sampleSchema({ type: 'string', pattern })).toMatch(new RegExp(pattern, 'u'));
});

test('a text of a pattern is as long as it has to be', () => {
  for (const minLength of [1, 5, 40]) {
    const text = sampleSchema({ type: 'string', pattern: '^[a-z]+$', minLength });
    expect(text).toMatch(/^[a-z]+$/);
    expect(String(text).length).toBeGreaterThanOrEqual(minLength);
  }
});
