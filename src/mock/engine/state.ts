/** What the exchanges of one mock share. */

import type { Chance } from '../../contract/chance/chance.js';
import type { ExpressionContext } from '../../contract/expression.js';
import type { JudgedWarning } from '../../contract/judge/warning.js';
import type { Json } from '../../contract/prepared/json.js';
import type { PreparedContract, PreparedExample, PreparedOperation } from '../../contract/prepared.js';
import type { Router } from '../../contract/router.js';
import type { HttpRequest, HttpResponse } from '../../http/message.js';
import type { Coverage } from '../../journal/coverage.js';
import type { Journal } from '../../journal/journal.js';
import type { LoadsPatterns } from '../../scenarios/added.js';
import type { Late } from '../answer/makers.js';
import type { Pauses, sleep } from '../answer/pauses.js';
import type { ClockState } from '../clock/clock.js';
import type { FaultsByChance } from '../faults/chance.js';
import type { Prism } from '../prism/instance.js';
import type { CountingStore } from '../store/store.js';
import type { TaskPlan } from '../tasks/runner.js';
import type { OwnResult } from '../tasks/view.js';
import { type Exchange, RefusedRequest } from './exchange.js';
import type { MockOperation } from './operations.js';
import type { defaults, MockOptions } from './options.js';

/**
 * Answers a request, or throws why it does not: one by what generation prepared, one by the embedded Prism.
 * @throws RefusedRequest
 */
export type Engine = (state: MockState, exchange: Exchange) => Promise<HttpResponse>;

/** A valid call of an operation. */
export interface Call {
  state: MockState;
  operation: MockOperation;
  exchange: Exchange;
  request: ExpressionContext;
}

/** An error that a request asked for. */
export interface WantedError {
  status: number;
  /** Absent where the status has no documented body. */
  name?: string;
  body: Json;
  /** Instead of the words of the body. */
  message?: string;
  /** Name of the model that the body speaks of. */
  model?: string;
  /** Body of the request, which may name another. */
  asked: unknown;
}

/** What most mocks have no use for. */
export interface LaterParts {
  /** Counts what a key may do. @throws RefusedRequest for one too many */
  countRequest(call: Call): Promise<void>;
  /** Puts into a response what is left. */
  tellAllowance(response: HttpResponse, exchange: Exchange): void;
  /** Counts a request for an error that passes. @returns whether it has passed */
  outlastsCode(state: MockState, exchange: Exchange): Promise<boolean>;
  /** Cuts the body of a response as a request prefers it. */
  cutBody(exchange: Exchange, response: HttpResponse): void;
  /** @throws RefusedRequest where there is none of that status, or of the preferred name */
  wantedError(state: MockState, operation: MockOperation, exchange: Exchange, status: number): WantedError;
  /** What is odd in a body that is answered all the same. @param text as it came */
  misplacedParts(operation: PreparedOperation, body: unknown, text: string | undefined): JudgedWarning[];
  /** The text of a body without schemas of the caller's that are too large to be read; the exchange is told of them. */
  withoutLargeSchemas(exchange: Exchange): string;
  /** Decides what is read of a body that is not small, and notes what is not. */
  readLargeBody(exchange: Exchange): void;
  unknownPath(state: MockState, request: HttpRequest): RefusedRequest;
  missingKey(state: MockState, operation: MockOperation, request: HttpRequest, scheme?: string): RefusedRequest;
  Pauses: typeof Pauses;
  sleep: typeof sleep;
  /** @param number of the request in its session */
  seededChance(seed: number, session: string, number: number): Chance;
}

/** Runs the jobs that requests create. */
export interface OwnJobs {
  /** `undefined` where the request is about no job after all: its documented answer serves. */
  answer(call: Call, example: PreparedExample | undefined, plan?: TaskPlan): Promise<HttpResponse | undefined>;
  /** Makes a made-up body about a job say which job it is, and a state that goes with the status. */
  fitMadeUp(call: Call, status: number, body: Json): Promise<void>;
  /** Makes the calls that are due by the clock, one after the other. */
  callDue(): Promise<void>;
  /** Forgets the calls that are still to be made; for jobs of one session only where one is named. */
  forget(session?: string): void;
}

/** Answers a request of its own accord, or leaves it to the next one. Valid requests get here, unless they prefer a documented answer. */
export type AnswerSource = (call: Call) => HttpResponse | undefined | Promise<HttpResponse | undefined>;

export interface MockState extends FaultsByChance {
  engine: Engine;
  /** Asked one after the other, before chance and the documentation answer. */
  sources: readonly AnswerSource[];
  contract: PreparedContract;
  options: MockOptions & Record<keyof typeof defaults, number> & { auth: boolean };
  router: Router<PreparedOperation>;
  operation: (prepared: PreparedOperation) => MockOperation;
  jobs: OwnJobs;
  journal: Journal;
  coverage: Coverage;
  store: CountingStore;
  later: Pick<Late<LaterParts>, 'load' | 'now' | 'isLoaded'>;
  /** Told of each answer that a request may go on from, with its id. */
  keepAnswer: (call: Call, answer: () => Json, id: unknown) => Promise<void>;
  /** What a job comes to that does not go by the documentation. */
  jobResult: (source: string, origin: string) => Promise<OwnResult | undefined>;
  /** Answers with what Prism makes up. */
  makeUp: (call: Call) => Promise<HttpResponse>;
  /** Loads Prism; absent where it cannot run, as in a browser. */
  prism?: () => Promise<Prism>;
  /** Loads what reads the patterns of scenarios that come over the network; absent where the platform's engine is to run them. */
  loadPatterns?: LoadsPatterns;
  /**
   * Puts the examples that an operation's answers are made of into the contract; `undefined` where they are in it already. Absent where the
   * contract is whole from the start.
   */
  loadExamples?: (operation: PreparedOperation) => Promise<void> | undefined;
  /** Milliseconds since 1970, by the clock. */
  now: () => number;
  clock: ClockState;
  onInternalError: (error: unknown) => void;
}

const noPrism = (): RefusedRequest => new RefusedRequest({ status: 400, message: 'this takes Prism, which only the mock on Node.js has' });

/** @throws RefusedRequest where Prism cannot run */
export async function loadPrism({ prism }: MockState): Promise<Prism> {
  if (!prism) throw noPrism();
  return prism();
}

/** Answers where Prism is asked for and cannot run. */
export const withoutPrism = (): Promise<never> => Promise.reject(noPrism());
