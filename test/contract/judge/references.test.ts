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
