import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostSimilar, similarity } from '../../src/contract/similarity.js';

describe('likeness of names', () => {
  test.each([
    ['night', 'nacht', 0.25],
    ['aaaa', 'aa', 0.5],
    ['Night', 'nIGHT', 1],
    ['a', 'A', 1],
    ['a', 'b', 0],
    ['', '', 1],
    ['', 'night', 0],
  ])('%j and %j: %d', (a, b, likeness) => {
    expect(similarity(a, b)).toBe(likeness);
  });

  test('is symmetric, between 0 and 1, and 1 for the same name', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const score = similarity(a, b);
        return score >= 0 && score <= 1 && score === similarity(b, a) && similarity(a, a) === 1;
      }),
    );
  });
});

describe('mostSimilar', () => {
  test.each([
    ['source_uri', ['model', 'source_url', 'source'], 0.5, 'source_url'],
    ['size', ['model', 'prompt'], 0.5, undefined],
    ['night', ['nacht'], 0.25, 'nacht'],
    ['night', ['nacht'], 0.26, undefined],
    ['size', ['model'], 0, undefined],
    ['ab', ['abc', 'cab'], 0, 'abc'],
  ])('%j among %j, at least %d: %j', (name, candidates, atLeast, found) => {
    expect(mostSimilar(name, candidates, atLeast)).toBe(found);
  });

  test('finds things by their names', () => {
    const things = [{ id: 'one' }, { id: 'other' }];
    expect(mostSimilar('others', things, 0.4, ({ id }) => id)).toBe(things[1]);
  });
});
