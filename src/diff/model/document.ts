/** Reading of an OpenAPI document. */
import type { Document, Operation } from '../../contract/openapi.js';
import { follow } from '../../contract/ref.js';

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Every operation of the document, in document order. */
export function* operationsOf(document: Document): Generator<{ path: string; method: string; operation: Operation }> {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      if (item[method]) yield { path, method, operation: item[method] as Operation };
    }
  }
}

/**
 * Follows a `$ref` inside the document; anything else is returned as it is.
 * @throws Error when it leads nowhere
 */
export const resolve = <T>(document: Document, node: T | { $ref: string }): T =>
  follow(document, node, (ref) => {
    throw new Error(ref.startsWith('#') ? `${ref} leads nowhere` : `${ref} leads out of the document, which must be whole`);
  });

/** Name of the component that a `$ref` points at. */
export const componentName = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);
