/** Which schema components an operation uses, and whether in what it takes or in what it gives. */

import type { Document, Operation } from '../../contract/openapi.js';
import { componentName, operationsOf, resolve } from './document.js';

export interface Reach {
  request: Set<string>;
  response: Set<string>;
}

/** Names of the schema components below a node, followed through every reference. */
function componentsBelow(document: Document, root: unknown): Set<string> {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    const { $ref } = node as { $ref?: unknown };
    if (typeof $ref === 'string' && $ref.startsWith('#/')) {
      const isSchema = $ref.startsWith('#/components/schemas/');
      if (isSchema && names.has(componentName($ref))) return;
      if (isSchema) names.add(componentName($ref));
      visit(resolve<unknown>(document, { $ref }));
      return;
    }
    for (const [key, value] of Object.entries(node)) if (key !== 'examples' && key !== 'example') visit(value);
  };
  visit(root);
  return names;
}

export function reachOf(document: Document, operation: Operation): Reach {
  return {
    request: componentsBelow(document, [operation.parameters, operation.requestBody]),
    response: componentsBelow(document, [operation.responses, operation['x-stream']?.event]),
  };
}

/** What each operation uses, by operationId. */
export const reaches = (document: Document): Map<string, Reach> =>
  new Map([...operationsOf(document)].map(({ operation }) => [operation.operationId, reachOf(document, operation)]));

/** Whether an operation uses a component in any of the versions. */
export const uses = (versions: Map<string, Reach>[], operationId: string, component: string): boolean =>
  versions.some((version) => version.get(operationId)?.request.has(component) || version.get(operationId)?.response.has(component));
