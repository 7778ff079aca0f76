/** Finds the operation of a call in a contract. */

import type { Document, Operation } from '../contract/openapi.js';
import { Router } from '../contract/router.js';
import { operationsOf } from '../diff/model/document.js';
import type { CallAddress } from './known-call.js';

export interface Route {
  method: string;
  path: string;
  operation: Operation;
}

export interface Match extends Route {
  /** What stands for the parameters of the path, in order; absent where the address is not known. */
  values?: string[];
}

export class Routes {
  readonly #router: Router<Route>;
  readonly #byId: Map<string, Route>;

  constructor(document: Document) {
    const routes = [...operationsOf(document)].map((item) => ({ ...item, method: item.method.toUpperCase() }));
    this.#router = new Router(routes);
    this.#byId = new Map(routes.map((route) => [route.operation.operationId, route]));
  }

  find(address: CallAddress): Match | undefined {
    if ('operation' in address) return this.#byId.get(address.operation);
    const match = this.#router.match(address.method, address.path);
    if (match.kind !== 'operation') return undefined;
    const { operation: route, params } = match;
    return { ...route, values: [...route.path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => params[name] ?? '') };
  }
}
