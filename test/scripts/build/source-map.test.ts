import { decode, encode } from '@jridgewell/sourcemap-codec';
import { expect, test } from 'vitest';
import { keepSources } from '../../../scripts/build/source-map.js';

test('what leads to a source that is not kept is left out; the others are numbered anew', () => {
  const map = {
    version: 3 as const,
    sources: ['made.js', 'a.ts', 'b.ts'],
    names: ['name'],
    mappings: encode([
      [
        [0, 0, 0, 0],
        [4, 1, 7, 2],
      ],
      [[1]],
      [
        [0, 2, 9, 1, 0],
        [8, 0, 1, 1],
      ],
    ]),
  };
  const kept = keepSources(map, (source) => source.endsWith('.ts'));
  expect(kept.sources).toEqual(['a.ts', 'b.ts']);
  expect(kept.names).toEqual(['name']);
  expect(decode(kept.mappings)).toEqual([[[4, 0, 7, 2]], [[1]], [[0, 1, 9, 1, 0]]]);
});
