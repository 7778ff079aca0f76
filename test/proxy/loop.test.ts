/** Keeps a proxy from observing itself. */
import { expect, test } from 'vitest';
import { hasPassed, leadsTo, viaWith } from '../../src/proxy/loop.js';

test('whom a request has passed is read from where it is written', () => {
  expect(hasPassed(viaWith(viaWith(undefined, 'a'), 'b'), 'a')).toBe(true);
  expect(hasPassed('1.1 a, HTTP/2 b (words)', 'b')).toBe(true);
  expect(hasPassed('1.1 ab', 'a')).toBe(false);
  expect(hasPassed(undefined, 'a')).toBe(false);
});

test.each([
  ['http://127.0.0.1:4011', '127.0.0.1', true],
  ['http://localhost:4011', '127.0.0.1', true],
  ['http://localhost:4011/base', '0.0.0.0', true],
  ['http://0.0.0.0:4011', '127.0.0.1', true],
  ['http://[::1]:4011', '::', true],
  ['http://127.0.0.1:4012', '127.0.0.1', false],
  ['https://127.0.0.1', '127.0.0.1', false],
  ['http://nowhere.invalid:4011', '127.0.0.1', false],
])('%s leads to a server on %s: %s', async (target, host, leads) => {
  expect(await leadsTo(new URL(target), { host, port: 4011 })).toBe(leads);
});
