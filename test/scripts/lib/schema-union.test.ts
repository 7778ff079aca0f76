import { describe, expect, it } from 'vitest';
import type { Document, Schema } from '../../../scripts/lib/document.js';
import { isUndecided, itemsOf, meantBy, memberNames, memberOf, unionOf, valuesOf } from '../../../scripts/lib/schema-union.js';

const bear = { type: 'object', required: ['kind'], properties: { kind: { const: 'bear' }, fur: { type: 'string' } } };
const train = {
  type: 'object',
  required: ['kind'],
  properties: { kind: { const: 'train' }, wagons: { type: 'array', items: { type: 'integer' } } },
};
const document = { components: { schemas: { Toy: { oneOf: [bear, train] } } } } as unknown as Document;
const toy: Schema = { $ref: '#/components/schemas/Toy' };

describe('the union of the schemas of a place', () => {
  it('has every alternative, or only those that a value means', () => {
    expect(memberNames(unionOf(document, toy))).toEqual(['kind', 'fur', 'wagons']);
    expect(memberNames(unionOf(document, toy, { kind: 'bear' }))).toEqual(['kind', 'fur']);
    expect(memberNames(unionOf(document, { anyOf: [toy, { type: 'string' }] }, 'text'))).toEqual([]);
  });

  it('is undecided when a value names an alternative that is not there', () => {
    expect([{ kind: 'bear' }, { kind: 'doll' }].map((value) => isUndecided(document, toy, value))).toEqual([false, true]);
    expect(memberNames(unionOf(document, toy, { kind: 'doll' }))).toEqual(['kind', 'fur', 'wagons']);
  });

  it('gives the branches that values mean as they are, with what they are made of', () => {
    const long = { allOf: [train, { if: { required: ['wagons'] }, then: { required: ['fur'] } }] };
    expect(meantBy(document, { oneOf: [bear, { anyOf: [long] }] }, [{ kind: 'train' }])).toEqual([long]);
    expect(meantBy(document, toy, [{ kind: 'train' }, { kind: 'bear' }])).toEqual([bear, train]);
    for (const values of [[], [{ kind: 'doll' }]]) expect(meantBy(document, toy, values)).toEqual([toy]);
    expect(meantBy(document, bear, [{ kind: 'bear' }])).toEqual([bear]);
  });

  it('knows a member when one of its schemas does', () => {
    const union = unionOf(document, { allOf: [toy, { type: 'object', properties: { price: {} } }] });
    expect(memberOf(union, 'price')).toEqual({ union: [{}] });
    expect(memberOf(union, 'size')).toBeUndefined();
    expect(memberOf(unionOf(document, { type: 'object', additionalProperties: true }), 'size')).toEqual({ union: [] });
    expect(memberOf(unionOf(document, { type: 'object' }), 'size')).toEqual({ union: [] });
    expect(itemsOf(memberOf(union, 'wagons')?.union ?? [])).toEqual([{ type: 'integer' }]);
  });

  it('lists values, and tells whether others of the same type are as good', () => {
    const known = { type: 'string', enum: ['a', 'b'] };
    expect(valuesOf([known])).toEqual({ known: ['a', 'b'], free: false });
    expect(valuesOf(unionOf(document, { anyOf: [known, { type: 'string', 'x-open-enum': true }] }))).toMatchObject({ free: false });
    expect(valuesOf(unionOf(document, { anyOf: [known, { type: 'string' }] }))).toMatchObject({ free: true });
    expect(valuesOf(unionOf(document, { anyOf: [known, { type: 'integer' }] }), ['string'])).toMatchObject({ free: false });
  });
});
