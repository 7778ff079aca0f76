import type { IHttpOperation } from '@stoplight/types';
import { expect, test } from 'vitest';
import { withBase64Patterns } from '../../../src/mock/prism/base64-texts.js';

test.each([
  [
    { type: 'string', contentEncoding: 'base64' },
    { type: 'string', contentEncoding: 'base64', pattern: expect.any(String) },
  ],
  [
    { type: 'string', contentEncoding: 'base64', pattern: '^a$' },
    { type: 'string', contentEncoding: 'base64', pattern: '^a$' },
  ],
  [
    { type: 'object', properties: { contentEncoding: { const: 'base64' } } },
    { type: 'object', properties: { contentEncoding: { const: 'base64' } } },
  ],
])('%j', (schema, expected) => {
  const operation = { id: '', method: 'get', path: '/', responses: [{ code: '200', contents: [{ schema }] }] } as unknown as IHttpOperation;
  expect(withBase64Patterns(operation).responses[0]?.contents?.[0]?.schema).toEqual(expected);
});
