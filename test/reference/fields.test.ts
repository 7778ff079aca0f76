import { expect, test } from 'vitest';
import type { Document, Schema } from '../../src/contract/openapi.js';
import { constraints, fieldList } from '../../src/reference/fields.js';

const description = { openapi: '3.1.0', paths: {}, components: { schemas: { Anything: true } } } as unknown as Document;

test('a schema that is true or false is a type, wherever it stands', () => {
  const schema = {
    properties: {
      any: true,
      never: false,
      list: { type: 'array', items: true },
      either: { anyOf: [true, { type: 'string' }] },
      referred: { $ref: '#/components/schemas/Anything' },
      composed: { allOf: [true, { properties: { inner: true } }] },
    },
  } as unknown as Schema;
  const text = fieldList(description, schema, 'here')?.text.replace(/<[^>]*>|\s+/g, ' ');
  for (const shown of [/any +any/, /never +never/, /list +array of any/, /either +any or string/, /referred +any/, /inner +any/])
    expect(text).toMatch(shown);
  expect(constraints(description, true as unknown as Schema)).toBeUndefined();
});
