/** What the files of `openapi/` hold, which says what their keys mean. */
import { getTypes, normalizeTypes } from '@redocly/openapi-core';
import type { NodeType } from '../lib/node-types.js';
import { extensionTypes } from '../lint/lib/extension-types.js';
import { type KeyOrder, keyOrder, workflowKeyOrder } from '../lint/lib/key-order.js';

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

/** The first that fits a file's name counts. */
const typeNames: [RegExp, keyof typeof types][] = [
  [/^openapi\.yaml$/, 'Root'],
  [/^paths\//, 'PathItem'],
  [/^components\/schemas\//, 'Schema'],
  [/^components\/parameters\//, 'Parameter'],
  [/^components\/headers\//, 'Header'],
  [/^components\/responses\//, 'Response'],
  [/^components\/securitySchemes\//, 'SecurityScheme'],
  [/^examples\/errors\//, 'ErrorBody'],
  [/^examples\//, 'Exchange'],
  [/^docs-map\.yaml$/, 'DocsMap'],
  [/^tasks\.yaml$/, 'XTasks'],
  [/^error-dialects\.yaml$/, 'XErrorDialects'],
  [/^owned-fields\.yaml$/, 'XOwnedFields'],
  [/^stream-orders\.yaml$/, 'XStreamOrders'],
  [/^sdk-samples\.yaml$/, 'XSdkSamples'],
  [/^answer-samples\.yaml$/, 'XAnswerSamples'],
];

/** @param name relative to `openapi/`; @returns nothing for a file in which no key has a place of its own */
export function fileKind(name: string): FileKind | undefined {
  if (name.startsWith('workflows/')) return { type: workflowTypes.Root as NodeType, order: workflowKeyOrder };
  const [, typeName = ''] = typeNames.find(([pattern]) => pattern.test(name)) ?? [];
  const type = types[typeName];
  return type && { type, order: keyOrder };
}
