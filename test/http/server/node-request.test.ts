/** What a request over a socket is taken for. */
import { describe, expect, test } from 'vitest';
import { NodeRequest, originForm } from '../../../src/http/server/node-request.js';
import type { Turn } from '../../../src/http/server/turn.js';

describe('a target', () => {
  test.each([
    ['/v1/models?a=1', '/v1/models?a=1'],
    ['http://127.0.0.1:1/v1/models', '/v1/models'],
    ['HTTPS://gateway.example', '/'],
    ['http://gateway.example?a=1', '/?a=1'],
    ['//x/y', '//x/y'],
    ['*', '*'],
    [undefined, '/'],
  ])('%s is the path %s', (target, path) => {
    expect(originForm(target)).toBe(path);
  });
});

describe('addresses are made of a host and nothing else:', () => {
  const origin = (headers: Record<string, string>, socket: object = { localAddress: '127.0.0.1', localPort: 4010 }) =>
    new NodeRequest({ incoming: { headers, socket } } as unknown as Turn, 0).origin;

  test.each<[Record<string, string>, string]>([
    [{ host: 'localhost:4010' }, 'http://localhost:4010'],
    [{ host: '[::1]:4010' }, 'http://[::1]:4010'],
    [{ host: 'a', 'x-forwarded-host': 'mock.example, b', 'x-forwarded-proto': 'https' }, 'https://mock.example'],
    [{ host: 'a"><script>' }, 'http://127.0.0.1:4010'],
    [{ host: 'a b' }, 'http://127.0.0.1:4010'],
    [{ host: 'user:pass@a' }, 'http://127.0.0.1:4010'],
    [{ host: 'a/b?c#d' }, 'http://127.0.0.1:4010'],
    [{ host: 'a:999999' }, 'http://127.0.0.1:4010'],
    [{ host: 'good', 'x-forwarded-host': '\u001b[31m' }, 'http://good'],
    [{ host: 'good', 'x-forwarded-proto': 'javascript' }, 'http://good'],
    [{}, 'http://127.0.0.1:4010'],
  ])('%j', (headers, expected) => {
    expect(origin(headers)).toBe(expected);
  });

  test('that of an IPv6 socket is written as one', () => {
    expect(origin({ host: '<' }, { localAddress: '::1', localPort: 1 })).toBe('http://[::1]:1');
  });

  test('whether a socket is encrypted is told by its value', () => {
    expect(origin({ host: 'a' }, { encrypted: false })).toBe('http://a');
    expect(origin({ host: 'a' }, { encrypted: true })).toBe('https://a');
  });
});
