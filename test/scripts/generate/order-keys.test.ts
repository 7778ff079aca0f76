import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getTypes, normalizeTypes } from '@redocly/openapi-core';
import { describe, expect, test } from 'vitest';
import { orderKeys } from '../../../scripts/generate/order-keys.js';
import { project } from '../../../scripts/lib/project.js';
import { extensionTypes } from '../../../scripts/lint/lib/extension-types.js';

const types = normalizeTypes(extensionTypes(getTypes('oas3_1')));

/** The text tells the order of keys, which a comparison of values does not. */
const ordered = (value: unknown, type: string): string => JSON.stringify(orderKeys(value, types[type]));

describe('the keys of a description', () => {
  test('are put in order, down to nested schemas and our extensions', () => {
    const schema = {
      properties: { litter: { items: { type: 'string', description: 'b' }, type: 'array' } },
      'x-docs': { notes: 'c', provenance: 'seed' },
      type: 'object',
      description: 'a',
    };
    expect(ordered(schema, 'Schema')).toBe(
      JSON.stringify({
        description: 'a',
        'x-docs': { provenance: 'seed', notes: 'c' },
        type: 'object',
        properties: { litter: { type: 'array', items: { description: 'b', type: 'string' } } },
      }),
    );
  });

  test('stand after the known ones, as they are, where the order does not know them', () => {
    expect(ordered({ 'x-b': 1, type: 'string', 'x-a': 2 }, 'Schema')).toBe('{"type":"string","x-b":1,"x-a":2}');
  });

  test('keep their order where they are names, be they called as keys are', () => {
    const properties = { type: { const: 'a' }, description: { const: 'b' }, 'x-docs': { const: 'c' }, $ref: { const: 'd' } };
    for (const map of [{ properties }, { patternProperties: properties }, { $defs: properties }])
      expect(ordered(map, 'Schema')).toBe(JSON.stringify(map));
    const dialects = { second: { schemas: [], message: [] }, first: { schemas: [], message: [] } };
    expect(ordered({ 'x-error-dialects': dialects }, 'Root')).toBe(JSON.stringify({ 'x-error-dialects': dialects }));
  });

  test('keep their order in values: examples, defaults, constants, lists of values', () => {
    const value = { type: 'object', description: 'no schema' };
    const schema = { type: 'object', const: value, enum: [value], default: value, example: value, examples: [value] };
    expect(ordered(schema, 'Schema')).toBe(JSON.stringify(schema));
    const mediaType = { example: value, examples: { one: { value } } };
    expect(ordered(mediaType, 'MediaType')).toBe(JSON.stringify(mediaType));
  });

  test('stand in order in the generated description, what generation itself adds included', async () => {
    const description = JSON.parse(await readFile(join(project.generated, 'openapi.json'), 'utf8'));
    expect(ordered(description, 'Root') === JSON.stringify(description)).toBe(true);
  });
});
