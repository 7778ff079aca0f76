import { expect, test } from 'vitest';
import { judgeReferences } from '../../../src/contract/judge/references.js';

const message = 'must be the id of a call before it';
const rule = { list: '/results/*', at: '/of', to: [{ list: '/calls/*', at: '/id' }], message };

test('of very many that refer to nothing the first are told, and that there are more', () => {
  const results = Array.from({ length: 200_000 }, (_, index) => ({ of: `call_${index}` }));
  const found = judgeReferences([rule], { calls: [{ id: 'call_1' }], results });
  expect(found.slice(0, 2).map(({ pointer }) => pointer)).toEqual(['/results/0/of', '/results/2/of']);
  expect(found.length).toBeLessThan(2000);
  expect(found.at(-1)).toMatchObject({ in: 'body', further: { isAll: false } });
});

const answered = {
  list: '/turns/*',
  at: '/calls/*/name',
  to: [{ list: '/turns/*', at: '/results/*' }],
  after: true,
  message: 'must be answered',
};
const turn = (calls: string[], results: string[] = []) => ({ calls: calls.map((name) => ({ name })), results });
const unanswered = (...turns: unknown[]) => judgeReferences([answered], { turns }).map(({ pointer }) => pointer);

test('each call has an answer of its own after it', () => {
  expect(unanswered(turn(['a']), turn([]))).toEqual(['/turns/0/calls/0/name']);
  expect(unanswered(turn(['a', 'b']), turn([], ['b']), turn([]))).toEqual(['/turns/0/calls/0/name']);
  expect(unanswered(turn(['a', 'a']), turn([], ['a']), turn([]))).toEqual(['/turns/0/calls/1/name']);
  expect(unanswered(turn([], ['a']), turn(['a']), turn([]))).toEqual(['/turns/1/calls/0/name']);
  expect(unanswered(turn(['a']), turn([], ['a']), turn(['a']), turn([]))).toEqual(['/turns/2/calls/0/name']);
});

test('an answer may come later, and that to the last turn is still to come', () => {
  expect(unanswered(turn(['a', 'b', 'a']), turn([], ['a', 'a']), turn([], ['b']))).toEqual([]);
  expect(unanswered(turn(['a']), turn([], ['a']), turn(['a']), turn([], ['a']))).toEqual([]);
  expect(unanswered(turn([]), turn(['a']))).toEqual([]);
});

test('nothing is said where all belongs together, and of what is no text', () => {
  expect(judgeReferences([rule], { calls: [{ id: 'a' }], results: [{ of: 'a' }, { of: 7 }, null, {}] })).toEqual([]);
});

const once = { list: '/results/*', at: '/of', to: [{ list: '/calls/*', at: '/id' }], once: true, message };
const spent = (calls: string[], results: string[]) =>
  judgeReferences([once], { calls: calls.map((id) => ({ id })), results: results.map((of) => ({ of })) }).map(({ pointer }) => pointer);

test('of equal values there are as many as of what they refer to', () => {
  expect(spent(['a'], ['a', 'a'])).toEqual(['/results/1/of']);
  expect(spent(['a', 'b', 'a'], ['a', 'b', 'a', 'b'])).toEqual(['/results/3/of']);
  expect(spent(['a', 'a'], ['a', 'a'])).toEqual([]);
});

test('a list is as long as it has to be', () => {
  const least = { at: '/list', least: 1, message };
  expect(judgeReferences([least], { list: [] }).map(({ pointer }) => pointer)).toEqual(['/list']);
  expect(judgeReferences([least], { list: [0] })).toEqual([]);
});

const object = (properties: object, more: object = {}) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
  ...more,
});

test.each([
  ['closed', object({ a: { type: 'string' } }), []],
  ['closed', object({ a: { type: 'string' } }, { additionalProperties: true }), ['/schema']],
  ['closed', object({ a: { type: 'string' } }, { required: [] }), []],
  ['complete', object({ a: { type: 'string' } }, { required: [] }), ['/schema']],
  ['complete', object({ a: { type: ['object', 'null'], properties: {} } }), ['/schema/properties/a']],
  [
    'complete',
    object({ a: { type: 'array', items: { anyOf: [object({}), { type: 'object', properties: {} }] } } }),
    ['/schema/properties/a/items/anyOf/1'],
  ],
  ['complete', object({ a: { $ref: '#/$defs/A' } }, { $defs: { A: object({}, { additionalProperties: {} }) } }), ['/schema/$defs/A']],
  // A member of that name is no keyword.
  ['complete', object({ items: object({}), properties: { type: 'string' } }), []],
  ['complete', null, []],
] as const)('a schema that is %s', (strict, schema, pointers) => {
  const found = judgeReferences([{ at: '/schema', strict, message: 'must be strict' }], { schema });
  expect(found.map(({ pointer }) => pointer)).toEqual(pointers);
});

test('a rule for models of some names', () => {
  const rules = [{ at: '/name', pattern: '^a', models: '^gpt', message: 'must begin with a' }];
  expect(judgeReferences(rules, { model: 'gpt-5', name: 'b' })).toHaveLength(1);
  expect(judgeReferences(rules, { model: 'gpt-5', name: 'a' })).toEqual([]);
  expect(judgeReferences(rules, { model: 'other', name: 'b' })).toEqual([]);
  expect(judgeReferences(rules, { name: 'b' })).toEqual([]);
});

test('so many values in several places', () => {
  const rules = [{ list: '/turns/*', at: '/mark', also: [{ list: '/tools/*', at: '/mark' }], most: 2, message: 'must be two' }];
  const marked = (turns: unknown[], tools: unknown[]) =>
    judgeReferences(rules, { turns: turns.map((mark) => ({ mark })), tools: tools.map((mark) => ({ mark })) }).map(
      ({ pointer }) => pointer,
    );
  expect(marked([{}, null], [true, undefined])).toEqual([]);
  expect(marked([{}, true], [1, 'x'])).toEqual(['/tools/0/mark']);
  expect(marked([], [1, 'x', {}])).toEqual(['/tools/2/mark']);
});

test('what is last in its lists', () => {
  const rules = [{ list: '/turns/*/parts/*', at: '/text', last: true, pattern: '\\S$', message: 'must not end in a blank' }];
  const ended = (...turns: string[][]) =>
    judgeReferences(rules, { turns: turns.map((parts) => ({ parts: parts.map((text) => ({ text })) })) }).map(({ pointer }) => pointer);
  expect(ended(['a '], ['b ', 'c'])).toEqual([]);
  expect(ended(['a'], ['b', 'c '])).toEqual(['/turns/1/parts/1/text']);
});
