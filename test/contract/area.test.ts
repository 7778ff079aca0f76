/** Operations that are used together are in one area. */
import { describe, expect, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import { groupBy } from '../../scripts/lib/group-by.js';
import { areaOf } from '../../src/contract/area.js';

test.each([
  ['its family of jobs', { task: { name: 'videos', role: 'create' }, protocol: 'messages', modality: 'video' }, 'videos'],
  ['else its chat protocol', { protocol: 'messages', modality: 'text' }, 'messages'],
  ['else what it makes', { modality: 'text' }, 'text'],
  ['written so that it is the name of a file', { modality: 'text/../speech 1:β' }, 'text-speech-1-'],
] as const)('the area of an operation is %s', (_, operation, area) => {
  expect(areaOf(operation)).toBe(area);
});

describe('in the contract', () => {
  const areas = groupBy(contract.operations, areaOf);

  test.each(Object.keys(contract.tasks))('all operations of %s are in one', (family) => {
    const of = [...areas].filter(([, operations]) => operations.some(({ task }) => task?.name === family));
    expect(of).toHaveLength(1);
  });

  test('no area holds more than half of all examples', () => {
    const counts = [...areas.values()].map((operations) => operations.reduce((sum, { examples }) => sum + examples.length, 0));
    const all = counts.reduce((sum, count) => sum + count, 0);
    expect(Math.max(...counts)).toBeLessThan(all / 2);
  });
});
