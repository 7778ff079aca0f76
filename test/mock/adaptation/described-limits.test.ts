import { expect, test } from 'vitest';
import { withDescribedLimits } from '../../../src/mock/adaptation/described-limits.js';

test('limits in the last paragraph of a description count as such, at every level', () => {
  const schema = {
    type: 'object',
    description: 'A day {or two}.',
    properties: {
      days: { type: 'integer', description: 'How many.\n\n{minimum: 2, maximum: 7}' },
      description: { type: 'string', description: '{pattern: "^[A-Z]{2}, x: \\\\d{3,4}$", minLength: 6}' },
      tags: { type: 'array', items: { anyOf: [{ type: 'string', description: '{format: "date"}' }] }, description: '{maxItems: 2}' },
    },
    $defs: { share: { type: 'number', description: '{exclusiveMinimum: 0, default: 1}' } },
  };
  const { properties, $defs } = withDescribedLimits(schema) as typeof schema;
  expect(properties.days).toMatchObject({ type: 'integer', minimum: 2, maximum: 7 });
  expect(properties.description).toMatchObject({ pattern: '^[A-Z]{2}, x: \\d{3,4}$', minLength: 6 });
  expect(properties.tags).toMatchObject({ maxItems: 2, items: { anyOf: [{ type: 'string', format: 'date' }] } });
  expect($defs.share).toEqual({ type: 'number', description: '{exclusiveMinimum: 0, default: 1}', exclusiveMinimum: 0 });
});

test('values that are allowed may stand there as well', () => {
  expect(withDescribedLimits({ type: 'string', description: 'Which.\n\n{enum: ["a","b"]}' })).toMatchObject({ enum: ['a', 'b'] });
  expect(withDescribedLimits({ type: 'string', description: '{const: "x", minLength: 1}' })).toMatchObject({ const: 'x', minLength: 1 });
});

test('a pattern without quotes is one too, and what stands in the schema itself wins', () => {
  expect(withDescribedLimits({ type: 'string', description: '{pattern: ^[a-z]+$, maxLength: 3}', maxLength: 5 })).toMatchObject({
    pattern: '^[a-z]+$',
    maxLength: 5,
  });
});

test('limits may be a list of words too', () => {
  const description =
    'How many.\nminimum: 2; exclusive maximum: 7; pattern: ^a; b$; min length: 3; unique items: true; not: {}; format: date.';
  expect(withDescribedLimits({ description })).toEqual({
    description,
    minimum: 2,
    exclusiveMaximum: 7,
    pattern: '^a; b$',
    minLength: 3,
    uniqueItems: true,
    format: 'date',
  });
});

test('other descriptions tell nothing', () => {
  for (const description of [
    '{minimum: 2} is the least.',
    'minimum: 2',
    '{}',
    '{least: 2}',
    'maximum: the more the better.',
    'A minimum: 2.',
  ])
    expect(withDescribedLimits({ type: 'integer', description })).toEqual({ type: 'integer', description });
});
