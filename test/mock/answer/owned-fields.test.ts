/** The fields that the server makes up: each kind of filling, on what it may meet. */
import { describe, expect, test } from 'vitest';
import { pureChance } from '../../../src/contract/chance/chance.js';
import type { OwnedField } from '../../../src/contract/prepared/owned-field.js';
import { compileOwnedFields, type Filling, fillOwnedFields } from '../../../src/mock/answer/owned-fields.js';
import { countTokens } from '../../../src/mock/answer/tokens.js';

const now = Date.UTC(2026, 0, 15, 12, 30, 0, 999);

const filling = (body: unknown = {}, more: Partial<Filling> = {}): Filling => ({
  request: { path: { id: '7' }, query: new URLSearchParams('alt=sse'), header: () => null, body },
  now,
  origin: 'http://mock',
  tokens: { input: 1, output: 2, visible: 6, text: 3, reasoning: 4, total: 5 },
  chance: pureChance,
  models: [],
  ids: new Map(),
  ...more,
});

/** The answer, filled. */
function fill(answer: unknown, fields: Record<string, OwnedField>, given = filling()): unknown {
  fillOwnedFields(answer, compileOwnedFields(fields), given);
  return answer;
}

describe('a field', () => {
  test.each<[what: string, field: OwnedField, current: unknown, request: unknown, wanted: unknown]>([
    ['in seconds', { now: 'unix' }, 1, {}, 1_768_480_200],
    ['as a date', { now: 'rfc3339' }, 'then', {}, '2026-01-15T12:30:00.999000Z'],
    ['of a time that is not known yet', { now: 'unix' }, null, {}, null],
    ['as it was asked for', { echo: '$request.body#/model' }, 'documented', { model: 'asked' }, 'asked'],
    ['as it was asked for, be it nothing', { echo: '$request.body#/n' }, 5, { n: 0 }, 0],
    ['as it was asked for, be it no', { echo: '$request.body#/stream' }, true, { stream: false }, false],
    ['that was not asked for', { echo: '$request.body#/model' }, 'documented', {}, 'documented'],
    ['asked for as null', { echo: '$request.body#/model' }, 'documented', { model: null }, 'documented'],
    ['of a request without a body', { echo: '$request.body#/model' }, 'documented', undefined, 'documented'],
    ['that every object inherits', { echo: '$request.body#/constructor' }, 'documented', {}, 'documented'],
    ['from the path', { echo: '$request.path.id' }, '1', {}, '7'],
    ['from the query', { echo: '$request.query.alt' }, '1', {}, 'sse'],
    ['a list as long as asked for', { repeat: '$request.body#/n' }, ['a'], { n: 3 }, ['a', 'a', 'a']],
    ['a list shorter than documented', { repeat: '$request.body#/n' }, ['a', 'b', 'c'], { n: 2 }, ['a', 'b']],
    ['a list longer than documented, from its beginning', { repeat: '$request.body#/n' }, ['a', 'b'], { n: 5 }, ['a', 'b', 'a', 'b', 'a']],
    ['a list of none', { repeat: '$request.body#/n' }, ['a'], { n: 0 }, []],
    ['a list of fewer than none', { repeat: '$request.body#/n' }, ['a'], { n: -1 }, []],
    ['a list of one and a half', { repeat: '$request.body#/n' }, ['a'], { n: 1.5 }, ['a']],
    ['a list as documented', { repeat: '$request.body#/n' }, ['a'], {}, ['a']],
    ['a list whose length is no number', { repeat: '$request.body#/n' }, ['a'], { n: '3' }, ['a']],
    ['an empty list', { repeat: '$request.body#/n' }, [], { n: 3 }, []],
    ['no list', { repeat: '$request.body#/n' }, 'a', { n: 3 }, 'a'],
    ['of tokens', { tokens: 'reasoning' }, 100, {}, 4],
    ['of media, as an address', { media: 'image/png' }, 'https://cdn.example/a.webp', {}, 'http://mock/__mock/media/file.png'],
    [
      'of media that was asked for',
      { media: 'image/png', type: '$request.body#/format' },
      'https://cdn.example/a',
      { format: 'jpeg' },
      'http://mock/__mock/media/file.jpg',
    ],
    ['of media that there is not', { media: 'video/mp4' }, null, {}, null],
  ])('%s', (_, field, current, request, wanted) => {
    expect(fill({ field: current }, { '/field': field }, filling(request))).toEqual({ field: wanted });
  });

  test('that is not there stays so', () => {
    expect(fill({ a: { b: [] } }, { '/id': { id: 'x' }, '/a/b/*/id': { id: 'x' }, '/a/c/d': { tokens: 'total' } })).toEqual({
      a: { b: [] },
    });
  });

  test.each([undefined, null, 'text', 5, []])('of an answer that is %j is not looked for', (answer) => {
    expect(fill(answer, { '/id': { id: 'x' }, '/*/id': { id: 'x' } })).toEqual(answer);
  });

  test('of every item is filled', () => {
    expect(fill({ data: [{ n: 0 }, {}, null, { n: 0 }] }, { '/data/*/n': { tokens: 'text' } })).toEqual({
      data: [{ n: 3 }, {}, null, { n: 3 }],
    });
  });

  test('of an unheard-of number of items does not take all memory', () => {
    expect(fill({ field: ['a'] }, { '/field': { repeat: '$request.body#/n' } }, filling({ n: 1e12 }))).toEqual({
      field: Array(100).fill('a'),
    });
  });
});

test('repeated items are each their own', () => {
  const { field } = fill({ field: [{ id: '' }] }, { '/field': { repeat: '$request.body#/n' } }, filling({ n: 2 })) as {
    field: { id: string }[];
  };
  (field[0] as { id: string }).id = 'changed';
  expect(field).toEqual([{ id: 'changed' }, { id: '' }]);
});

test('an id is one and the same wherever its template stands in one answer, and another in the next', () => {
  const fields: Record<string, OwnedField> = { '/id': { id: 'a-{hex:8}' }, '/same': { id: 'a-{hex:8}' }, '/other': { id: 'b-{hex:8}' } };
  const [one, two] = [1, 2].map(() => fill({ id: '', same: '', other: '' }, fields)) as Record<string, string>[];
  expect(one?.id).toMatch(/^a-[0-9a-f]{8}$/);
  expect(one?.same).toBe(one?.id);
  expect(one?.other).toMatch(/^b-/);
  expect(two?.id).not.toBe(one?.id);
});

test('the list of models is made after the documented entry', () => {
  const models = ['a', 'b'].map((id) => ({ id, owner: `${id}-labs`, modalities: [], operations: [], schemas: [] }));
  const field: OwnedField = { models: { id: 'id', owned_by: 'owner' } };
  const given = filling({}, { models });
  expect(fill({ data: [{ object: 'model', id: 'x', owned_by: 'y' }] }, { '/data': field }, given)).toEqual({
    data: [
      { object: 'model', id: 'a', owned_by: 'a-labs' },
      { object: 'model', id: 'b', owned_by: 'b-labs' },
    ],
  });
  expect(fill({ data: [] }, { '/data': field }, given)).toEqual({
    data: [
      { id: 'a', owned_by: 'a-labs' },
      { id: 'b', owned_by: 'b-labs' },
    ],
  });
});

test('an expression that is none is found before any request comes', () => {
  expect(() => compileOwnedFields({ '/a': { echo: 'request.body#/a' } })).toThrow('Not a runtime expression: request.body#/a');
});

test.each([
  ['', 1],
  ['a', 1],
  ['abcd', 1],
  ['abcde', 2],
  [0, 1],
  [4000, 1000],
])('%j counts as %d tokens', (text, tokens) => {
  expect(countTokens(text)).toBe(tokens);
});

describe('a list of which the request decides the length', () => {
  const list = (wanted: unknown, index?: string) =>
    fill(
      { data: [{ at: 9, name: 'a' }, { name: 'b' }] },
      { '/data': { repeat: '$request.body#/wanted', ...(index && { index }) } },
      filling({ wanted }),
    );

  test.each<[what: string, wanted: unknown, names: string[]]>([
    ['a number', 3, ['a', 'b', 'a']],
    ['a small number', 1, ['a']],
    ['a list', ['x', 'y', 'z'], ['a', 'b', 'a']],
    ['a list of one', ['x'], ['a']],
    ['one text', 'x', ['a']],
    ['nothing: as it is documented', undefined, ['a', 'b']],
    ['null: as it is documented', null, ['a', 'b']],
  ])('%s', (_, wanted, names) => {
    expect(list(wanted)).toMatchObject({ data: names.map((name) => ({ name })) });
    expect((list(wanted) as { data: unknown[] }).data).toHaveLength(names.length);
  });

  test('counts its entries where it has a member for that', () => {
    expect(list(['x', 'y', 'z'], 'at')).toEqual({
      data: [
        { at: 0, name: 'a' },
        { at: 1, name: 'b' },
        { at: 2, name: 'a' },
      ],
    });
  });

  test('is as long as a list that was sent, but a number may not ask for more than there is memory', () => {
    const length = (wanted: unknown) => (list(wanted) as { data: unknown[] }).data.length;
    expect(length(Array.from({ length: 2000 }, String))).toBe(2000);
    expect(length(1e9)).toBe(100);
  });
});

describe('a count of tokens', () => {
  const count = (tokens: Extract<OwnedField, { tokens: unknown }>['tokens'], input?: unknown) =>
    fill({ used: 0 }, { '/used': { tokens } }, filling({ input }));

  test('of a part of the exchange', () => expect(count('output')).toEqual({ used: 2 }));
  test.each([
    ['a text', 'abcdefgh', 2],
    ['each text of a list', ['abcdefgh', 'abcd', 'a'], 4],
    ['what is no text, as JSON', [[1, 2, 3, 4, 5, 6, 7]], 4],
    ['nothing', undefined, 1],
  ])('of what an expression names: %s', (_, input, used) => {
    expect(count('$request.body#/input', input)).toEqual({ used });
  });
});
