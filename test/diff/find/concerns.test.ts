/** Of what has changed in a schema, what concerns a value that somebody has sent or got. */
import { describe, expect, test } from 'vitest';
import type { Schema } from '../../../scripts/lib/document.js';
import { SchemaComparison } from '../../../src/diff/find/schema-effects.js';
import { outcomeOf, type Part } from '../../../src/diff/model/outcome.js';
import { Validity } from '../../../src/diff/model/validity.js';
import { contractOf, ref } from '../toy-shop.js';

/** What it does to a call that sends the value, or gets it. */
function told(part: Part, value: unknown, before: Schema, after: Schema, schemasBefore = {}, schemasAfter = schemasBefore): string[] {
  const [base, current] = [contractOf(schemasBefore), contractOf(schemasAfter)];
  const comparison = new SchemaComparison(base, current, 'Toy', { part, before: new Validity(base), after: new Validity(current) });
  return [...comparison.compare(before, after, [{ pointer: '', value }])].map(
    (effect) => `${outcomeOf(effect, part)} ${effect.pointers?.join()}: ${effect.text}`,
  );
}

const object = (properties: Record<string, Schema>, ...required: string[]): Schema => ({ type: 'object', properties, required });
const text: Schema = { type: 'string' };
const list = (...values: unknown[]): Schema => ({ type: 'string', enum: values });
const open = (...values: unknown[]): Schema => ({ anyOf: [list(...values), { type: 'string', 'x-open-enum': true }] });

describe('a request', () => {
  test.each<[what: string, value: unknown, before: Schema, after: Schema, lines: string[]]>([
    ['that sends a field that is gone', { a: 'x' }, object({ a: text }), object({}), ['breaks /a: `a` is gone']],
    ['that does not send it', {}, object({ a: text }), object({}), []],
    ['without a field that is required now', {}, object({ a: text }), object({ a: text }, 'a'), ['breaks /a: `a` is required']],
    ['with it', { a: 'x' }, object({ a: text }), object({ a: text }, 'a'), []],
    ['without a field that is new and required', {}, object({}), object({ a: text }, 'a'), ['breaks /a: `a` is new and required']],
    ['that sends what was not known', { a: 'x' }, object({}), object({ a: text }), ['possible /a: `a` is new']],
    [
      'by the old name of a field',
      { colour: 'x' },
      object({ colour: text }),
      object({ color: text }),
      ['breaks /colour: `colour` is now called `color`'],
    ],
    [
      'with a value that is gone',
      { a: 'x' },
      object({ a: list('x', 'y') }),
      object({ a: list('y') }),
      ['breaks /a: `a` no longer has `x`'],
    ],
    ['with another value', { a: 'y' }, object({ a: list('x', 'y') }), object({ a: list('y') }), []],
    [
      'with a value that is new',
      { a: 'z' },
      object({ a: list('x') }),
      object({ a: list('x', 'z') }),
      ['possible /a: `a` has the new value `z`'],
    ],
    [
      'with a value that is no longer named',
      { a: 'x' },
      object({ a: open('x') }),
      object({ a: open('y') }),
      ['warned /a: `a` no longer names `x`'],
    ],
    ['of the old type', { a: 1 }, object({ a: { type: 'integer' } }), object({ a: text }), ['breaks /a: `a` is string, was integer']],
    ['of the type that is left', { a: 'x' }, object({ a: { type: ['string', 'null'] } }), object({ a: text }), []],
    [
      'beyond a limit that is closer',
      { a: 'xxx' },
      object({ a: { maxLength: 5 } }),
      object({ a: { maxLength: 2 } }),
      ['breaks /a: `a` has the limit `maxLength` `2`, was `5`'],
    ],
    ['within it', { a: 'xx' }, object({ a: { maxLength: 5 } }), object({ a: { maxLength: 2 } }), []],
    [
      'beyond a limit that was closer',
      { a: 'xxx' },
      object({ a: { maxLength: 2 } }),
      object({ a: { maxLength: 5 } }),
      ['possible /a: `a` has the limit `maxLength` `5`, was `2`'],
    ],
    [
      'that leaves out what has another default',
      {},
      object({ a: text }),
      object({ a: { ...text, default: 'x' } }),
      ['warned /a: `a` is `x` where it is left out'],
    ],
    [
      'that uses what is deprecated',
      { a: 'x' },
      object({ a: text }),
      object({ a: { ...text, deprecated: true } }),
      ['warned /a: `a` is deprecated'],
    ],
    [
      'with a field of its own where none are taken',
      { b: 1 },
      object({ a: text }),
      { ...object({ a: text }), additionalProperties: false },
      ['breaks : `Toy` takes no other fields (`additionalProperties`)'],
    ],
    ['without one', { a: 'x' }, object({ a: text }), { ...object({ a: text }), additionalProperties: false }, []],
    [
      'that meets a condition no more',
      { a: 'x' },
      object({ a: text }),
      { ...object({ a: text }), not: { required: ['a'] } },
      ['breaks : `Toy` must not be `{"required":["a"]}`, which is new'],
    ],
    ['that meets it', {}, object({ a: text }), { ...object({ a: text }), not: { required: ['a'] } }, []],
    [
      'with one of several items',
      [{ a: 1 }, {}],
      { type: 'array', items: object({ a: {} }) },
      { type: 'array', items: object({}) },
      ['breaks /0/a: `[].a` is gone'],
    ],
    [
      'of another alternative',
      { kind: 'b', x: 1 },
      { oneOf: [object({ kind: { const: 'a' }, x: {} }, 'kind'), object({ kind: { const: 'b' }, x: {} }, 'kind')] },
      { oneOf: [object({ kind: { const: 'a' } }, 'kind'), object({ kind: { const: 'b' }, x: {} }, 'kind')] },
      [],
    ],
    [
      'of an alternative that is gone',
      { kind: 'b' },
      { oneOf: [object({ kind: { const: 'a' } }, 'kind'), object({ kind: { const: 'b' } }, 'kind')] },
      { oneOf: [object({ kind: { const: 'a' } }, 'kind')] },
      ['breaks : `Toy` no longer has the alternative `b`'],
    ],
    [
      'of an alternative that is new',
      { kind: 'b' },
      { oneOf: [object({ kind: { const: 'a' } }, 'kind')] },
      { oneOf: [object({ kind: { const: 'a' } }, 'kind'), object({ kind: { const: 'b' } }, 'kind')] },
      ['possible : `Toy` has the new alternative `b`'],
    ],
  ])('%s', (_, value, before, after, lines) => {
    expect(told('request', value, before, after)).toEqual(lines);
  });
});

describe('an answer', () => {
  test.each<[what: string, value: unknown, before: Schema, after: Schema, lines: string[]]>([
    ['that had a field that is gone', { a: 'x' }, object({ a: text }), object({}), ['breaks /a: `a` is gone']],
    ['that did not have it', {}, object({ a: text }), object({}), []],
    ['that had a field that may be absent', { a: 'x' }, object({ a: text }, 'a'), object({ a: text }), ['breaks /a: `a` may be absent']],
    ['with a field that is always there now', {}, object({ a: text }), object({ a: text }, 'a'), []],
    [
      'where a value may come that did not',
      { a: 'x' },
      object({ a: list('x') }),
      object({ a: list('x', 'y') }),
      ['warned /a: `a` has the new value `y`'],
    ],
    [
      'where null may come',
      { a: 'x' },
      object({ a: text }),
      object({ a: { type: ['string', 'null'] } }),
      ['breaks /a: `a` may also be null'],
    ],
    [
      'where longer ones may come',
      { a: 'x' },
      object({ a: { maxLength: 2 } }),
      object({ a: { maxLength: 5 } }),
      ['warned /a: `a` has the limit `maxLength` `5`, was `2`'],
    ],
    ['where only shorter ones come', { a: 'x' }, object({ a: { maxLength: 5 } }), object({ a: { maxLength: 2 } }), []],
    ['with a field that was not told of', { a: 'x' }, object({}), object({ a: text }), ['possible /a: `a` is new']],
    ['without a field that is new', {}, object({}), object({ a: text }), []],
    [
      'of one of two that may come',
      { a: 'x' },
      { anyOf: [object({ a: text }, 'a')] },
      { anyOf: [object({ a: text }, 'a'), { type: 'null' }] },
      ['warned : `Toy` has the new alternative `null`'],
    ],
  ])('%s', (_, value, before, after, lines) => {
    expect(told('response', value, before, after)).toEqual(lines);
  });
});

describe('through components', () => {
  test('of the same name, wherever they are used', () => {
    const [before, after] = [
      { Word: object({ a: text }), Line: { type: 'array', items: ref('Word') } },
      { Word: object({}), Line: { type: 'array', items: ref('Word') } },
    ];
    expect(
      told('request', { words: [{}, { a: 'x' }] }, object({ words: ref('Line') }), object({ words: ref('Line') }), before, after),
    ).toEqual(['breaks /words/1/a: `words[].a` is gone']);
  });

  test('that contain themselves, as deep as the value goes', () => {
    const node = (...fields: string[]) => object({ next: ref('Node'), ...Object.fromEntries(fields.map((name) => [name, text])) });
    const value = { next: { next: { a: 'x' } } };
    expect(told('request', value, ref('Node'), ref('Node'), { Node: node('a') }, { Node: node() })).toEqual([
      'breaks /next/next/a: `next.next.a` is gone',
    ]);
  });
});
