import { expect, test } from 'vitest';
import { joined } from '../../../src/http/bytes/joined.js';

test('pieces are one, in their order', () => {
  expect(joined([])).toEqual(new Uint8Array());
  expect(joined([new Uint8Array([1, 2]), new Uint8Array(), Buffer.from([3])])).toEqual(new Uint8Array([1, 2, 3]));
});
