/** The errors that the client throws, and nothing else is thrown except the reason of an abort and a `TypeError` for wrong arguments. */
import { acrossCopies } from '../any-copy.js';
import type { Task } from './task.js';

/**
 * Any error of this client.
 *
 * @example
 * ```ts
 * import { NexconnApiError, NexconnConnectionError, NexconnError, NexconnJobError } from 'nexconn-contract';
 *
 * try {
 *   await client.waitFor(client.createVideo(video));
 * } catch (error) {
 *   if (error instanceof NexconnApiError) console.error(`${error.status} ${error.code}: ${error.message} (${error.requestId})`);
 *   else if (error instanceof NexconnJobError) console.error(`${error.task.id} ended as ${error.state}: ${error.message}`);
 *   else if (error instanceof NexconnConnectionError) console.error('no answer', error.cause);
 *   else if (!(error instanceof NexconnError)) throw error;
 * }
 * ```
 */
export class NexconnError extends Error {
  override readonly name: string = 'NexconnError';
}

/** No whole response: the network failed before or while the response arrived. The `cause` has the details. */
export class NexconnConnectionError extends NexconnError {
  override readonly name: string = 'NexconnConnectionError';
}

/** No response began within the `timeoutMs` of the call, in any of its tries. */
export class NexconnConnectionTimeoutError extends NexconnConnectionError {
  override readonly name = 'NexconnConnectionTimeoutError';
}

/** What an error body says, read by the dialect of the operation. */
export interface ErrorDetails {
  /** Error dialect of the body; absent where the body is of none. */
  dialect?: string | undefined;
  /** Machine-readable code. */
  code?: string | undefined;
  /** Class of the error in the words of the dialect. */
  type?: string | undefined;
  message: string;
  /** Id of the request, for support. */
  requestId?: string | undefined;
}

/** The gateway answered with an error, or with something that is no response. */
export class NexconnApiError extends NexconnError {
  override readonly name = 'NexconnApiError';
  /** HTTP status. */
  readonly status: number;
  readonly dialect: string | undefined;
  readonly code: string | undefined;
  readonly type: string | undefined;
  readonly requestId: string | undefined;

  constructor(
    details: ErrorDetails,
    /** Seconds to wait before another try. */
    readonly retryAfter: number | undefined,
    /** The body: JSON value or text. */
    readonly body: unknown,
    readonly response: Response,
  ) {
    super(details.message);
    Object.assign(this, details);
    this.status = response.status;
  }
}

/** A stream that reported an error, broke off, or was none. */
export class NexconnStreamError extends NexconnError {
  override readonly name = 'NexconnStreamError';
  /** The stream's own word for the error, if an event reported one. */
  readonly type: string | undefined;
  /** The event that reported the error or could not be read. */
  readonly event: unknown;

  constructor(
    message: string,
    /** Number of events before. */
    readonly events: number,
    details: ErrorOptions & { type?: string | undefined; event?: unknown } = {},
  ) {
    super(message, details);
    this.type = details.type;
    this.event = details.event;
  }
}

/** A job that ended without a result, or is in a state that the contract does not declare, so that nobody knows whether it will end. */
export class NexconnJobError extends NexconnError {
  override readonly name = 'NexconnJobError';

  constructor(
    message: string,
    readonly task: Task,
    /** The gateway's word for the state. */
    readonly state: string,
    /** The job's own error code. */
    readonly code: string | undefined,
    /** The response that told of the failure. */
    readonly body: unknown,
  ) {
    super(message);
  }
}

/** A job that took longer than it was given. It goes on: the `task` can be waited for again. */
export class NexconnTimeoutError extends NexconnError {
  override readonly name = 'NexconnTimeoutError';

  constructor(
    message: string,
    readonly task: Task,
  ) {
    super(message);
  }
}

acrossCopies({
  NexconnError,
  NexconnConnectionError,
  NexconnConnectionTimeoutError,
  NexconnApiError,
  NexconnStreamError,
  NexconnJobError,
  NexconnTimeoutError,
});
