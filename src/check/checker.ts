/** The check of exchanges against the contract: the one judge of the testing kit, the proxy and the commands. */

import { judgedOperation } from '../contract/judge/operation.js';
import { keyAdvice } from '../contract/key-advice.js';
import { nearest } from '../contract/paths/nearest.js';
import type { PreparedOperation } from '../contract/prepared.js';
import { type RouteMatch, Router } from '../contract/router.js';
import { pathInSession } from '../http/session-path.js';
import { Coverage } from '../journal/coverage.js';
import { type SecretNames, secretNames } from '../journal/redaction.js';
import { compileAsked } from './asked/asked.js';
import { ExchangeCheck } from './exchange.js';
import { Jobs } from './jobs/jobs.js';
import { compileOrder } from './order/follow.js';
import { checkRequest } from './request.js';
import type { CheckedOperation, CheckedRequest, CheckerContract, CheckerOptions, CheckerUse, CheckState, MissingKey } from './subject.js';

/** Checks exchanges one by one, and remembers of them what the order of job states and the coverage need. */
export class Checker implements CheckState {
  readonly coverage: Coverage;
  readonly jobs: Jobs;
  readonly options: CheckerOptions;
  readonly now: () => number;
  readonly isCounted: boolean;
  readonly parts: CheckerContract;
  readonly secretNames: SecretNames;
  readonly events: CheckState['events'];
  readonly orders: CheckState['orders'];
  readonly asked: CheckState['asked'];
  readonly #operations: CheckedOperation[];
  readonly #router: Router<CheckedOperation>;

  constructor(parts: CheckerContract, options: CheckerOptions = {}, { now = Date.now, isCounted = true }: CheckerUse = {}) {
    this.parts = parts;
    this.options = options;
    this.now = now;
    this.isCounted = isCounted;
    this.secretNames = secretNames(parts.contract.securitySchemes, options.redact);
    this.coverage = new Coverage(parts.contract);
    this.jobs = new Jobs(parts.contract);
    this.events = Object.fromEntries(
      parts.contract.operations.flatMap(({ protocol, stream }) => (protocol && stream ? [[protocol, stream.event]] : [])),
    );
    this.orders = Object.fromEntries(Object.entries(parts.streamOrders).map(([protocol, order]) => [protocol, compileOrder(order)]));
    const models = parts.contract.models.map(({ id }) => id);
    this.asked = Object.fromEntries(
      Object.entries(parts.asked).map(([protocol, rules]) => [protocol, compileAsked(protocol, rules, models)]),
    );
    this.#operations = parts.contract.operations.map((operation) => ({
      ...judgedOperation(operation, parts.contract, parts.requestValidators),
      method: operation.method,
      path: operation.path,
    }));
    this.#router = new Router(this.#operations);
  }

  /** What a path is of the contract, also below the base URL of a session, which only a mock has. */
  route(method: string, path: string): RouteMatch<CheckedOperation> {
    return this.#router.match(method, pathInSession(path));
  }

  /** Whether a path is one of the contract's, whatever the method. @param method that is looked for first */
  knows(path: string, method = 'GET'): boolean {
    return this.route(method, path).kind !== 'none';
  }

  /** Checks a request, and returns the check of its response. */
  begin(request: CheckedRequest): ExchangeCheck {
    return new ExchangeCheck(this, request, checkRequest(this, request));
  }

  /** The check of a response whose request nobody saw; `undefined` where there is no such operation. */
  beginUnseen(operationId: string): ExchangeCheck | undefined {
    const operation = this.#operations.find(({ prepared }) => prepared.id === operationId);
    if (!operation) return undefined;
    const { method, path } = operation;
    const request = { method, path, query: new URLSearchParams(), header: () => undefined, headers: () => ({}), body: null };
    return new ExchangeCheck(this, request, { operation, params: {}, body: undefined, findings: [], warnings: [] });
  }

  suggest(method: string, path: string): PreparedOperation | undefined {
    return nearest(this.parts.contract.operations, path, method);
  }

  missingKey(operation: CheckedOperation, request: CheckedRequest): MissingKey | undefined {
    if (this.options.auth === false || operation.credentials(request).kind !== 'missing') return undefined;
    return { advice: keyAdvice(operation.prepared, this.parts.contract.securitySchemes, request) };
  }
}
