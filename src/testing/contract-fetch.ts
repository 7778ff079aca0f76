/** A `fetch` that checks what goes through it. */

import type { ContractViolation } from '../check/findings/violation.js';
import { createChecker } from '../check/packaged.js';
import { pathBelow } from '../check/path-below.js';
import { type CheckerOptions, checkerOptions } from '../check/subject.js';
import type { CoverageReport } from '../journal/coverage.js';
import { redactUrl, secretsOf } from '../journal/redaction.js';
import { checkGlobals } from '../needed-globals.js';
import { checkOptions } from '../options/check-options.js';
import { boolean, callback, type Kind, oneOf, text } from '../options/kinds.js';
import { checkedResponse, isUnderCheck } from './checked-response.js';
import { Leaving } from './leaving.js';
import { type NotChecked, NotCheckedList } from './not-checked.js';
import { type CheckedCall, type OnViolation, reactTo } from './reaction.js';
import { followed, recordCalls } from './record-call.js';
import { runningTest } from './running-test.js';
import { addressOf, type Call, methodOf, readSent, type SentCall } from './sent/sent-call.js';

/** What is checked, and what a violation does. */
export interface ContractFetchOptions extends CheckerOptions {
  /**
   * `throw` rejects the call or, where the response has a body, its reading; `collect` only notes violations.
   * A request that breaks the contract is not sent when violations throw.
   *
   * A function is called with each violation, once and at once, and with the call that it was found in. What it throws ends the call, or the
   * reading, as `throw` does; where it returns a promise, the call waits for it.
   * @default 'throw'
   */
  onViolation?: OnViolation;
  /**
   * Where the gateway is, such as `https://api-xmodel.nexconn.ai`; calls to other addresses are not checked, and unknown paths below it
   * are violations.
   * @default anywhere: every call is checked whose path is one of the contract's
   */
  baseUrl?: string;
  /**
   * Folder to which each call to the gateway is written, without keys, for `conform` and for replay. On Node.js only. A body is at its end
   * once its recording is written. Of a body of more than 4 million characters only the beginning is kept, and the recording says how many
   * were dropped.
   * @default none: nothing is recorded
   */
  record?: string;
  /**
   * Whether recordings also say which members of the answers were read, in streams too, for `nexconn-contract impact`. What SDKs read counts as
   * well: one that copies an answer reads all of it. While there is such a `fetch`, `JSON.parse` is watched, and what it makes of an answer has
   * accessors for members. Needs `record`.
   * @default false
   */
  reads?: boolean;
}

const words = oneOf('throw', 'collect');

const contractFetchOptions = {
  ...checkerOptions,
  onViolation: {
    ...words,
    expected: `${words.expected}, or a function`,
    accepts: (value) => words.accepts(value) || callback.accepts(value),
  },
  baseUrl: { ...text, expected: 'an address such as https://api.example.com', accepts: (value) => URL.canParse(value as string) },
  record: text,
  reads: boolean,
} satisfies Record<keyof ContractFetchOptions, Kind>;

/** A `fetch` that remembers what it found; see {@link contractFetch}. */
export interface ContractFetch {
  (...call: Parameters<typeof fetch>): ReturnType<typeof fetch>;
  /** Everything found so far, in order. */
  readonly violations: readonly ContractViolation[];
  /** How many calls were checked so far. */
  readonly calls: number;
  /**
   * What was not checked so far, and why: bodies that can be read only once, or that nobody has read to their end and nobody has left, calls
   * elsewhere where no `baseUrl` says that they are.
   */
  readonly notChecked: readonly NotChecked[];
  /** What the calls so far exercised of the contract. */
  coverage(): CoverageReport;
  /**
   * Forgets what was found and counted, but neither the coverage nor the jobs: for the time between two tests. What has come of bodies that are still
   * being read is recorded as left, and all of them once they end.
   */
  forget(): void;
  /** Forgets everything. */
  reset(): void;
}

/**
 * Wraps a `fetch`: each request to the gateway and each response is checked against the contract. What is sent and what comes passes as it is,
 * streams event by event, so that the caller sees no difference until something is wrong. A call that its caller leaves is judged as far as it came.
 *
 * @param inner the `fetch` that makes the calls; the global one, if it is left out
 * @throws ContractViolationError from calls and from reading responses, with `onViolation: 'throw'`; TypeError at once for an option that is
 * not known or makes no sense, and for what is no `fetch`
 * @example
 * ```ts
 * import { contractFetch, failOnViolations } from 'nexconn-contract/testing';
 * import OpenAI from 'openai';
 * import { afterEach } from 'vitest';
 *
 * const checked = contractFetch(fetch, { onViolation: 'collect' });
 * const openai = new OpenAI({ baseURL, apiKey, fetch: checked });
 * afterEach(() => failOnViolations(checked));
 * ```
 */
export function contractFetch(inner: typeof fetch = globalThis.fetch, options: ContractFetchOptions = {}): ContractFetch {
  checkGlobals('contractFetch', ['Request', 'Response', 'ReadableStream', 'TextDecoder']);
  const {
    onViolation = 'throw',
    baseUrl,
    record,
    reads = false,
    ...checking
  } = checkOptions('contractFetch', options, contractFetchOptions);
  if (typeof inner !== 'function')
    throw new TypeError(`contractFetch takes a fetch first, got ${inner === null ? 'null' : typeof inner}; undefined is the global one`);
  if (reads && record === undefined) throw new TypeError('contractFetch: reads needs record, the folder of the recordings that tell it');
  const base = baseUrl === undefined ? undefined : new URL(baseUrl);
  const violations: ContractViolation[] = [];
  const notChecked = new NotCheckedList();
  let checker = createChecker(checking);
  const { secretNames } = checker;
  const recording = record === undefined ? undefined : recordCalls(record, secretNames, reads);
  let calls = 0;

  async function checked(...call: Call): Promise<Response> {
    const url = addressOf(call);
    // Refused by whoever makes the call, in its own words; or no call of HTTP at all.
    if (!url?.protocol.startsWith('http')) return inner(...call);
    const path = base ? pathBelow(url, base) : url.pathname;
    if (path === undefined) return inner(...call);
    if (!base && !checker.knows(path, methodOf(call))) {
      notChecked.add('call', methodOf(call), url, 'the contract has no such path');
      return inner(...call);
    }
    let request: SentCall;
    try {
      const sent = readSent(call);
      request = sent instanceof Promise ? await sent : sent;
    } catch (error) {
      notChecked.add('call', methodOf(call), url, (error as Error).message);
      return inner(...call);
    }
    calls++;
    const { method, headers, body: sent, unread } = request;
    if (unread !== undefined) notChecked.add('request body', method, url, unread);
    const allHeaders = () => Object.fromEntries(headers);
    const query = url.search === '' ? noQuery : url.searchParams;
    const exchange = checker.begin({
      method,
      path,
      url: url.href,
      test: runningTest,
      query,
      header: (name) => headers.get(name),
      headers: allHeaders,
      body: sent,
    });
    let status: number | undefined;
    const callOf = (): CheckedCall => ({
      ...(exchange.operation && { operation: exchange.operation }),
      method,
      url: redactUrl(url.href, secretNames, secretsOf(secretNames, { headers: allHeaders(), query })),
      ...(status !== undefined && { status }),
    });
    const settle = reactTo(exchange, onViolation, (violation) => violations.push(violation), callOf);
    const refused = settle();
    if (refused) await refused;
    const recorded = recording?.(exchange, path + url.search, request);
    let response: Response;
    try {
      response = await inner(...call);
    } catch (error) {
      await recorded?.unanswered();
      throw error;
    }
    const body = response?.body;
    const received = response?.headers;
    const hidden = whyHidden(response, body, received);
    if (hidden !== undefined) {
      notChecked.add('response', method, url, hidden);
      return response;
    }
    status = response.status;
    const check = exchange.response(status, (name) => received.get(name));
    const leaving = new Leaving(call);
    const following = recorded?.follow(response, check, leaving) ?? followed(check);
    const unreadable = body === null ? undefined : whyUnreadable(response, body);
    if (body !== null && unreadable === undefined && following.wanted) {
      following.onEnd = notChecked.open(following, 'response', method, url, 'its body was not read to its end');
      return checkedResponse(response, body, { body: following, settle, leaving, length: lengthOf(response, received) });
    }
    if (unreadable !== undefined) notChecked.add('response', method, url, unreadable);
    // There is nothing in it to be judged, and what is not read cannot be recorded.
    if (body === null) following.end();
    else following.cancel();
    await following.written;
    await settle();
    return response;
  }

  return Object.defineProperties(checked, {
    violations: { value: violations, enumerable: true },
    calls: { get: () => calls, enumerable: true },
    notChecked: { get: () => notChecked.entries(), enumerable: true },
    coverage: { value: () => ({ contract: checker.parts.contract.build, ...checker.coverage.report() }) },
    forget: { value: forget },
    reset: {
      value() {
        forget();
        checker = createChecker(checking);
      },
    },
  }) as unknown as ContractFetch;

  function forget(): void {
    violations.length = 0;
    calls = 0;
    notChecked.clear();
  }
}

const noQuery = new URLSearchParams();

/** What the head says of the length of the body, unless it was encoded on its way, which a page is not told of others' servers. */
function lengthOf(response: Response, headers: Headers): number | undefined {
  const length = headers.get('content-length');
  return length === null || response.type === 'cors' || headers.has('content-encoding') || !/^\d+$/.test(length)
    ? undefined
    : Number(length);
}

/** Types of what a browser keeps from its scripts. */
const hiddenTypes = new Set(['opaque', 'opaqueredirect', 'error']);

/** Why the body of a response cannot be followed, if it cannot. */
function whyUnreadable(response: Response, body: unknown): string | undefined {
  // One `fetch` of this kind may make the calls of another, and one of a test may give the same response each time.
  if (isUnderCheck(response)) return 'it is checked already';
  // Each stream of Node.js has a prototype of its own, so that no look at a member of it is quick.
  if (body instanceof ReadableStream) return undefined;
  return typeof (body as ReadableStream | undefined)?.getReader === 'function' ? undefined : 'its body is no ReadableStream';
}

/** Why nothing can be known of a response, if it cannot. */
function whyHidden(response: Response, body: Response['body'], headers: Headers | undefined): string | undefined {
  if (body === null && hiddenTypes.has(response.type)) return 'the browser shows nothing of it';
  return typeof headers?.get === 'function' ? undefined : 'it is no Response';
}
