/** Coverage of several runs, added up. */
import { expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import { contractOf, sumOfCoverage } from '../../../src/check/report/coverage-sum.js';
import { Coverage } from '../../../src/journal/coverage.js';

const hitting = (...hits: Parameters<Coverage['hit']>[]) => {
  const coverage = new Coverage(contract);
  for (const hit of hits) coverage.hit(...hit);
  return coverage;
};
const withJob = contract.operations.find(({ task, examples }) => task && examples.some(({ state }) => state !== undefined));
const [plain, other] = contract.operations.filter(
  ({ examples, task }) => !task && examples.some(({ status, events }) => status === 200 && !events),
);

const hitOf = (operation: typeof plain): Parameters<Coverage['hit']> => {
  const example = operation?.examples.find(({ events }) => !events);
  return [operation?.id ?? '', example?.status ?? 0, 'application/json', example?.name];
};

test('is what one run would have had', () => {
  const hits = [hitOf(plain), hitOf(plain), hitOf(withJob), [other?.id ?? '', 418, 'text/plain', undefined] as Parameters<Coverage['hit']>];
  const apart = hits.map((hit) => hitting(hit).report());
  expect(sumOfCoverage(contract, apart)).toEqual({ contract: contract.build, ...hitting(...hits).report() });
});

test('is of the operations that are asked for', () => {
  const part = contractOf(contract, plain ? [plain] : []);
  const { operations, answers, rows, stateRows } = sumOfCoverage(part, [hitting(hitOf(plain), hitOf(withJob)).report()]);
  expect([operations, answers.hit, stateRows]).toEqual([{ hit: 1, total: 1 }, 1, []]);
  expect(rows.every(({ operation }) => operation === plain?.id)).toBe(true);
});
