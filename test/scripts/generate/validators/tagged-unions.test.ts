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

/** A tagged branch as it is in a choice, and one that was written elsewhere. */
const chosen: Schema = { properties: { type: {} }, required: [] };
const refTo = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

const present = (values: string[][], ...branches: Schema[]) => ({
  type: 'object',
  required: ['type'],
  properties: { type: { enum: values.flat() } },
  tag: { property: 'type', values },
  branches,
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
          tag: { property: 'type', values: [['a'], ['b', 'c']] },
          branches: [chosen, chosen],
        },
      ],
    });
  });

  test.each<[what: string, union: Schema, choice: Schema]>([
    [
      'of which one lacks what the other requires',
      { oneOf: [branch(undefined, 'x'), { ...branch(undefined, 'y'), not: { required: ['x'] } }] },
      {
        if: { required: ['x'] },
        then: branch(undefined, 'x'),
        else: { ...branch(undefined, 'y'), not: { required: ['x'] } },
      },
    ],
    ['by references', { oneOf: [refTo('A'), refTo('B')] }, present([['a'], ['b', 'c']], refTo('A'), refTo('B'))],
    ['by a tag that is a reference', { oneOf: [a, refTo('K')] }, present([['a'], ['k']], chosen, refTo('K'))],
    [
      'with an alternative for all other tags',
      { oneOf: [a, b, others] },
      { tag: { property: 'type', values: [['a'], ['b', 'c']] }, branches: [chosen, chosen, branch({ type: 'string' }, 'type')] },
    ],
    [
      'with an alternative that has still fewer tags',
      { oneOf: [a, b, branch({ not: { enum: ['a', 'b', 'c', 'd'] } }, 'type')] },
      {
        tag: { property: 'type', values: [['a'], ['b', 'c']] },
        branches: [chosen, chosen, branch({ not: { enum: ['a', 'b', 'c', 'd'] } }, 'type')],
      },
    ],
    [
      'whose branches say more of their members, or of their tags',
      { oneOf: [{ ...branch({ const: 'a' }, 'type', 'x'), additionalProperties: false }, branch({ enum: ['b'], minLength: 2 }, 'type')] },
      present([['a'], ['b']], { ...chosen, required: ['x'], additionalProperties: false }, branch({ enum: ['b'], minLength: 2 }, 'type')),
    ],
    [
      'with one that needs no tag',
      { oneOf: [branch({ const: 'x' }), a] },
      {
        if: { type: 'object', not: { required: ['type'] } },
        then: branch({ const: 'x' }),
        else: present([['x'], ['a']], chosen, chosen),
      },
    ],
    [
      'with several that need no tag',
      { oneOf: [branch({ const: 'x' }), branch({ const: 'y' })] },
      {
        if: { type: 'object', not: { required: ['type'] } },
        then: { anyOf: [branch({ const: 'x' }), branch({ const: 'y' })] },
        else: present([['x'], ['y']], chosen, chosen),
      },
    ],
  ])('%s', (_, union, choice) => {
    expect(tagUnions(document, union)).toEqual({ allOf: [choice] });
  });

  test('in a union, in a member, in an item', () => {
    const inner = { oneOf: [a, b] };
    const tagged = { allOf: [present([['a'], ['b', 'c']], chosen, chosen)] };
    expect(tagUnions(document, { properties: { one: inner }, items: inner, allOf: [inner] })).toEqual({
      properties: { one: tagged },
      items: tagged,
      allOf: [tagged],
    });
    const [outer] = [branch({ const: 'o' }, 'type')].map((schema) => ({ ...schema, properties: { ...schema.properties, inner } }));
    expect(tagUnions(document, { oneOf: [outer, a] })).toMatchObject({
      allOf: [{ branches: [{ properties: { inner: tagged } }, chosen] }],
    });
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
