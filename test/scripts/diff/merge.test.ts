/** A fact that two judges saw is told once, with the graver judgement. */
import { expect, test } from 'vitest';
import { merge } from '../../../scripts/diff/merge.js';
import { type Change, change, type Level } from '../../../scripts/diff/model/change.js';
import type { Reach } from '../../../scripts/diff/model/reach.js';

/** `make` uses Toy and Order, `look` uses Toy. */
const reached = [
  new Map<string, Reach>([
    ['make', { request: new Set(['Order']), response: new Set(['Toy']) }],
    ['look', { request: new Set(), response: new Set(['Toy']) }],
  ]),
];

const ofType = (component: string | undefined, ...subjects: string[]) =>
  change('non-breaking', 'type', 'of the type', { ...(component && { component }), subjects });
const ofOperation = (level: Level, operations: string[], ...subjects: string[]) =>
  change(level, 'operation', 'of the operation', { operations, subjects });

test.each<[what: string, types: Change[], operations: Change[], wanted: string[]]>([
  ['nothing', [], [], []],
  ['what only the types show', [ofType('Toy', 'id')], [], ['type non-breaking']],
  ['what only operations show', [], [ofOperation('breaking', ['make'], 'id')], ['operation breaking']],
  ['what both show, by the graver judgement', [ofType('Toy', 'id')], [ofOperation('breaking', ['make', 'look'], 'id')], ['type breaking']],
  [
    'what both show, where the other is graver',
    [{ ...ofType('Toy', 'id'), level: 'breaking' }],
    [ofOperation('non-breaking', ['make'], 'id')],
    ['type breaking'],
  ],
  ['an item of a list', [ofType('Toy', 'parts')], [ofOperation('breaking', ['make'], 'parts[#1]')], ['type breaking']],
  [
    'a name that only begins alike',
    [ofType('Toy', 'part')],
    [ofOperation('breaking', ['make'], 'parts')],
    ['type non-breaking', 'operation breaking'],
  ],
  [
    'a field of another type',
    [ofType('Order', 'id')],
    [ofOperation('breaking', ['look'], 'id')],
    ['type non-breaking', 'operation breaking'],
  ],
  [
    'a field of a type that not all the operations use',
    [ofType('Order', 'id')],
    [ofOperation('breaking', ['make', 'look'], 'id')],
    ['type non-breaking', 'operation breaking'],
  ],
  [
    'a change of no type',
    [ofType(undefined, 'id')],
    [ofOperation('breaking', ['make'], 'id')],
    ['type non-breaking', 'operation breaking'],
  ],
  [
    'several facts',
    [ofType('Toy', 'id'), ofType('Toy', 'state')],
    [ofOperation('breaking', ['look'], 'state'), ofOperation('breaking', ['look'], 'other')],
    ['type non-breaking', 'type breaking', 'operation breaking'],
  ],
])('%s', (_, types, operations, wanted) => {
  expect(merge(types, operations, reached).map(({ rule, level }) => `${rule} ${level}`)).toEqual(wanted);
});

test('what was found stays as it was', () => {
  const types = [ofType('Toy', 'id')];
  merge(types, [ofOperation('breaking', ['make'], 'id')], reached);
  expect(types).toEqual([ofType('Toy', 'id')]);
});
