/** What differs between two values is said with the member, what is there and what was there. */
import { expect, test } from 'vitest';
import { inWords, memberChanges } from '../../../src/diff/model/member-changes.js';

test.each<[string, unknown, unknown, string[]]>([
  ['nothing', { a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, []],
  ['a value', { a: 1 }, { a: '1' }, ['`a` is `"1"`, was `1`']],
  ['a text', { role: 'create' }, { role: 'remix' }, ['`role` is `remix`, was `create`']],
  ['null, which is a value', { a: null }, { a: false }, ['`a` is `false`, was `null`']],
  ['a member more', {}, { states: { lost: { value: 'lost' } } }, ['`states` is new: `{"lost":{"value":"lost"}}`']],
  ['a member less', { end: '[DONE]' }, {}, ['`end` is gone, was `[DONE]`']],
  [
    'several, at any depth',
    { a: { b: { c: 1, d: 2 } }, e: 3 },
    { a: { b: { c: 2 } }, e: 3, f: 4 },
    ['`a.b.c` is `2`, was `1`', '`a.b.d` is gone, was `2`', '`f` is new: `4`'],
  ],
  ['an object instead of a text', { a: 'b' }, { a: { b: 1 } }, ['`a` is `{"b":1}`, was `b`']],
  ['a list instead of an object', { a: {} }, { a: [] }, ['`a` is `[]`, was `{}`']],
  ['an item more, before others', { a: ['x'] }, { a: ['w', 'x'] }, ['`a[0]` is new: `w`']],
  ['an item less', { a: ['w', 'x', 'y'] }, { a: ['w', 'y'] }, ['`a[1]` is gone, was `x`']],
  ['an item that has changed', { a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 1 }, { b: 3 }] }, ['`a[1].b` is `3`, was `2`']],
  ['another order', { a: ['x', 'y'] }, { a: ['y', 'x'] }, ['`a` is `["y","x"]`, was `["x","y"]`']],
  ['an item twice', { a: ['x'] }, { a: ['x', 'x'] }, ['`a` is `["x","x"]`, was `["x"]`']],
  [
    'names that are no words',
    { File: { '/id': 1, 'a.b': 1, größe: 1 } },
    { File: { '/id': 2 } },
    ['`File["/id"]` is `2`, was `1`', '`File["a.b"]` is gone, was `1`', '`File.größe` is gone, was `1`'],
  ],
  ['the whole', 1, 2, ['the whole is `2`, was `1`']],
  ['what is there now and was not', undefined, { a: 1 }, ['the whole is new: `{"a":1}`']],
  ['an inherited name', {}, { constructor: 1 }, ['`constructor` is new: `1`']],
])('%s', (_, before, after, words) => {
  expect([...memberChanges(before, after)].map(inWords)).toEqual(words);
});

test('of long texts, the part where they part is shown', () => {
  const [before, after] = ['red', 'blue'].map((colour) => `${'a'.repeat(500)} ${colour} ${'b'.repeat(500)}`);
  const [words] = [...memberChanges({ text: before }, { text: after })].map(inWords);
  expect(words).toMatch(/^`text` is `…a+ blue b+…`, was `…a+ red b+…`$/);
  expect(words?.length).toBeLessThan(250);
});

test('a long value that is new or gone is cut', () => {
  const [words] = [...memberChanges({}, { a: 'x'.repeat(1000) })].map(inWords);
  expect(words).toMatch(/^`a` is new: `x+…`$/);
  expect(words?.length).toBeLessThan(120);
});
