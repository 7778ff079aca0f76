import type { IHttpOperation } from '@stoplight/types';
import { expect, test } from 'vitest';
import { withoutNegations } from '../../../src/mock/prism/negations.js';

const operationWith = (schema: object, request?: object) =>
  ({
    id: '',
    method: 'get',
    path: '/',
    responses: [{ code: '200', contents: [{ schema }] }],
    ...(request && { request }),
  }) as unknown as IHttpOperation;

test.each([
  [{ type: 'string', not: { enum: ['a'] } }, { type: 'string' }],
  [
    { anyOf: [{ type: 'object', properties: { type: { type: 'string', not: { const: 'a' } } } }] },
    { anyOf: [{ type: 'object', properties: { type: { type: 'string' } } }] },
  ],
  [{ not: { required: ['a'] } }, { not: { required: ['a'] } }],
  [
    { type: 'object', properties: { not: { type: 'string' } } },
    { type: 'object', properties: { not: { type: 'string' } } },
  ],
  [
    { type: 'object', examples: [{ type: 'a', not: { type: 'b' } }] },
    { type: 'object', examples: [{ type: 'a', not: { type: 'b' } }] },
  ],
])('%j', (schema, expected) => {
  expect(withoutNegations(operationWith(schema)).responses[0]?.contents?.[0]?.schema).toEqual(expected);
});

test('requests are judged as they are described', () => {
  const request = { body: { contents: [{ schema: { type: 'string', not: { const: 'a' } } }] } };
  expect(withoutNegations(operationWith({}, request)).request).toBe(request);
});
