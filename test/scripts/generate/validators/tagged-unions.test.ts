/** Which unions are told apart by a tag, and by which. That verdicts stay the same holds validators.test.ts. */
import { describe, expect, test } from 'vitest';
import { tagUnions } from '../../../../scripts/generate/validators/tagged-unions.js';
import type { Document, Schema } from '../../../../scripts/lib/document.js';

const branch = (tag: Schema | undefined, ...required: string[]): Schema => ({
  type: 'object',
  ...(tag && { properties: { type: tag } }),
  ...(required.length > 0 && { required }),
});
const a = branch({ const: 'a' }, 'type');
const b = branch({ enum: ['b', 'c'] }, 'type');
const others = branch({ type: 'string', not: { enum: ['a', 'b', 'c'] } }, 'type');

const document = {
  components: { schemas: { A: a, B: b, Kind: { const: 'k' }, K: branch({ $ref: '#/components/schemas/Kind' }, 'type') } },
} as unknown as Document;

const present = (values: string[], ...oneOf: Schema[]) => ({
  type: 'object',
  required: ['type'],
  properties: { type: { enum: values } },
  oneOf,
  discriminator: { propertyName: 'type' },
});

describe('a union', () => {
  test('before and after', () => {
    expect(tagUnions(document, { description: 'One of two.', anyOf: [a, b] })).toEqual({
      description: 'One of two.',
      allOf: [
        {
          type: 'object',
          required: ['type'],
          properties: { type: { enum: ['a', 'b', 'c'] } },
          oneOf: [a, b],
          discriminator: { propertyName: 'type' },
        },
      ],
    });
  });

  test.each<[what: string, union: Schema, choice: Schema]>([
    [
      'by references',
      { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] },
      present(['a', 'b', 'c'], { $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }),
    ],
    [
      'by a tag that is a reference',
      { oneOf: [a, { $ref: '#/components/schemas/K' }] },
      present(['a', 'k'], a, { $ref: '#/components/schemas/K' }),
    ],
    [
      'with an alternative for all other tags',
      { oneOf: [a, b, others] },
      {
        if: { type: 'object', required: ['type'], properties: { type: { enum: ['a', 'b', 'c'] } } },
        then: present(['a', 'b', 'c'], a, b),
        else: others,
      },
    ],
    [
      'with one that needs no tag',
      { oneOf: [branch({ const: 'x' }), a] },
      {
        if: { type: 'object', not: { required: ['type'] } },
        then: branch({ const: 'x' }),
        else: present(['x', 'a'], branch({ const: 'x' }), a),
      },
    ],
    [
      'with several that need no tag',
      { oneOf: [branch({ const: 'x' }), branch({ const: 'y' })] },
      {
        if: { type: 'object', not: { required: ['type'] } },
        then: { anyOf: [branch({ const: 'x' }), branch({ const: 'y' })] },
        else: present(['x', 'y'], branch({ const: 'x' }), branch({ const: 'y' })),
      },
    ],
  ])('%s', (_, union, choice) => {
    expect(tagUnions(document, union)).toEqual({ allOf: [choice] });
  });

  test('in a union, in a member, in an item', () => {
    const inner = { oneOf: [a, b] };
    const tagged = { allOf: [present(['a', 'b', 'c'], a, b)] };
    expect(tagUnions(document, { properties: { one: inner }, items: inner, allOf: [inner] })).toEqual({
      properties: { one: tagged },
      items: tagged,
      allOf: [tagged],
    });
    const [outer] = [branch({ const: 'o' }, 'type')].map((schema) => ({ ...schema, properties: { ...schema.properties, inner } }));
    expect(tagUnions(document, { oneOf: [outer, a] })).toMatchObject({ allOf: [{ oneOf: [{ properties: { inner: tagged } }, a] }] });
  });

  test.each<[what: string, union: Schema]>([
    ['whose tags overlap', { oneOf: [a, branch({ enum: ['a', 'b'] }, 'type')] }],
    ['with two alternatives for all other tags', { oneOf: [a, b, others, branch({ type: 'string' })] }],
    ['whose other alternative may have a known tag', { oneOf: [a, b, branch({ type: 'string' }, 'type')] }],
    ['with but one tag', { oneOf: [a, { type: 'string' }] }],
    ['whose tags are numbers', { oneOf: [branch({ const: 1 }), branch({ const: 2 })] }],
    ['without properties', { anyOf: [{ required: ['a'] }, { required: ['b'] }] }],
    ['of types', { anyOf: [{ type: 'string' }, { type: 'null' }] }],
    ['of nothing', { anyOf: [] }],
  ])('%s is left as it is', (_, union) => {
    expect(tagUnions(document, union)).toEqual(union);
  });

  test('is not looked for in values', () => {
    const schema = { const: { oneOf: [a, b] }, enum: [{ oneOf: [a, b] }], default: { oneOf: [a, b] } };
    expect(tagUnions(document, schema)).toEqual(schema);
  });

  test('is a copy: the document stays as it is', () => {
    const union = { oneOf: [a, b], discriminator: { propertyName: 'type' } };
    const before = structuredClone(union);
    tagUnions(document, union);
    expect(union).toEqual(before);
  });
});
