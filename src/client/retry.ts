/** Retries of requests that may be repeated. */
import { delay } from './delay.js';
import { NexconnConnectionError } from './errors.js';

export interface RetryOptions {
  /** Tries after the first one. 2 unless told otherwise. */
  limit?: number;
  /** Whether requests that may do something twice (POST) are repeated too. */
  nonIdempotent?: boolean;
  /** Milliseconds before the second try; doubled before each further one. 500 unless told otherwise. */
  minDelayMs?: number;
  /** Longest pause in milliseconds. 8000 unless told otherwise. */
  maxDelayMs?: number;
  /** Longest `Retry-After` in seconds that is waited for; the answer is returned at once if it asks for more. 60 unless told otherwise. */
  maxRetryAfter?: number;
}

export type Fetch = (request: Request) => Promise<Response>;

const nonIdempotentMethods = ['POST', 'PATCH'];

const isTransient = (status: number): boolean => status === 408 || status === 429 || status >= 500;

/** Seconds that an answer asks to wait. */
export function retryAfter({ headers }: Response): number | undefined {
  const value = headers.get('retry-after');
  if (!value) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

/**
 * A fetch that repeats what failed by a passing cause: a network error, 408, 429 or 5xx. An answer is repeated only before it is
 * handed out, so a stream that has begun never is.
 * @throws NexconnConnectionError when no answer came
 */
export function retryingFetch(fetch: Fetch, options: RetryOptions | false = {}): Fetch {
  const { limit = 2, nonIdempotent = false, minDelayMs = 500, maxDelayMs = 8000, maxRetryAfter = 60 } = options || { limit: 0 };
  return async (request) => {
    const retries = nonIdempotent || !nonIdempotentMethods.includes(request.method) ? limit : 0;
    for (let retry = 0; ; retry++) {
      const last = retry >= retries;
      let asked = 0;
      try {
        const response = await fetch(last ? request : request.clone());
        asked = retryAfter(response) ?? 0;
        if (last || !isTransient(response.status) || asked > maxRetryAfter) return response;
        await response.body?.cancel();
      } catch (error) {
        if (request.signal.aborted) throw error;
        if (last) throw connectionError(request, error);
      }
      const backoff = Math.min(maxDelayMs, minDelayMs * 2 ** retry);
      await delay(asked * 1000 + backoff * (0.5 + Math.random() / 2), request.signal);
    }
  };
}

function connectionError(request: Request, cause: unknown): NexconnConnectionError {
  const [address] = request.url.split(/[?#]/);
  const { message, cause: inner } = cause as Error & { cause?: { code?: string } };
  return new NexconnConnectionError(`No answer to ${request.method} ${address}: ${inner?.code ?? message}`, { cause });
}
