/** However often a mistake was made in an exchange, it is one line with its number. */
import { expect, test } from 'vitest';
import type { ContractViolation } from '../../../src/check/findings/violation.js';
import { countedLine, countViolations } from '../../../src/check/telling/count.js';
import { contractFetch } from '../../../src/testing/index.js';

const model = { id: 'm', object: 'model', created: 1, owned_by: 'o' };

async function linesOf(items: readonly object[], calls = 1): Promise<string[]> {
  const violations: ContractViolation[] = [];
  const answer = async () => Response.json({ object: 'list', data: items });
  const checked = contractFetch(answer, { onViolation: (violation) => void violations.push(violation) });
  for (let call = 0; call < calls; call++) await (await checked('http://mock/v1/models')).text();
  return countViolations(violations).map(countedLine);
}

const wrong = (count: number) => Array.from({ length: count }, (_, index) => ({ ...model, id: index }));

test('five hundred items with one mistake', async () => {
  expect(await linesOf(wrong(500))).toEqual([
    'listModels response body /data/0/id: must be string, got number 0 (500 times, also elsewhere or with other values)',
  ]);
  expect(await linesOf(wrong(500), 3)).toEqual([expect.stringContaining('(1500 times, ')]);
});

test('more than anybody counts', async () => {
  expect(await linesOf(wrong(100_000))).toEqual([expect.stringMatching(/^listModels .* \(at least \d{3,} times, /)]);
});

test('of two mistakes the further ones are no part of either', async () => {
  const lines = await linesOf([...wrong(30), { ...model, created: 'today' }]);
  expect(lines).toEqual([expect.stringContaining('(20 times, '), expect.stringContaining('and 11 more')]);
});
