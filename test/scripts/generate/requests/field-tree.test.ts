/** The members that a schema knows, told by what a request may have beside them without a word. */
import { describe, expect, test } from 'vitest';
import { fieldTree } from '../../../../scripts/generate/requests/field-tree.js';
import type { Document, Schema } from '../../../../scripts/lib/document.js';
import { unknownParts } from '../../../../src/contract/judge/unknown-parts.js';

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const text: Schema = { type: 'string' };
const tagged = (tag: string, name: string): Schema => ({
  type: 'object',
  required: ['type'],
  properties: { type: { const: tag }, [name]: text },
});

const closed: Schema = { properties: { a: text } };
const schemas: Record<string, Schema> = {
  Named: { type: 'object', properties: { name: text } },
  Text: tagged('text', 'text'),
  Image: { type: 'object', required: ['type'], properties: { type: { enum: ['image', 'picture'] }, image: ref('Named') } },
  Part: { oneOf: [ref('Text'), ref('Image')], discriminator: { propertyName: 'type' } },
  Tree: {
    type: 'object',
    properties: { name: text, children: { type: 'array', items: ref('Tree') }, like: { anyOf: [ref('Tree'), closed] } },
  },
};
const document = { components: { schemas } } as unknown as Document;

const openUnion: Schema = {
  anyOf: [
    ref('Text'),
    ref('Image'),
    { type: 'object', properties: { type: { const: 'speech' }, words: text } },
    {
      type: 'object',
      required: ['type'],
      properties: { type: { type: 'string', not: { enum: ['text', 'image', 'picture', 'speech'] } } },
      additionalProperties: true,
    },
  ],
};

describe('a schema', () => {
  test.each<[what: string, schema: Schema | undefined, value: unknown, unknown: string[]]>([
    ['that there is none of knows anything', undefined, { a: { b: 1 } }, []],
    ['that says nothing knows anything', {}, { a: { b: 1 } }, []],
    ['of any object knows anything', { type: 'object' }, { a: { b: 1 } }, []],
    ['of no members knows anything', { type: 'object', properties: {} }, { a: 1 }, []],
    ['knows its members', ref('Named'), { name: 1, nam: 1 }, ['/nam']],
    ['knows the members of members', { properties: { a: ref('Named') } }, { a: { nam: 1 } }, ['/a/nam']],
    ['knows the members of items', { type: 'array', items: ref('Named') }, [{ name: 1 }, { nam: 1 }], ['/1/nam']],
    ['may have other members', { ...closed, additionalProperties: true }, { a: 1, b: { c: 1 } }, []],
    ['may have other members of a kind', { ...closed, additionalProperties: text }, { a: 1, b: 1 }, []],
    ['may say that it has no other members', { ...closed, additionalProperties: false }, { a: 1, b: 1 }, ['/b']],
    ['knows the members of its parts', { allOf: [closed, ref('Named')], properties: { c: text } }, { a: 1, name: 1, c: 1, d: 1 }, ['/d']],
    ['knows the members of its alternatives', { anyOf: [closed, ref('Named')] }, { a: 1, name: 1, d: 1 }, ['/d']],
    [
      'knows the items of its alternatives',
      { anyOf: [text, { items: closed }, { items: ref('Named') }] },
      [{ a: 1 }, { name: 1 }, { d: 1 }],
      ['/2/d'],
    ],
    [
      'knows what a member has in each alternative',
      { oneOf: [{ properties: { x: closed } }, { properties: { x: ref('Named') } }] },
      { x: { a: 1, name: 1, d: 1 } },
      ['/x/d'],
    ],
    [
      'knows its own members beside what alternatives require',
      { ...closed, anyOf: [{ required: ['a'] }, { required: ['b'] }] },
      { a: 1, b: 1 },
      ['/b'],
    ],
    ['that lies in itself knows its first floor', ref('Tree'), { name: 1, nam: 1, children: [{ children: [{ nam: 1 }] }] }, ['/nam']],
    ['that may lie in itself, or else be another', ref('Tree'), { like: { name: 1, a: 1 } }, []],
    ['with a tag knows the members of that alternative', ref('Part'), { type: 'text', text: 1, image: 1 }, ['/image']],
    [
      'with a tag of several values knows it by each',
      ref('Part'),
      { type: 'picture', text: 1, image: { nam: 1 } },
      ['/text', '/image/nam'],
    ],
    ['with another tag knows nothing', ref('Part'), { type: 'sound', sound: 1 }, []],
    ['with a tag or else a text', { anyOf: [text, ref('Part')] }, { type: 'text', text: 1, image: 1 }, ['/image']],
    [
      'with a tag among the items of an alternative',
      { anyOf: [text, { type: 'array', items: ref('Part') }] },
      [{ type: 'text', image: 1 }],
      ['/0/image'],
    ],
    ['with a tag in a part of it', { allOf: [ref('Part'), ref('Named')] }, { type: 'text', text: 1, name: 1, image: 1 }, ['/image']],
    [
      'with two unions of the same tag',
      { anyOf: [ref('Part'), { oneOf: [tagged('sound', 'sound'), tagged('text', 'words')], discriminator: { propertyName: 'type' } }] },
      { type: 'text', text: 1, words: 1, sound: 1 },
      ['/sound'],
    ],
    [
      'with two tags takes what any alternative of the second has',
      {
        allOf: [
          ref('Part'),
          {
            oneOf: [{ properties: { mode: { const: 'x' }, x: text } }, { properties: { mode: { const: 'y' }, y: text } }],
            discriminator: { propertyName: 'mode' },
          },
        ],
      },
      { type: 'text', text: 1, mode: 'x', x: 1, y: 1, z: 1 },
      ['/z'],
    ],
    [
      'with a tag within an alternative',
      {
        oneOf: [
          { ...tagged('deep', 'own'), oneOf: [{ properties: { mode: { const: 'x' }, x: text } }], discriminator: { propertyName: 'mode' } },
          ref('Text'),
        ],
        discriminator: { propertyName: 'type' },
      },
      { type: 'deep', own: 1, mode: 'x', x: 1, y: 1 },
      ['/y'],
    ],
    [
      'with an open alternative knows the members of each kind',
      openUnion,
      { type: 'picture', image: { nam: 1 }, text: 1 },
      ['/image/nam', '/text'],
    ],
    ['with an open alternative knows nothing of another kind', openUnion, { type: 'sound', text: { a: 1 }, image: { nam: 1 } }, []],
    ['with an open alternative knows the members of the kind without a tag', openUnion, { words: 1, text: 1 }, ['/text']],
    ['with an open alternative beside texts', { anyOf: [text, ...openUnion.anyOf] }, { type: 'text', text: 1, image: 1 }, ['/image']],
  ])('%s', (_, schema, value, unknown) => {
    expect(unknownParts(value, fieldTree(document, schema)).fields).toEqual(unknown);
  });
});

test('a reference that leads nowhere is told', () => {
  expect(() => fieldTree(document, { properties: { a: ref('Gone') } })).toThrow('#/components/schemas/Gone leads nowhere');
});

describe('a list', () => {
  const open: Schema = { type: 'string', 'x-open-enum': true };
  const sizes: Schema = { type: 'string', enum: ['S', 'M'] };
  const other: Schema = { type: 'object', properties: { type: { type: 'string', not: { enum: ['text', 'image', 'picture'] } } } };

  test.each<[what: string, schema: Schema, value: unknown, unknown: string[]]>([
    ['that is closed warns of nothing: what it does not name is refused', { properties: { size: sizes } }, { size: 'XL' }, []],
    ['that is open warns of what it does not name', { properties: { size: { anyOf: [sizes, open] } } }, { size: 'XL' }, ['/size']],
    ['that is open takes what it names', { properties: { size: { anyOf: [sizes, open, { type: 'null' }] } } }, { size: 'S' }, []],
    ['beside which any text is as good', { properties: { size: { anyOf: [sizes, text] } } }, { size: 'XL' }, []],
    ['beside which any value is as good', { properties: { size: { anyOf: [sizes, {}, open] } } }, { size: 'XL' }, []],
    ['of items', { type: 'array', items: { anyOf: [sizes, open] } }, ['S', 'XL'], ['/1']],
    ['of the kinds of an open union', { oneOf: [ref('Text'), ref('Image'), other] }, { type: 'sound' }, ['/type']],
    ['of the kinds of an open union, one of them', { oneOf: [ref('Text'), ref('Image'), other] }, { type: 'picture' }, []],
    [
      'that only one alternative has, while another takes any text',
      { oneOf: [{ properties: { size: { anyOf: [sizes, open] } } }, { properties: { size: text } }] },
      { size: 'XL' },
      [],
    ],
    [
      'that is open in one alternative and closed in another',
      { oneOf: [{ properties: { size: { anyOf: [sizes, open] } } }, { properties: { size: { enum: ['XL'] } } }] },
      { size: 'XL' },
      [],
    ],
  ])('%s', (_, schema, value, unknown) => {
    expect(unknownParts(value, fieldTree(document, schema)).values.map(({ pointer }) => pointer)).toEqual(unknown);
  });
});

test('a part that restricts the texts of an open list lets no others in', () => {
  const listed: Schema = {
    anyOf: [
      { type: 'string', enum: ['x'] },
      { type: 'string', 'x-open-enum': true },
    ],
  };
  const schema: Schema = { allOf: [{ properties: { a: listed } }, { properties: { a: { pattern: '^x' } } }] };
  expect(fieldTree(document, schema)).toEqual({ properties: { a: { values: ['x'] } } });
});
