import { NexconnApiError, NexconnConnectionError, NexconnJobError, NexconnStreamError } from 'nexconn-contract/client';

/** An error in words for whoever looks at the page. The client has one class for each kind, whatever form the gateway's errors have. */
export function explain(error: unknown): string {
  if (error instanceof NexconnApiError) {
    const wait = error.retryAfter ? ` Try again in ${error.retryAfter} s.` : '';
    return `The gateway says ${error.status}: ${error.message}${wait}`;
  }
  if (error instanceof NexconnStreamError) return `The answer broke off: ${error.message}`;
  if (error instanceof NexconnJobError) return `The video failed: ${error.message}`;
  if (error instanceof NexconnConnectionError) return 'The gateway cannot be reached.';
  return String(error);
}
