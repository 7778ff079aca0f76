import { expect, test } from 'vitest';
import { parseAddress } from '../../../../scripts/docs/locate/address.js';

test.each([
  ['operation', { place: { in: 'operation' } }],
  ['request#/messages/*/role', { place: { in: 'request' }, parts: ['messages', '*', 'role'] }],
  ['response 200#', { place: { in: 'response', status: '200' }, parts: [] }],
  ['parameter query limit', { place: { in: 'parameter', where: 'query', name: 'limit' } }],
  ['response 200 header X-Request-Id', { place: { in: 'header', status: '200', name: 'X-Request-Id' } }],
  ['request example 2#/a~1b', { place: { in: 'example', of: 'request', number: 2 }, parts: ['a/b'] }],
  ['response 200 event 3#/x', { place: { in: 'example', of: 'event', status: '200', number: 3 }, parts: ['x'] }],
  ['call 1 query#/limit', { place: { in: 'example', of: 'query', number: 1 }, parts: ['limit'] }],
  ['schema example 1#/id', { place: { in: 'example', of: 'schema', number: 1 }, parts: ['id'] }],
  ['call 1', { place: { in: 'example', of: 'call', number: 1 } }],
  ['schema#/function', { place: { in: 'schema' }, parts: ['function'] }],
])('takes %s apart', (text, address) => {
  expect(parseAddress(text)).toEqual(address);
});

test('knows what is no address', () => {
  expect(parseAddress('somewhere#/else')).toBeUndefined();
});
