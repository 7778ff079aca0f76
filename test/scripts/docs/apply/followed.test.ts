import { expect, test } from 'vitest';
import { followedFacts } from '../../../../scripts/docs/apply/followed.js';
import { compareFacts } from '../../../../scripts/docs/facts/compare-facts.js';
import type { Fact } from '../../../../scripts/docs/facts/fact.js';

const fact = (kind: Fact['kind'], pointer: string, value: string): Fact => ({ kind, pointer, value });

const before = [
  fact('field', 'request#/a', 'a'),
  fact('type', 'request#/a', 'integer'),
  fact('bound', 'request#/a', 'maximum 5'),
  fact('field', 'request#/b', 'b'),
  fact('type', 'request#/b', 'string'),
  fact('status', 'response 400', '400'),
  fact('security', 'operation', 'http bearer'),
];
const after = [
  fact('field', 'request#/a', 'a'),
  fact('type', 'request#/a', 'number'),
  fact('bound', 'request#/a', 'maximum 6'),
  fact('field', 'request#/c', 'c'),
  fact('type', 'request#/c', 'string'),
  fact('status', 'response 413', '413'),
  fact('security', 'operation', 'none'),
];

test('finds again what is left, and nothing of what was followed', () => {
  const changes = compareFacts(before, after);
  expect(changes.length).toBeGreaterThan(4);
  for (const left of [...changes.map((change) => [change]), changes, changes.slice(1, 3), []]) {
    const recorded = followedFacts(before, after, left);
    expect(compareFacts(recorded, after), JSON.stringify(left)).toEqual(left);
  }
});
