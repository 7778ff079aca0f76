import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { NodeRequest } from '../../../src/http/server/node-request.js';
import type { Turn } from '../../../src/http/server/turn.js';

const originOf = (socket: object, headers: object = {}) =>
  new NodeRequest({ incoming: { headers: { host: 'mock.test', ...headers }, socket } as IncomingMessage } as Turn, 1).origin;

test.each([
  ['of Node', {}, 'http://mock.test'],
  ['of Node, encrypted', { encrypted: true }, 'https://mock.test'],
  // Its plain sockets have the member too.
  ['of Bun', { encrypted: false }, 'http://mock.test'],
])('a socket %s', (_, socket, origin) => {
  expect(originOf(socket)).toBe(origin);
});

test('a proxy in front knows better', () => {
  expect(originOf({ encrypted: false }, { 'x-forwarded-proto': 'https, http', 'x-forwarded-host': 'front.test' })).toBe(
    'https://front.test',
  );
});
