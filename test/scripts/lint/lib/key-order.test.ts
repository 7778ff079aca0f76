import { getTypes } from '@redocly/openapi-core';
import { describe, expect, it } from 'vitest';
import { extensionTypes } from '../../../../scripts/lint/lib/extension-types.js';
import { inOrder, type KeyOrder, keyOrder, workflowKeyOrder } from '../../../../scripts/lint/lib/key-order.js';

const openApiTypes = getTypes('oas3_1');
const types = extensionTypes(openApiTypes);
const workflowTypes = getTypes('arazzo1');

describe('the table', () => {
  it('knows the types of the linter, and those of the files that the linter does not see', () => {
    expect(Object.keys(keyOrder).filter((name) => !Object.hasOwn(types, name))).toEqual([
      'DocsEntry',
      'Exchange',
      'ExchangeRequest',
      'ExchangeResponse',
      'ErrorBody',
    ]);
    expect(Object.keys(workflowKeyOrder).filter((name) => !Object.hasOwn(workflowTypes, name))).toEqual([]);
  });

  it('names keys that there are, each once', () => {
    const wrong = (order: KeyOrder, known: typeof types) =>
      Object.entries(order).flatMap(([name, keys]) =>
        keys
          .filter((key, index) => {
            const isOfOpenApi = !key.startsWith('x-') && key !== '$ref';
            return keys.indexOf(key) !== index || (known[name] && isOfOpenApi && !Object.hasOwn(known[name].properties, key));
          })
          .map((key) => `${name}.${key}`),
      );
    expect(wrong(keyOrder, types)).toEqual(['XDocs.pages']); // which generation adds
    expect(wrong(workflowKeyOrder, workflowTypes)).toEqual([]);
  });

  it('has a place for every key of our extensions', () => {
    const missing = Object.entries(types).flatMap(([name, { properties }]) =>
      Object.keys(properties)
        .filter((key) => !Object.hasOwn(openApiTypes[name]?.properties ?? {}, key) && !keyOrder[name]?.includes(key))
        .map((key) => `${name}.${key}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('keys', () => {
  it('that the order does not know follow the others as they stand', () =>
    expect(inOrder(['z', 'b', 'y', 'a'], ['a', 'b'])).toEqual(['a', 'b', 'z', 'y']));

  it('that are merged in stand first', () => expect(inOrder(['z', 'a', '<<'], ['a', 'b'])).toEqual(['<<', 'a', 'z']));

  it('that stand in order, or have none, are the same array', () => {
    for (const keys of [['a', 'b', 'z', 'y'], ['b'], []]) expect(inOrder(keys, ['a', 'b'])).toBe(keys);
    const keys = ['b', 'a'];
    expect(inOrder(keys, undefined)).toBe(keys);
  });
});
