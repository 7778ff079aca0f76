import { expect, test } from 'vitest';
import { createRandom, hashOf } from '../../../src/contract/chance/random.js';

test('texts that differ in one letter have hashes that differ in about half of their bits', () => {
  const bits = (value: number) => value.toString(2).replaceAll('0', '').length;
  const differences = Array.from({ length: 500 }, (_, index) => bits((hashOf(`a${index}`) ^ hashOf(`b${index}`)) >>> 0));
  const mean = differences.reduce((sum, count) => sum + count, 0) / differences.length;
  expect(mean).toBeGreaterThan(14);
  expect(mean).toBeLessThan(18);
});

test('long texts are told apart by their ends and their length', () => {
  const long = (begin: string, end: string, length = 100_000) => hashOf(begin + 'x'.repeat(length) + end);
  expect(new Set([long('a', 'a'), long('b', 'a'), long('a', 'b'), long('a', 'a', 100_001)]).size).toBe(4);
});

test('a seed gives the same numbers, from 0 to below 1', () => {
  const [one, other] = [createRandom(7), createRandom(7)];
  for (let round = 0; round < 100; round++) {
    const number = one();
    expect(number).toBe(other());
    expect(number).toBeGreaterThanOrEqual(0);
    expect(number).toBeLessThan(1);
  }
});
