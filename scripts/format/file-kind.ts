/** What the files of `openapi/` hold, which says what their keys mean. */
import { getTypes, normalizeTypes } from '@redocly/openapi-core';
import type { NodeType } from '../lib/node-types.js';
import { extensionTypes } from '../lint/lib/extension-types.js';
import { type KeyOrder, keyOrder, workflowKeyOrder } from '../lint/lib/key-order.js';
import { typeNameOf } from './type-name.js';

export interface FileKind {
  /** Of the whole content. */
  type: NodeType;
  order: KeyOrder;
}

/** Files that the linter does not see; it has no types for them. */
const ownTypes = {
  DocsMap: { properties: {}, items: 'DocsEntry' },
  DocsEntry: { properties: {} },
  Exchange: { properties: { 'x-docs': 'XDocs', request: 'ExchangeRequest', response: 'ExchangeResponse' } },
  ExchangeRequest: { properties: {} },
  ExchangeResponse: { properties: {} },
  ErrorBody: { properties: { 'x-docs': 'XDocs' } },
};

const types = normalizeTypes(extensionTypes({ ...getTypes('oas3_1'), ...ownTypes }));
const workflowTypes = normalizeTypes(getTypes('arazzo1'));

/** @param name relative to `openapi/`; @returns nothing for a file in which no key has a place of its own */
export function fileKind(name: string): FileKind | undefined {
  const typeName = typeNameOf(name);
  if (typeName === 'Workflows') return { type: workflowTypes.Root as NodeType, order: workflowKeyOrder };
  const type = typeName === undefined ? undefined : types[typeName];
  return type && { type, order: keyOrder };
}
