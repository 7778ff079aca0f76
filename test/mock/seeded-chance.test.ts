/** What a seed decides about each request of a session. */
import { expect, test } from 'vitest';
import { compileIdTemplate } from '../../src/contract/id-template.js';
import { seededChance } from '../../src/mock/seeded-chance.js';

const drawn = (seed: number, session: string, number: number) => {
  const { random, serial } = seededChance(seed, session, number);
  return [random(), random(), serial(), serial()];
};

test('is the same each time', () => {
  expect(drawn(7, 'one', 3)).toEqual(drawn(7, 'one', 3));
});

test.each<[what: string, other: [seed: number, session: string, number: number]]>([
  ['seed', [8, 'one', 3]],
  ['session', [7, 'two', 3]],
  ['number', [7, 'one', 4]],
])('differs with the %s', (_, other) => {
  const same = drawn(7, 'one', 3);
  for (const [index, value] of drawn(...other).entries()) expect(value).not.toBe(same[index]);
});

test.each(['{hex:8}', '{nanoseconds}'])('gives no id of the form %s twice in a session', (form) => {
  const { format } = compileIdTemplate(`a-${form}`);
  const ids = Array.from({ length: 20_000 }, (_, number) => format({ time: 1, chance: seededChance(7, '', number) }));
  expect(new Set(ids).size).toBe(ids.length);
});

test('draws evenly over the requests of a session', () => {
  const first = Array.from({ length: 10_000 }, (_, number) => seededChance(7, 'one', number).random());
  for (const below of [0.1, 0.5, 0.9]) {
    const share = first.filter((value) => value < below).length / first.length;
    expect(Math.abs(share - below)).toBeLessThan(0.02);
  }
});
