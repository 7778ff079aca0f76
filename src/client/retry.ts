/** Tries: how long one may take, and when there is another. */

import { withDefaults } from '../options/with-defaults.js';
import { delay } from './delay.js';
import { NexconnConnectionError, NexconnConnectionTimeoutError } from './errors.js';

/** When a request is sent again. */
export interface RetryOptions {
  /**
   * Tries after the first one.
   * @default 2
   */
  limit?: number;
  /**
   * Whether requests that may do something twice (POST) are repeated too.
   * @default false
   */
  nonIdempotent?: boolean;
  /**
   * Milliseconds before the second try; doubled before each further one.
   * @default 500
   */
  minDelayMs?: number;
  /**
   * Longest pause, in milliseconds.
   * @default 8000
   */
  maxDelayMs?: number;
  /**
   * Longest `Retry-After`, in seconds, that is waited for; the response is returned at once if it asks for more.
   * @default 60
   */
  maxRetryAfterSeconds?: number;
  /** @deprecated Now `maxRetryAfterSeconds`. Removed in 0.3. */
  maxRetryAfter?: number;
}

const usual = { limit: 2, nonIdempotent: false, minDelayMs: 500, maxDelayMs: 8000, maxRetryAfterSeconds: 60 };

/** What sends a request. */
export type Fetch = (request: Request) => Promise<Response>;

const nonIdempotentMethods = ['POST', 'PATCH'];

const isTransient = (status: number): boolean => status === 408 || status === 429 || status >= 500;

/** Seconds that a response asks to wait. */
export function retryAfter({ headers }: Response): number | undefined {
  const value = headers.get('retry-after');
  if (!value) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

/**
 * A fetch that repeats what failed by a passing cause: a network error, 408, 429 or 5xx. A response is repeated only before it is
 * handed out, so a stream that has begun never is.
 * @param timeout milliseconds of each try, until its response begins
 * @throws NexconnConnectionError when no response came; TypeError or RangeError at once for an option that is not known or makes no sense
 */
export function retryingFetch(fetch: Fetch, timeout: number, options: RetryOptions | false = {}): Fetch {
  const { limit, nonIdempotent, minDelayMs, maxDelayMs, maxRetryAfterSeconds } = withDefaults('retry', options || { limit: 0 }, usual);
  const { timeoutMs } = withDefaults('call', { timeoutMs: timeout }, { timeoutMs: 0 });
  return async (request) => {
    const retries = nonIdempotent || !nonIdempotentMethods.includes(request.method) ? limit : 0;
    for (let retry = 0; ; retry++) {
      const last = retry >= retries;
      let asked = 0;
      try {
        const response = await tryOnce(fetch, request, !last, timeoutMs);
        asked = retryAfter(response) ?? 0;
        if (last || !isTransient(response.status) || asked > maxRetryAfterSeconds) return response;
        // Not awaited: a copy of the body that something between keeps may never end.
        response.body?.cancel().catch(() => {});
      } catch (error) {
        if (request.signal.aborted) throw error;
        if (last) throw connectionError(request, error);
      }
      const backoff = Math.min(maxDelayMs, minDelayMs * 2 ** retry);
      await delay(asked * 1000 + backoff * (0.5 + Math.random() / 2), request.signal);
    }
  };
}

/** What has to live as long as a response: Node forgets whom to tell of an abort once a request is collected as garbage. */
const held = new WeakMap<object, unknown>();

/** @param keeps whether the request is to be sent again */
async function tryOnce(fetch: Fetch, request: Request, keeps: boolean, timeoutMs: number): Promise<Response> {
  const failed = new AbortController();
  const settled = new AbortController();
  const sent = new Request(keeps ? request.clone() : request, { signal: AbortSignal.any([request.signal, failed.signal]) });
  // Members that only some platforms know, which a copy is without.
  Object.assign(sent, Object.fromEntries(Object.entries(request)));
  const tooLate = delay(timeoutMs, settled.signal).then(() => {
    throw new NexconnConnectionTimeoutError(`No response to ${callOf(request)} within ${timeoutMs / 1000} s`);
  });
  try {
    const response = await Promise.race([fetch(sent), tooLate]);
    for (const read of [response, response.body]) if (read) held.set(read, [request, sent]);
    return response;
  } catch (error) {
    failed.abort();
    throw error;
  } finally {
    settled.abort();
  }
}

const callOf = ({ method, url }: Request): string => `${method} ${url.split(/[?#]/)[0]}`;

function connectionError(request: Request, cause: unknown): NexconnConnectionError {
  if (cause instanceof NexconnConnectionTimeoutError) return cause;
  const { message, cause: inner } = cause as Error & { cause?: { code?: string } };
  return new NexconnConnectionError(`No response to ${callOf(request)}: ${inner?.code ?? message}`, { cause });
}
