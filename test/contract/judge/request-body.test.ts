import { describe, expect, test } from 'vitest';
import { readBody, undeclaredType } from '../../../src/contract/judge/request-body.js';
import { UnreadableJsonError } from '../../../src/http/json/json-text.js';

const declared = (required: boolean, ...mediaTypes: string[]) => ({ required, mediaTypes, fields: {} });

test.each([
  ['application/json', undefined],
  ['Application/JSON; charset=utf-8', undefined],
  ['text/plain', 'text/plain'],
  ['Text/Plain;charset=utf-8', 'text/plain'],
  ['', undefined],
  [null, undefined],
  [undefined, undefined],
])('of the content type %j, undeclared is %j', (contentType, undeclared) => {
  expect(undeclaredType(declared(true, 'application/json'), contentType)).toBe(undeclared);
});

test('any of the declared media types will do', () => {
  expect(undeclaredType(declared(true, 'application/json', 'text/plain'), 'text/plain')).toBeUndefined();
});

describe('readBody', () => {
  test.each([
    ['{"a":1}', true, { kind: 'json', value: { a: 1 } }],
    [' null\n', true, { kind: 'json', value: null }],
    ['', true, { kind: 'missing' }],
    [' \n', true, { kind: 'missing' }],
    ['', false, { kind: 'none' }],
    ['{}', false, { kind: 'json', value: {} }],
    ['{"a":', false, { kind: 'unreadable', error: expect.any(UnreadableJsonError) }],
    // A byte order mark is no JSON.
    ['\uFEFF{}', true, { kind: 'unreadable', error: expect.any(UnreadableJsonError) }],
    ['['.repeat(100_000) + ']'.repeat(100_000), false, { kind: 'unreadable', error: expect.any(UnreadableJsonError) }],
  ])('%.20j, required: %j', (text, required, body) => {
    expect(readBody(declared(required, 'application/json'), text)).toEqual(body);
  });
});
