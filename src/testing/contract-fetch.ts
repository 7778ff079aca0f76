/** A `fetch` that checks what goes through it. */

import type { ExchangeCheck } from '../check/exchange.js';
import { createChecker } from '../check/packaged.js';
import { pathBelow } from '../check/path-below.js';
import { type CheckedRequest, type CheckerOptions, checkerOptions } from '../check/subject.js';
import { type ContractViolation, ContractViolationError } from '../check/violation.js';
import { bodyText, largestJudged, unread } from '../http/body-text.js';
import type { CoverageReport } from '../journal/coverage.js';
import { checkGlobals } from '../needed-globals.js';
import { checkOptions } from '../options/check-options.js';
import { type Kind, oneOf, text } from '../options/kinds.js';
import { type FollowBody, type FollowedBody, followed, recordCalls } from './record-call.js';

/** What is checked, and what a violation does. */
export interface ContractFetchOptions extends CheckerOptions {
  /**
   * `throw` rejects the call or, where the response has a body, its reading; `collect` only notes violations.
   * A request that breaks the contract is not sent when violations throw.
   * @default 'throw'
   */
  onViolation?: 'throw' | 'collect';
  /**
   * Where the gateway is, such as `https://api-xmodel.nexconn.ai`; calls to other addresses are not checked, and unknown paths below it
   * are violations.
   * @default anywhere: every call is checked whose path is one of the contract's
   */
  baseUrl?: string;
  /**
   * Folder to which each call to the gateway is written, without keys, for `conform` and for replay. On Node.js only. A body is at its end
   * once its recording is written.
   * @default none: nothing is recorded
   */
  record?: string;
}

const contractFetchOptions = {
  ...checkerOptions,
  onViolation: oneOf('throw', 'collect'),
  baseUrl: { ...text, expected: 'an address such as https://api.example.com', accepts: (value) => URL.canParse(value as string) },
  record: text,
} satisfies Record<keyof ContractFetchOptions, Kind>;

/** A `fetch` that remembers what it found; see {@link contractFetch}. */
export interface ContractFetch {
  (...call: Parameters<typeof fetch>): ReturnType<typeof fetch>;
  /** Everything found so far, in order. */
  readonly violations: readonly ContractViolation[];
  /** What the calls so far exercised of the contract. */
  coverage(): CoverageReport;
  /** Forgets violations and coverage. */
  reset(): void;
}

/**
 * Wraps a `fetch`: each request to the gateway and each response is checked against the contract. Responses pass through as they come,
 * streams event by event, so that the caller sees no difference until something is wrong.
 *
 * @param inner the `fetch` that makes the calls; the global one, if it is left out
 * @throws ContractViolationError from calls and from reading responses, with `onViolation: 'throw'`; TypeError at once for an option that is
 * not known or makes no sense
 * @example
 * ```ts
 * import { contractFetch } from 'nexconn-contract/testing';
 * import OpenAI from 'openai';
 * import { afterEach, expect } from 'vitest';
 *
 * const checked = contractFetch(fetch, { onViolation: 'collect' });
 * const openai = new OpenAI({ baseURL, apiKey, fetch: checked });
 * afterEach(() => expect(checked.violations).toEqual([]));
 * ```
 */
export function contractFetch(inner: typeof fetch = globalThis.fetch, options: ContractFetchOptions = {}): ContractFetch {
  checkGlobals('contractFetch', ['Request', 'Response', 'ReadableStream', 'TextDecoder']);
  const { onViolation = 'throw', baseUrl, record, ...checking } = checkOptions('contractFetch', options, contractFetchOptions);
  const base = baseUrl === undefined ? undefined : new URL(baseUrl);
  const violations: ContractViolation[] = [];
  const recording = record === undefined ? undefined : recordCalls(record, createChecker(checking).secretNames);
  let checker = createChecker(checking);

  async function checked(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
    const request = new Request(input instanceof Request ? input.clone() : input, withoutStream(init));
    const url = new URL(request.url);
    const path = base ? pathBelow(url, base) : url.pathname;
    if (path === undefined || (!base && !checker.knows(path))) return inner(input, init);
    const toCheck = await toChecked(request, path, init);
    const exchange = checker.begin(toCheck);
    violations.push(...exchange.violations);
    exchange.onViolation = (violation) => violations.push(violation);
    if (onViolation === 'throw') throwIfAny(exchange);
    const follow = recording?.(exchange, request, toCheck);
    return check(await inner(input, init), exchange, onViolation === 'throw', follow);
  }

  return Object.assign(checked, {
    violations,
    coverage: () => checker.coverage.report(),
    reset() {
      violations.length = 0;
      checker = createChecker(checking);
    },
  });
}

/** A body that can be read only once is left to the call itself. */
const withoutStream = (init: RequestInit | undefined): RequestInit | undefined =>
  init?.body instanceof ReadableStream ? { ...init, body: null } : init;

async function toChecked(request: Request, path: string, init: RequestInit | undefined): Promise<CheckedRequest> {
  const isText = !/^multipart\//.test(request.headers.get('content-type') ?? '');
  return {
    method: request.method,
    path,
    query: new URL(request.url).searchParams,
    header: (name) => request.headers.get(name),
    headers: () => Object.fromEntries(request.headers),
    body: init?.body instanceof ReadableStream || !isText ? null : request.body === null ? undefined : await readText(request),
  };
}

const readText = async (request: Request): Promise<CheckedRequest['body']> =>
  bodyText(new Uint8Array(await request.arrayBuffer()), (name) => request.headers.get(name), largestJudged).catch(unread);

function throwIfAny({ violations }: ExchangeCheck): void {
  if (violations.length > 0) throw new ContractViolationError([...violations]);
}

/**
 * The answer with its body under check. A violation in a success fails the reading of it and not the call, since SDKs take a call that
 * failed for a lost connection and repeat it, even where that costs money. An error is read first, since SDKs read it without looking.
 */
async function check(response: Response, exchange: ExchangeCheck, throws: boolean, follow?: FollowBody): Promise<Response> {
  // What a browser keeps from its scripts cannot be checked.
  if (response.type === 'opaque' || response.type === 'error') return response;
  const bodyCheck = exchange.response(response.status, (name) => response.headers.get(name));
  const body = follow?.(response, bodyCheck) ?? followed(bodyCheck);
  const throwIfBroken = throws ? () => throwIfAny(exchange) : () => {};
  if (response.body === null) {
    body.end();
    await body.written;
    throwIfBroken();
    return response;
  }
  if (response.ok) return withBody(response, throughCheck(response.body, body, throwIfBroken));
  const bytes = await response.arrayBuffer();
  body.write(new TextDecoder().decode(bytes));
  body.end();
  await body.written;
  throwIfBroken();
  return withBody(response, bytes);
}

function withBody(response: Response, body: BodyInit): Response {
  const copy = new Response(body, response);
  // What a new response cannot be given.
  for (const name of ['url', 'redirected', 'type'] as const) Object.defineProperty(copy, name, { value: response[name] });
  return copy;
}

function throughCheck(source: ReadableStream<Uint8Array>, body: FollowedBody, throwIfBroken: () => void): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  const decoder = new TextDecoder();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await reader.read().catch(async (error: unknown) => {
          body.cut();
          await body.written;
          throw error;
        });
        if (done) body.end();
        else body.write(decoder.decode(value, { stream: true }));
        await body.written;
        try {
          throwIfBroken();
        } catch (error) {
          if (!done) await reader.cancel(error);
          throw error;
        }
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel(reason) {
        body.cancel();
        await reader.cancel(reason);
        await body.written;
      },
    },
    // Nothing is read before the caller wants it.
    { highWaterMark: 0 },
  );
}
