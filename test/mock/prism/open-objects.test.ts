import type { IHttpOperation } from '@stoplight/types';
import { expect, test } from 'vitest';
import { withoutOpenObjects } from '../../../src/mock/prism/open-objects.js';

const operationWith = (schema: object, request?: object) =>
  ({
    id: '',
    method: 'get',
    path: '/',
    responses: [{ code: '200', contents: [{ schema }] }],
    ...(request && { request }),
  }) as unknown as IHttpOperation;

const closed = (schema: object): unknown => withoutOpenObjects(operationWith(schema)).responses[0]?.contents?.[0]?.schema;

test.each([
  [
    { type: 'object', additionalProperties: true },
    { type: 'object', additionalProperties: false },
  ],
  [{ type: ['object', 'null'] }, { type: ['object', 'null'], additionalProperties: false }],
  [
    { type: 'array', items: { type: 'object' } },
    { type: 'array', items: { type: 'object', additionalProperties: false } },
  ],
  [
    { type: 'object', additionalProperties: { type: 'string' } },
    { type: 'object', additionalProperties: { type: 'string' } },
  ],
  [
    { type: 'string', examples: [{ type: 'object' }] },
    { type: 'string', examples: [{ type: 'object' }] },
  ],
])('%j', (schema, expected) => {
  expect(closed(schema)).toEqual(expected);
});

test('requests are judged as they are described', () => {
  const request = { body: { contents: [{ schema: { type: 'object' } }] } };
  expect(withoutOpenObjects(operationWith({}, request)).request).toBe(request);
});
