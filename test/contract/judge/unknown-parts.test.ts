/** Members and values that the contract does not know. */
import { describe, expect, test } from 'vitest';
import { unknownParts } from '../../../src/contract/judge/unknown-parts.js';
import type { FieldTree } from '../../../src/contract/prepared.js';

const leaf: FieldTree = {};
const message: FieldTree = { properties: { role: leaf, content: leaf } };
const tree: FieldTree = {
  properties: {
    model: leaf,
    messages: { items: message },
    metadata: { open: true },
    'a/b~c': leaf,
    config: { properties: { depth: leaf } },
  },
};
const branches: FieldTree = {
  properties: { shared: leaf },
  branches: {
    property: 'model',
    trees: {
      sora: { properties: { model: leaf, prompt: leaf } },
      kling: { properties: { model: leaf, image: { properties: { url: leaf } } } },
      open: { open: true, properties: { model: leaf } },
    },
  },
};

test.each<[what: string, tree: FieldTree, value: unknown, pointers: string[]]>([
  ['nothing', tree, {}, []],
  ['known members', tree, { model: 1, messages: [{ role: 'user' }], 'a/b~c': 1 }, []],
  ['a member', tree, { modell: 1 }, ['/modell']],
  ['a member of an item', tree, { messages: [{}, { name: 1 }] }, ['/messages/1/name']],
  ['a member whose name has to be escaped', tree, { 'x/y~z': 1 }, ['/x~1y~0z']],
  ['a name that is not English, and an empty one', tree, { größe: 1, '': 2, '🙂': 3 }, ['/größe', '/', '/🙂']],
  ['what lies in an open member', tree, { metadata: { anything: { goes: 1 } } }, []],
  ['what lies in an unknown member, once', tree, { other: { a: 1, b: [{ c: 1 }] } }, ['/other']],
  ['what lies in a member whose type is wrong', tree, { config: [{ deep: 1 }], messages: { role: 1 } }, []],
  ['null in place of an object', tree, { config: null, messages: [null] }, []],
  ['members of a value of which no members are known', leaf, { a: 1 }, []],
  [
    'names that every object inherits',
    tree,
    JSON.parse('{"constructor":1,"toString":{"a":1},"__proto__":{"b":1}}'),
    ['/constructor', '/toString', '/__proto__'],
  ],
  ['a text', tree, 'text', []],
  ['null', tree, null, []],
  ['a list', { items: message }, [{ role: 1 }, { rolle: 1 }], ['/1/rolle']],
  ['members of the alternative that is meant', branches, { model: 'sora', prompt: 1, image: 1 }, ['/image']],
  ['of another alternative', branches, { model: 'kling', prompt: 1, image: { url: 1, uri: 1 } }, ['/prompt', '/image/uri']],
  ['members that all alternatives share', branches, { model: 'sora', shared: 1 }, []],
  ['an alternative that takes anything', branches, { model: 'open', whatever: 1 }, []],
  ['an alternative that there is not', branches, { model: 'veo', shared: 1 }, ['/model']],
  ['an alternative that every object inherits', branches, { model: 'constructor', shared: 1 }, ['/model']],
  [
    'members of an alternative that shares nothing with the others',
    { branches: branches.branches } as FieldTree,
    { model: 'sora', shared: 1 },
    ['/shared'],
  ],
  ['no alternative', branches, { shared: 1 }, []],
  ['an alternative that is no text', branches, { model: { toString: 1 }, shared: 1 }, ['/model']],
  ['a list instead of an alternative', branches, { model: ['sora'], shared: 1 }, ['/model']],
])('%s', (_, known, value, pointers) => {
  expect(unknownParts(value, known)).toEqual({ isAll: true, fields: pointers, values: [] });
});

test('a value as deep as a parser lets it be', () => {
  const deep = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`);
  expect(unknownParts(deep, { properties: { a: { properties: { a: { open: true } } } } }).fields).toEqual([]);
  expect(unknownParts(deep, tree).fields).toEqual(['/a']);
});

describe('values of an open list', () => {
  const effort: FieldTree = { values: ['low', 'high'] };
  const lists: FieldTree = { properties: { effort, all: { items: effort }, any: leaf } };

  test.each<[what: string, value: unknown, found: [pointer: string, value: string][]]>([
    ['that it names', { effort: 'low', all: ['high', 'low'] }, []],
    [
      'that it does not name',
      { effort: 'hihg', all: ['low', 'lo'] },
      [
        ['/effort', 'hihg'],
        ['/all/1', 'lo'],
      ],
    ],
    ['of which there is none', { any: 'thing' }, []],
    ['that are no texts', { effort: null, all: [1, {}, []] }, []],
    ['that are empty', { effort: '' }, [['/effort', '']]],
  ])('%s', (_, value, found) => {
    expect(unknownParts(value, lists)).toEqual({
      isAll: true,
      fields: [],
      values: found.map(([pointer, text]) => ({ pointer, value: text })),
    });
  });
});
