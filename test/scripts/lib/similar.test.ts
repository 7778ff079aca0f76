import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest, similarity } from '../../../scripts/lib/similar.js';

describe('likeness of names', () => {
  it('is symmetric, between 0 and 1, and 1 for the same name', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const score = similarity(a, b);
        return score >= 0 && score <= 1 && score === similarity(b, a) && similarity(a, a) === 1;
      }),
    );
  });

  it('finds the nearest candidate, or none', () => {
    expect(nearest('source_uri', ['model', 'source_url', 'source'])).toBe('source_url');
    expect(nearest('size', ['model', 'prompt'])).toBeUndefined();
  });
});
