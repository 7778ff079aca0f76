/** Whoever makes a call may leave it before its end, which says nothing about the gateway. */

const namesOfLeaving: readonly unknown[] = ['AbortError', 'TimeoutError'];

/** Whether a reading failed since the caller, or a deadline of the caller's, ended it. In jest, what `fetch` throws is no `Error` of the test. */
export const isOfCaller = (error: unknown): boolean => namesOfLeaving.includes((error as Partial<Error> | undefined | null)?.name);

/** Tells of one call whether its caller has left it. */
export class Leaving {
  /** Held as long as this is: the signal of a request is lost with the request. */
  readonly #call: Parameters<typeof fetch>;

  constructor(call: Parameters<typeof fetch>) {
    this.#call = call;
  }

  get signal(): AbortSignal | undefined {
    const [input, init] = this.#call;
    return init?.signal ?? (input as Partial<Request>).signal;
  }

  /** @param error with which a reading failed, if it did */
  has(error?: unknown): boolean {
    return this.signal?.aborted === true || isOfCaller(error);
  }

  /** @returns what ends the waiting */
  once(leave: () => void): () => void {
    const { signal } = this;
    if (signal?.aborted) queueMicrotask(leave);
    else signal?.addEventListener('abort', leave, { once: true });
    return () => signal?.removeEventListener('abort', leave);
  }
}
