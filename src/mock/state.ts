/** What the exchanges of one mock share. */

import type { PreparedContract, PreparedOperation } from '../contract/prepared.js';
import type { Router } from '../contract/router.js';
import type { HttpResponse } from '../http/message.js';
import type { Coverage } from '../journal/coverage.js';
import type { Journal } from '../journal/journal.js';
import { type Exchange, RefusedRequest } from './exchange.js';
import type { MockOperation } from './operations.js';
import type { defaults, MockOptions } from './options.js';
import type { Prism } from './prism/instance.js';
import type { Store } from './store/store.js';
import type { Callbacks } from './tasks/callbacks.js';
import type { TaskRunner } from './tasks/runner.js';

/**
 * Answers a request, or throws why it does not: one by what generation prepared, one by the embedded Prism.
 * @throws RefusedRequest
 */
export type Engine = (state: MockState, exchange: Exchange) => Promise<HttpResponse>;

/** Answers what the mock itself would answer by chance or by the documentation; `undefined` where it has nothing to say. */
export type Unanswered = (...exchange: Parameters<Engine>) => Promise<HttpResponse | undefined>;

export interface MockState {
  engine: Engine;
  contract: PreparedContract;
  options: MockOptions & Record<keyof typeof defaults, number> & { auth: boolean };
  router: Router<PreparedOperation>;
  operation: (prepared: PreparedOperation) => MockOperation;
  tasks: Map<string, TaskRunner>;
  journal: Journal;
  coverage: Coverage;
  callbacks: Callbacks;
  store: Store;
  /** Asked about each valid request that is not answered by its key or its `Prefer`; absent where nobody stands behind the mock. */
  unanswered?: Unanswered;
  /** Loads Prism; absent where it cannot run, as in a browser. */
  prism?: () => Promise<Prism>;
  /**
   * Puts the examples that an operation's answers are made of into the contract; `undefined` where they are in it already. Absent where the
   * contract is whole from the start.
   */
  loadExamples?: (operation: PreparedOperation) => Promise<void> | undefined;
  now: () => number;
  /** Milliseconds to wait before an answer. */
  latencyMs: () => number;
  /** Status of an error to answer instead, by chance. */
  randomFault: (operation: PreparedOperation) => number | undefined;
  onInternalError: (error: unknown) => void;
}

const noPrism = (): RefusedRequest => new RefusedRequest({ status: 400, message: 'this takes Prism, which only the mock on Node.js has' });

/** @throws RefusedRequest where Prism cannot run */
export async function loadPrism({ prism }: MockState): Promise<Prism> {
  if (!prism) throw noPrism();
  return prism();
}

/** The engine where Prism is asked for and cannot run. */
export const withoutPrism: Engine = () => Promise.reject(noPrism());
