/** Where two requests differ. */
import { expect, test } from 'vitest';
import type { Json } from '../../../src/contract/prepared/json.js';
import { differences } from '../../../src/upstream/replay/differences.js';

const equal = (a: string, b: string) => a === b;

test.each<[one: Json, other: Json, found: string[]]>([
  [{ a: [1, { b: 'x' }] }, { a: [1, { b: 'x' }] }, []],
  [{ a: [1, { b: 'x' }] }, { a: [2, { b: 'y' }] }, ['/a/0', '/a/1/b']],
  [{ a: 1 }, { b: 1 }, ['/a', '/b']],
  [{ a: [1] }, { a: [1, 2] }, ['/a/1']],
  [{ a: [] }, { a: {} }, ['/a']],
  [{ a: 'x' }, { a: { b: 'x' } }, ['/a']],
  [{ 'a/b': { '~': 1 } }, { 'a/b': { '~': 2 } }, ['/a~1b/~0']],
  ['x', 'y', ['']],
  [null, { a: 1 }, ['']],
])('%j and %j', (one, other, found) => {
  expect(differences(one, other, equal)).toEqual(found);
});

test('texts may count as the same, and there are no more than are asked for', () => {
  expect(differences({ a: 'X', b: 'y' }, { a: 'x', b: 'z' }, (a, b) => a.toLowerCase() === b.toLowerCase())).toEqual(['/b']);
  expect(differences([1, 2, 3], [4, 5, 6], equal, 2)).toEqual(['/0', '/1']);
});
