/** What a change of a schema does to the values that it describes. */
import { describe, expect, test } from 'vitest';
import type { Schema } from '../../../scripts/lib/document.js';
import { SchemaComparison } from '../../../src/diff/find/schema-effects.js';
import { contractOf, ref } from '../toy-shop.js';

const shared: Record<string, Schema> = {
  Word: { type: 'object', properties: { word: {} } },
  Sound: { type: 'object', properties: { sound: {} } },
};

/** Each effect with its text. */
function effects(before: Schema, after: Schema, schemasBefore = shared, schemasAfter = shared): string[] {
  const comparison = new SchemaComparison(contractOf(schemasBefore), contractOf(schemasAfter), 'Toy');
  return [...comparison.compare(before, after)].map(({ effect, text }) => `${effect}: ${text}`);
}

const object = (properties: Record<string, Schema>, ...required: string[]): Schema => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
});
const text: Schema = { type: 'string' };
const list = (...values: unknown[]): Schema => ({ type: 'string', enum: values });
const open = (...values: unknown[]): Schema => ({ anyOf: [list(...values), { type: 'string', 'x-open-enum': true }] });

describe('a schema', () => {
  test.each<[what: string, before: Schema, after: Schema, told: string[]]>([
    ['that is the same', object({ a: text }, 'a'), object({ a: text }, 'a'), []],
    ['of another type', text, { type: 'integer' }, ['narrowed: `Toy` is integer, was string']],
    ['of one type more', text, { type: ['string', 'null'] }, ['widened: `Toy` may also be null']],
    ['of one type less', { type: ['string', 'null'] }, text, ['limited: `Toy` is string, was string or null']],
    ['whose type was not told', {}, text, ['limited: `Toy` is string, was anything']],
    ['whose type is not told any more', text, {}, ['widened: `Toy` may be anything, was string']],
    ['whose values told its type', { enum: ['a'] }, list('a'), []],
    [
      'that is any number in place of a whole one',
      { type: 'integer' },
      { type: 'number' },
      ['widened: `Toy` may also be any number, was integer'],
    ],
    ['that is a whole number in place of any', { type: 'number' }, { type: 'integer' }, ['limited: `Toy` is integer, was number']],
    ['with a value more', list('a'), list('a', 'b'), ['widened: `Toy` has the new value `b`']],
    ['with a value less', list('a', 'b'), list('a'), ['narrowed: `Toy` no longer has `b`']],
    ['with another value', { const: 1 }, { const: '1' }, ['narrowed: `Toy` no longer has `1`', 'widened: `Toy` has the new value `"1"`']],
    ['with any value', list('a'), text, ['widened: `Toy` is no longer limited to `a`']],
    ['with certain values only', text, list('a', 'b'), ['narrowed: `Toy` is limited to `a`, `b`']],
    ['in another order', list('a', 'b'), list('b', 'a'), []],
    ['whose list may grow, with a value more', open('a'), open('a', 'b'), ['added: `Toy` knows the new value `b`']],
    ['whose list may grow now', list('a'), open('a'), ['widened: `Toy` may have values that are not listed']],
    [
      'whose list may no longer grow',
      open('a', 'b'),
      list('a'),
      ['narrowed: `Toy` is limited to `a`', 'forgotten: `Toy` no longer names `b`'],
    ],
    ['whose list may grow, with a value less', open('a', 'b'), open('a'), ['forgotten: `Toy` no longer names `b`']],
  ])('%s', (_, before, after, told) => {
    expect(effects(before, after)).toEqual(told);
  });
});

describe('a limit', () => {
  test.each<[what: string, before: Schema, after: Schema, told: string[]]>([
    ['from above that is lower', { maximum: 5 }, { maximum: 4 }, ['limited: `Toy` has the limit `maximum` `4`, was `5`']],
    ['from above that is higher', { maxItems: 5 }, { maxItems: 6 }, ['widened: `Toy` has the limit `maxItems` `6`, was `5`']],
    ['from below that is lower', { minLength: 5 }, { minLength: 4 }, ['widened: `Toy` has the limit `minLength` `4`, was `5`']],
    ['from below that is higher', { minimum: -5 }, { minimum: 0 }, ['limited: `Toy` has the limit `minimum` `0`, was `-5`']],
    ['that is new', text, { ...text, pattern: '^a' }, ['limited: `Toy` has the limit `pattern` `^a`']],
    ['that is gone', { ...text, format: 'uri' }, text, ['widened: `Toy` no longer has the limit `format` `uri`']],
    ['that is another', { pattern: '^a' }, { pattern: '^b' }, ['narrowed: `Toy` has the limit `pattern` `^b`, was `^a`']],
    ['that says nothing', { uniqueItems: false }, {}, []],
  ])('%s', (_, before, after, told) => {
    expect(effects(before, after)).toEqual(told);
  });
});

describe('a condition', () => {
  test('that is another is told with what it was', () => {
    expect(effects({ not: { required: ['a'] } }, { not: { required: ['b'] } })).toEqual([
      'narrowed: `Toy` must not be `{"required":["b"]}`, where it was otherwise: `required[0]` is `b`, was `a`',
    ]);
  });
});

describe('a field', () => {
  test.each<[what: string, before: Schema, after: Schema, told: string[]]>([
    ['that is new', object({}), object({ a: text }), ['added: `a` is new']],
    ['that is new and required', object({}), object({ a: text }, 'a'), ['demanded: `a` is new and required']],
    ['that is gone', object({ a: text, b: list('x') }), object({ b: list('x') }), ['narrowed: `a` is gone']],
    ['that is required now', object({ a: text }), object({ a: text }, 'a'), ['demanded: `a` is required']],
    ['that may be absent now', object({ a: text }, 'a'), object({ a: text }), ['optional: `a` may be absent']],
    ['with another name', object({ colour: text }), object({ color: text }), ['narrowed: `colour` is now called `color`']],
    [
      'with a name that is not alike, but the only one',
      object({ a: text }),
      object({ size: text }),
      ['narrowed: `a` is now called `size`'],
    ],
    [
      'with the more like of two names',
      object({ colour: text }),
      object({ size: text, colours: text }),
      ['narrowed: `colour` is now called `colours`', 'added: `size` is new'],
    ],
    [
      'with none of two names that is alike',
      object({ colour: text }),
      object({ x: text, y: text }),
      ['narrowed: `colour` is gone', 'added: `x` is new', 'added: `y` is new'],
    ],
    [
      'of another shape is another',
      object({ colour: text }),
      object({ color: { type: 'integer' } }),
      ['narrowed: `colour` is gone', 'added: `color` is new'],
    ],
    [
      'that is required, and declared elsewhere',
      { allOf: [object({ a: text })] },
      { allOf: [object({ a: text })], required: ['a'] },
      ['demanded: `a` is required'],
    ],
    ['with another default', object({ a: text }), object({ a: { ...text, default: 'x' } }), ['assumed: `a` is `x` where it is left out']],
    ['that is deprecated', object({ a: text }), object({ a: { ...text, deprecated: true } }), ['deprecated: `a` is deprecated']],
    [
      'within a field',
      object({ a: object({ b: text }) }),
      object({ a: object({ b: { type: 'integer' } }) }),
      ['narrowed: `a.b` is integer, was string'],
    ],
    ['of an item', { type: 'array', items: object({ b: text }) }, { type: 'array', items: object({}) }, ['narrowed: `[].b` is gone']],
    [
      'of an item of a field',
      object({ a: { type: 'array', items: object({ b: text }) } }),
      object({ a: { type: 'array', items: object({}) } }),
      ['narrowed: `a[].b` is gone'],
    ],
    ['of a part', { allOf: [object({ a: text })] }, { allOf: [object({})] }, ['narrowed: `a` is gone']],
    [
      'of any name',
      { additionalProperties: text },
      { additionalProperties: { type: 'integer' } },
      ['narrowed: `.*` is integer, was string'],
    ],
    [
      'that was not told is refused',
      object({}),
      { ...object({}), additionalProperties: false },
      ['limited: `Toy` takes no other fields (`additionalProperties`)'],
    ],
    ['that was refused is taken', { ...object({}), unevaluatedProperties: false }, object({}), ['added: `Toy` may have other fields']],
  ])('%s', (_, before, after, told) => {
    expect(effects(before, after)).toEqual(told);
  });
});

describe('an alternative', () => {
  test.each<[what: string, before: Schema, after: Schema, told: string[]]>([
    [
      'by its component, that is gone',
      { oneOf: [ref('Word'), ref('Sound')] },
      { oneOf: [ref('Word')] },
      ['narrowed: `Toy` no longer has the alternative `Sound`'],
    ],
    [
      'by its component, that is new',
      { oneOf: [ref('Word')] },
      { oneOf: [ref('Word'), ref('Sound')] },
      ['widened: `Toy` has the new alternative `Sound`'],
    ],
    [
      'by its tag, that has changed',
      { oneOf: [object({ type: { const: 'a' }, b: text })] },
      { oneOf: [object({ type: { const: 'a' } })] },
      ['narrowed: `b` is gone'],
    ],
    [
      'by its title',
      { oneOf: [{ title: 'Large' }, { title: 'Small' }] },
      { oneOf: [{ title: 'Small' }] },
      ['narrowed: `Toy` no longer has the alternative `Large`'],
    ],
    [
      'by what it requires',
      { anyOf: [{ required: ['a', 'b'] }, { required: ['c'] }] },
      { anyOf: [{ required: ['c'] }] },
      ['limited: `Toy` no longer has the alternative `with a and b`'],
    ],
    ['by its type', { anyOf: [text, { type: 'null' }] }, { anyOf: [text] }, ['limited: `Toy` no longer has the alternative `null`']],
    ['twice by one name', { anyOf: [text, text] }, { anyOf: [text] }, ['narrowed: `Toy` no longer has the alternative `string 1`']],
    [
      'that a tag no longer names',
      {
        oneOf: [ref('Word')],
        discriminator: { propertyName: 'is', mapping: { a: '#/components/schemas/Word', b: '#/components/schemas/Word' } },
      },
      { oneOf: [ref('Word')], discriminator: { propertyName: 'is', mapping: { a: '#/components/schemas/Word' } } },
      ['narrowed: `b` of `Toy` has no alternative any more'],
    ],
    ['in another order', { oneOf: [ref('Word'), ref('Sound')] }, { oneOf: [ref('Sound'), ref('Word')] }, []],
    ['where there was none', {}, { oneOf: [ref('Word'), ref('Sound')] }, ['narrowed: `Toy` is one of 2 alternatives']],
    ['where there is none any more', { oneOf: [ref('Word')] }, {}, ['widened: `Toy` has no alternatives any more']],
    ['that says that the list may grow, gone', open('a'), { anyOf: [list('a')] }, ['narrowed: `Toy` is limited to `a`']],
  ])('%s', (_, before, after, told) => {
    expect(effects(before, after)).toEqual(told);
  });
});

describe('a reference', () => {
  test('to the same component is that component’s own matter', () => {
    expect(effects(object({ a: ref('Word') }), object({ a: ref('Word') }), shared, { ...shared, Word: text })).toEqual([]);
  });

  test.each<[what: string, before: Schema, after: Schema, told: string[]]>([
    ['instead of what it refers to', ref('Word'), shared.Word as Schema, []],
    ['in place of what it refers to', shared.Word as Schema, ref('Word'), []],
    ['to another component', ref('Word'), ref('Sound'), ['narrowed: `word` is now called `sound`']],
  ])('%s', (_, before, after, told) => {
    expect(effects(before, after)).toEqual(told);
  });

  test('that leads in a circle comes to an end', () => {
    const before = { Node: object({ next: ref('Node'), a: text }) };
    const after = { Other: object({ next: ref('Other') }) };
    expect(effects(ref('Node'), ref('Other'), before, after)).toEqual(['narrowed: `a` is gone']);
  });
});
