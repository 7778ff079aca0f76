/** Fewer keywords that say the same. That verdicts stay the same holds validators.test.ts; here stands what is left. */
import { describe, expect, test } from 'vitest';
import { simplifySchema } from '../../../../scripts/generate/validators/simplify-schema.js';
import type { Schema } from '../../../../scripts/lib/document.js';

const open = [{ type: 'string', enum: ['a', 'b'] }, { type: 'string' }];

describe('a schema', () => {
  test.each<[what: string, before: Schema, after: Schema]>([
    ['of listed values needs no type', { type: 'string', enum: ['a', 'b'] }, { enum: ['a', 'b'] }],
    ['of one value needs no type', { type: 'string', const: 'a' }, { const: 'a' }],
    ['of a value that is a whole number', { type: 'number', const: 1 }, { const: 1 }],
    ['of several types, all of them met', { type: ['integer', 'null'], enum: [1, null] }, { enum: [1, null] }],
    ['keeps a type that excludes a value', { type: 'integer', enum: [1, 1.5] }, { type: 'integer', enum: [1, 1.5] }],
    ['keeps a type that excludes null', { type: 'string', enum: ['a', null] }, { type: 'string', enum: ['a', null] }],
    ['keeps a type beside nothing', { type: 'string' }, { type: 'string' }],
    ['of no values needs no type either', { type: 'string', enum: [] }, { enum: [] }],
    ['whose list may grow is a text', { anyOf: open }, { type: 'string' }],
    ['whose list may grow, described', { description: 'Which.', anyOf: open }, { description: 'Which.', type: 'string' }],
    ['whose list may grow, beside a type', { type: 'string', anyOf: open }, { type: 'string', anyOf: [{ type: 'string' }] }],
    [
      'whose list of names may grow',
      {
        anyOf: [
          { type: 'string', enum: ['a', 'b'] },
          { type: 'string', minLength: 1 },
        ],
      },
      { type: 'string', minLength: 1 },
    ],
    [
      'whose list of names may grow, or that is something else',
      { anyOf: [{ type: 'string', enum: ['a'] }, { type: 'string', minLength: 1 }, { type: 'null' }] },
      { anyOf: [{ type: 'null' }, { type: 'string', minLength: 1 }] },
    ],
    [
      'keeps names that are shorter than others may be',
      {
        anyOf: [
          { type: 'string', enum: ['', 'ab'] },
          { type: 'string', minLength: 2 },
        ],
      },
      {
        anyOf: [
          { type: 'string', enum: ['', 'ab'] },
          { type: 'string', minLength: 2 },
        ],
      },
    ],
    ['of alternatives that are types', { anyOf: [{ type: 'string' }, { type: 'null' }] }, { type: ['string', 'null'] }],
    ['of the same type twice', { anyOf: [{ type: ['string', 'null'] }, { type: 'string' }] }, { type: ['string', 'null'] }],
    [
      'of alternatives that are more',
      { anyOf: [{ type: 'string' }, { type: 'integer', minimum: 1 }] },
      { anyOf: [{ type: 'string' }, { type: 'integer', minimum: 1 }] },
    ],
    [
      'of an alternative of several types, of which one is told',
      { anyOf: [{ type: 'string' }, { type: ['string', 'null'], enum: ['a', null] }] },
      { anyOf: [{ type: 'string' }, { type: ['string', 'null'], enum: ['a', null] }] },
    ],
    ['of an alternative elsewhere', { anyOf: [{ type: 'string' }, { $ref: '#/x' }] }, { anyOf: [{ type: 'string' }, { $ref: '#/x' }] }],
    ['of exclusive alternatives', { oneOf: [{ type: 'string' }, { type: 'null' }] }, { oneOf: [{ type: 'string' }, { type: 'null' }] }],
    [
      'is simplified at every depth',
      { items: { properties: { a: { type: 'string', const: 'a' } } } },
      { items: { properties: { a: { const: 'a' } } } },
    ],
    [
      'whose members are called like keywords',
      { properties: { enum: { type: 'string', const: 'a' }, type: { type: 'string', enum: ['b'] } } },
      { properties: { enum: { const: 'a' }, type: { enum: ['b'] } } },
    ],
    ['whose values look like schemas', { enum: [{ type: 'string', const: 'a' }] }, { enum: [{ type: 'string', const: 'a' }] }],
    ['that is none', { additionalProperties: false, items: true }, { additionalProperties: false, items: true }],
  ])('%s', (_, before, after) => {
    const copy = structuredClone(before);
    expect(simplifySchema(before)).toEqual(after);
    expect(before).toEqual(copy);
  });

  test('keeps the types of alternatives, which tell the reader of an error what there is', () => {
    const schema = {
      oneOf: [
        { type: 'string', enum: ['a'] },
        { type: 'integer', const: 1 },
      ],
    };
    expect(simplifySchema(schema)).toEqual(schema);
  });

  test('keeps all types where values are coerced to them', () => {
    const schema = { properties: { a: { type: 'integer', enum: [1] }, b: { anyOf: open } } };
    expect(simplifySchema(schema, true)).toEqual(schema);
  });
});
