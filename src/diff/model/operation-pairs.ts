/** The operations that two contracts share. */

import type { Document, Operation } from '../../contract/openapi.js';
import { operationsOf } from './document.js';

export interface OperationPair {
  path: string;
  /** As the newer contract writes it, which may name its parameters otherwise. */
  pathAfter: string;
  method: string;
  before: Operation;
  after: Operation;
}

/** What a call is found by: the names of parameters are not in its address. */
export const routeOf = ({ method, path }: { method: string; path: string }): string => `${method} ${path.replace(/\{[^}]*\}/g, '{}')}`;

export function operationPairs(base: Document, current: Document): OperationPair[] {
  const later = new Map([...operationsOf(current)].map((item) => [routeOf(item), item]));
  return [...operationsOf(base)].flatMap(({ method, path, operation }) => {
    const now = later.get(routeOf({ method, path }));
    return now ? [{ path, pathAfter: now.path, method, before: operation, after: now.operation }] : [];
  });
}
