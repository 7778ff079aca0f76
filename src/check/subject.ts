/** What is checked, and by which contract. */

import type { JudgedOperation } from '../contract/judge/operation.js';
import type { Validate } from '../contract/judge/validate.js';
import type { AskedOf } from '../contract/prepared/asked.js';
import type { ReferenceRule } from '../contract/prepared/reference-rule.js';
import type { StreamOrder } from '../contract/prepared/stream-order.js';
import type { PreparedContract, PreparedOperation } from '../contract/prepared.js';
import type { RouteMatch } from '../contract/router.js';
import type { UnreadableBodyError } from '../http/message.js';
import type { Coverage } from '../journal/coverage.js';
import type { SecretNames } from '../journal/redaction.js';
import { boolean, type Kind, names, object } from '../options/kinds.js';
import type { Asked } from './asked/asked.js';
import type { Baseline } from './baseline.js';
import type { RunningTest } from './findings/violation.js';
import type { Jobs } from './jobs/jobs.js';
import type { ParsedBody } from './parsed-body.js';
import type { StreamContract } from './stream.js';

/** A request as it was sent. */
export interface CheckedRequest {
  /** Upper case. */
  method: string;
  /** Path on the wire, without the query. */
  path: string;
  /** Address that it was sent to, with the query; absent where nobody knows it. */
  url?: string | undefined;
  query: URLSearchParams;
  /** Value of a header; the name in lower case. */
  header(name: string): string | null | undefined;
  /** All headers, names in lower case. */
  headers(): Record<string, string>;
  /** The body, or why there is none to be read; undefined where there is no body, null where it is not known. */
  body: string | ParsedBody | UnreadableBodyError | null | undefined;
  /** Tells the test that sends it, where there is one; asked when there is something to tell. */
  test?: (() => RunningTest | undefined) | undefined;
}

/** How strictly exchanges are checked. */
export interface CheckerOptions {
  /**
   * Whether a request has to carry a key. Turn it off where something on the way to the gateway adds it.
   * @default true
   */
  auth?: boolean;
  /**
   * Report request fields that the contract does not know, which the gateway ignores.
   * @default false
   */
  strict?: boolean;
  /**
   * Names of headers, query parameters and members of JSON bodies whose values are kept out of findings and recordings, besides those that are
   * called as keys are.
   * @default none
   */
  redact?: readonly string[];
  /**
   * Violations that are known, by `knownViolations`: nothing is said of them.
   * @default none
   */
  baseline?: Baseline;
}

/** What `knownViolations` makes. */
const baseline: Kind<Baseline> = {
  ...object,
  expected: 'made by knownViolations',
  accepts: (value) => typeof Reflect.get(Object(value), 'isKnown') === 'function',
};

export const checkerOptions = { auth: boolean, strict: boolean, redact: names, baseline } satisfies Record<keyof CheckerOptions, Kind>;

/** What a checker is made for. */
export interface CheckerUse {
  /** The clock, in milliseconds. */
  now?: () => number;
  /** Whether anybody asks for the coverage: for it, each exchange is compared with the documented ones. */
  isCounted?: boolean;
}

export interface CheckerContract {
  contract: PreparedContract;
  requestValidators: Readonly<Record<string, Validate>>;
  responseValidators: Readonly<Record<string, Validate>>;
  /** By protocol. */
  streamOrders: Readonly<Record<string, StreamOrder>>;
  /** What answers keep of what is asked for, by protocol. */
  asked: Readonly<Record<string, AskedOf>>;
  /** What belongs together in requests, by operationId. */
  references: Readonly<Record<string, readonly ReferenceRule[]>>;
}

/** What is worked out once per operation, with what it is routed by. */
export interface CheckedOperation extends JudgedOperation {
  method: string;
  path: string;
}

export interface MissingKey {
  /** Where the request has a key instead, and where it goes; `undefined` where it has none. */
  advice: string | undefined;
}

/** What the checks of all exchanges share. */
export interface CheckState {
  readonly options: CheckerOptions;
  readonly parts: CheckerContract;
  readonly coverage: Coverage;
  readonly isCounted: boolean;
  readonly jobs: Jobs;
  /** Components that events of streams are instances of, by protocol. */
  readonly events: Readonly<Record<string, string>>;
  /** Begin to follow a stream, by protocol. */
  readonly orders: Readonly<Record<string, StreamContract['order']>>;
  /** Begin to check whether an answer keeps what its request asks for, by protocol. */
  readonly asked: Readonly<Record<string, Asked>>;
  /** Where requests carry keys. */
  readonly secretNames: SecretNames;
  /** The clock, in milliseconds. */
  now(): number;
  route(method: string, path: string): RouteMatch<CheckedOperation>;
  /** The operation whose path makes sense of this one. */
  suggest(method: string, path: string): PreparedOperation | undefined;
  /** Undefined where there is a key, or none is needed. */
  missingKey(operation: CheckedOperation, request: CheckedRequest): MissingKey | undefined;
}
