import { describe, expect, test } from 'vitest';
import { type Document, resolve, serverOf } from '../../../scripts/lib/document.js';

const document = (more: Partial<Document>): Document => ({
  openapi: '3.1.0',
  info: { title: 'Toys', version: '1.0.0' },
  paths: {},
  components: { schemas: {}, responses: {}, parameters: {}, headers: {}, securitySchemes: {} },
  ...more,
});

describe('the server of a document', () => {
  test('is the first', () => {
    expect(serverOf(document({ servers: [{ url: 'https://one' }, { url: 'https://two' }] }))).toBe('https://one');
  });

  test.each([{}, { servers: [] }])('is missing in %j', (more) => {
    expect(() => serverOf(document(more))).toThrow('The bundle has no servers');
  });
});

test('a reference that leads nowhere is named', () => {
  expect(() => resolve(document({}), { $ref: '#/components/schemas/Bear' })).toThrow('#/components/schemas/Bear leads nowhere');
});
