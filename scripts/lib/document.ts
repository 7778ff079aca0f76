/** What the scripts do with an OpenAPI document. */
import type { Document } from '../../src/contract/openapi.js';

export type * from '../../src/contract/openapi.js';
export type { Json } from '../../src/contract/prepared/json.js';
export { componentName, operationsOf, resolve } from '../../src/diff/model/document.js';

/**
 * Address of the API: the first server's.
 * @throws Error when the document has none
 */
export function serverOf({ servers }: Document): string {
  const [first] = servers ?? [];
  if (!first) throw new Error('The bundle has no servers');
  return first.url;
}
