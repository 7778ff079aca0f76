/** Where the gateway lists its models, as the contract says. */
import { componentName, type Document, operationsOf, resolve } from '../lib/document.js';

export interface Endpoint {
  path: string;
  /** Pointer of the list in the body, and the member of an entry that is the id. */
  list: string;
  id: string;
}

interface Listing {
  models?: Record<string, 'id' | 'owner'>;
}

/** @throws Error when the contract lists its models nowhere */
export function catalogueEndpoint(document: Document): Endpoint {
  const owned = document['x-owned-fields'] as Record<string, Record<string, Listing>>;
  for (const [component, fields] of Object.entries(owned)) {
    for (const [list, { models }] of Object.entries(fields)) {
      const id = Object.entries(models ?? {}).find(([, what]) => what === 'id')?.[0];
      const path = id === undefined ? undefined : pathAnswering(document, component);
      if (id !== undefined && path !== undefined) return { path, list, id };
    }
  }
  throw new Error('The contract lists its models nowhere.');
}

function pathAnswering(document: Document, component: string): string | undefined {
  const isIt = ($ref: unknown) => typeof $ref === 'string' && componentName($ref) === component;
  return [...operationsOf(document)].find(
    ({ method, operation }) =>
      method === 'get' &&
      Object.values(operation.responses).some((response) =>
        Object.values(resolve<typeof response>(document, response).content ?? {}).some(({ schema }) => isIt(schema?.$ref)),
      ),
  )?.path;
}
