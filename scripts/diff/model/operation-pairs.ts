/** The operations that two contracts share. */
import { type Document, type Operation, operationsOf } from '../../lib/document.js';

export interface OperationPair {
  path: string;
  method: string;
  before: Operation;
  after: Operation;
}

export function operationPairs(base: Document, current: Document): OperationPair[] {
  const later = new Map([...operationsOf(current)].map(({ method, path, operation }) => [`${method} ${path}`, operation]));
  return [...operationsOf(base)].flatMap(({ method, path, operation }) => {
    const after = later.get(`${method} ${path}`);
    return after ? [{ path, method, before: operation, after }] : [];
  });
}
