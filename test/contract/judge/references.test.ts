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

test('nothing is said where all belongs together, and of what is no text', () => {
  expect(judgeReferences([rule], { calls: [{ id: 'a' }], results: [{ of: 'a' }, { of: 7 }, null, {}] })).toEqual([]);
});
