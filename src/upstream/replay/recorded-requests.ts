/** Requests of recordings, as they are compared. */
import type { ExpressionContext } from '../../contract/expression.js';
import type { PreparedContract, PreparedOperation } from '../../contract/prepared.js';
import { Router } from '../../contract/router.js';
import { readJson } from '../../http/json/json-text.js';
import { type RecordedRequest, textOf } from '../../recording/recording.js';
import { type KeyedOperation, KeyedRequest, keyedOperation } from './request-keys.js';

export interface ReadRequest {
  operation: KeyedOperation;
  request: KeyedRequest;
  context: ExpressionContext;
}

export class RecordedRequests {
  readonly #router: Router<PreparedOperation>;
  readonly #operations = new Map<PreparedOperation, KeyedOperation>();

  constructor(contract: PreparedContract) {
    this.#router = new Router(contract.operations);
  }

  /** `undefined` where the path is none of the contract. */
  read({ method, url, headers, ...body }: RecordedRequest): ReadRequest | undefined {
    const { pathname, searchParams } = new URL(url, 'http://gateway');
    const match = this.#router.match(method, pathname);
    if (match.kind !== 'operation') return undefined;
    const operation = this.operation(match.operation);
    const context = { path: match.params, query: searchParams, header: (name: string) => headers[name], body: jsonOf(body) };
    return { operation, context, request: new KeyedRequest(operation, method, context) };
  }

  operation(prepared: PreparedOperation): KeyedOperation {
    const known = this.#operations.get(prepared) ?? keyedOperation(prepared);
    this.#operations.set(prepared, known);
    return known;
  }
}

/** The body that a recorded request has; what is no JSON is none that an operation takes. */
function jsonOf(body: Pick<RecordedRequest, 'json' | 'text'>): unknown {
  if (body.json !== undefined) return body.json;
  try {
    return readJson(textOf(body) ?? '');
  } catch {
    return undefined;
  }
}
