/** The paths by which requests are compared, and the search along them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isKind, ShapeIndex, shapeOf } from '../../../src/contract/examples/shape.js';
import { runs, seed } from '../../runs.js';

const cases: [what: string, value: unknown, paths: string[]][] = [
  ['nothing', undefined, []],
  ['null', null, []],
  ['a text', 'text', []],
  ['an empty object', {}, []],
  ['an empty list', [], []],
  ['members that say nothing', { a: [], b: {}, c: null, d: false, e: 0, f: '', g: 'auto', h: 'none', i: 'off' }, []],
  ['members that hold nothing else', { a: { b: { c: null }, d: [] } }, []],
  ['a list of what says nothing', { a: [{}] }, ['/a', '/a/*']],
  ['members at any depth', { a: { b: 1 } }, ['/a', '/a/b']],
  ['items, all at one path', { a: [1, { b: 1 }, { c: 1 }] }, ['/a', '/a/*', '/a/*/b', '/a/*/c']],
  ['lists in lists', [[1]], ['/*', '/*/*']],
  ['a kind', [{ type: 'text' }], ['/*', '/*/type', '/*/type=text']],
  ['the same kind twice', [{ role: 'user' }, { role: 'user' }], ['/*', '/*/role', '/*/role=user']],
  ['a kind that is no text', { type: 5, role: true }, ['/type', '/role']],
  ['a kind that is an object', { type: { a: 1 } }, ['/type', '/type/a']],
  ['names that a caller made up', { properties: { type: { a: 1 } }, a: { properties: { b: 1 } } }, ['/properties', '/a', '/a/properties']],
  ['names with a slash, an equals sign, in another script', { 'a/b': 1, 'c=d': 1, größe: 1, '': 1 }, ['/a/b', '/c=d', '/größe', '/']],
];

describe('the shape of', () => {
  test.each(cases)('%s', (_, value, paths) => {
    const shape = shapeOf(value);
    expect([...shape.keys()]).toEqual(paths);
    // Each lies in one that is there, or in the whole.
    expect([...shape.values()].filter((parent) => parent !== '' && !shape.has(parent))).toEqual([]);
  });
});

describe('what the member would be anyway', () => {
  const usual = (path: string) => ({ '/audio': true, '/mode': 'std' })[path];

  test('has no path, and what turns it off has one', () => {
    expect([...shapeOf({ audio: true, mode: 'std' }, usual).keys()]).toEqual([]);
    expect([...shapeOf({ audio: false, mode: 'pro' }, usual).keys()]).toEqual(['/audio', '/mode']);
    expect([...shapeOf({ audio: null }, usual).keys()]).toEqual([]);
  });

  test('is not found in an index', () => {
    const index = new ShapeIndex<string>();
    for (const path of ['/audio', '/mode']) index.add(path, '', path, usual(path));
    const search = (value: unknown): string[] => {
      const found: string[] = [];
      index.search(value, (item) => found.push(item));
      return found;
    };
    expect(search({ audio: true, mode: 'std' })).toEqual([]);
    expect(search({ audio: null, mode: null })).toEqual([]);
    expect(search({ audio: false, mode: 'none' })).toEqual(['/audio', '/mode']);
  });
});

test.each([
  ['/type=text', '/type', true],
  ['/type', '', false],
  ['/a/*', '/a', false],
  ['=x', '', true],
])('%s in %j tells a kind: %s', (path, parent, kind) => {
  expect(isKind(path, parent)).toBe(kind);
});

describe('an index', () => {
  const indexOf = (value: unknown): ShapeIndex<string> => {
    const index = new ShapeIndex<string>();
    for (const [path, parent] of shapeOf(value)) index.add(path, parent, path);
    return index;
  };
  const search = (index: ShapeIndex<string>, value: unknown): string[] => {
    const found: string[] = [];
    index.search(value, (item) => found.push(item));
    return found;
  };

  test.each(cases)('finds all of %s in itself, each once', (_, value, paths) => {
    expect(search(indexOf(value), value).sort()).toEqual([...paths].sort());
  });

  test.each<[unknown, unknown, string[]]>([
    [{ a: 1, b: 1 }, { b: 2, c: 2 }, ['/b']],
    [{ a: { b: 1 } }, { a: 'text' }, ['/a']],
    [{ a: [1] }, { a: [] }, []],
    [{ a: [1] }, { a: [2] }, ['/a', '/a/*']],
    [{ a: { b: 1 } }, { a: { b: 0 } }, []],
    [{ a: [1] }, { a: { '*': 1 } }, ['/a']],
    [[{ type: 'text' }], [{ type: 'image' }], ['/*', '/*/type']],
    [{ constructor: 1 }, {}, []],
    [{ a: 1 }, null, []],
  ])('of %j finds in %j only what both have', (known, value, found) => {
    expect(search(indexOf(known), value)).toEqual(found);
  });

  test('gives everything that is attached to a path, at every search anew', () => {
    const index = new ShapeIndex<number>();
    index.add('/a', '', 1);
    index.add('/a', '', 2);
    for (let round = 0; round < 2; round++) {
      const found: number[] = [];
      index.search({ a: 1 }, (item) => found.push(item));
      expect(found).toEqual([1, 2]);
    }
  });

  test('finds the paths that two shapes share, whatever they are', () => {
    const text = fc.constantFrom('a', 'b', 'type', 'role', 'properties');
    const { value: any } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<unknown>('a', 'b', 1, null),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(text, tie('value'), { maxKeys: 3, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(any as fc.Arbitrary<unknown>, any as fc.Arbitrary<unknown>, (known, value) => {
        const shared = [...shapeOf(known).keys()].filter((path) => shapeOf(value).has(path));
        expect(search(indexOf(known), value).sort()).toEqual(shared.sort());
      }),
      { seed, numRuns: runs(300) },
    );
  });
});
