/** How the page finds its way in the description. */
import type { Document, Operation, Parameter } from '../contract/openapi.js';
import { follow } from '../contract/ref.js';

export interface Entry {
  method: string;
  path: string;
  operation: Operation;
  parameters: Parameter[];
}

/** Follows a reference inside the description; anything else is returned as it is. */
export const resolve = <T>(description: Document, node: T | { $ref: string }): T => follow(description, node, () => undefined as T);

/** All operations, in the order of the description. */
export const entriesOf = (description: Document): Entry[] =>
  Object.entries(description.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, operation]) => typeof operation === 'object' && operation !== null && 'operationId' in operation)
      .map(([method, operation]: [string, Operation]) => {
        const shared: Parameter[] = item.parameters ?? [];
        const parameters = [...shared, ...(operation.parameters ?? [])].map((parameter) => resolve<Parameter>(description, parameter));
        return { method: method.toUpperCase(), path, operation, parameters };
      }),
  );
