/** A call that was kept from the paid gateway. */
import { acrossCopies } from '../../any-copy.js';

/**
 * Thrown in place of a call to the gateway that nobody meant. SDKs wrap it: there it is the `cause`.
 *
 * @example
 * ```ts
 * import { guardPaidCalls, PaidCallError } from 'nexconn-contract/testing';
 *
 * guardPaidCalls();
 * await fetch('https://api-xmodel.nexconn.ai/v1/models').catch((error) => {
 *   if (error instanceof PaidCallError) console.error(error.operation, error.host);
 * });
 * ```
 */
export class PaidCallError extends Error {
  override readonly name = 'PaidCallError';

  constructor(
    /** Such as `api-xmodel.nexconn.ai`. */
    readonly host: string,
    /** operationId, where the call is known and belongs to one. */
    readonly operation?: string,
  ) {
    super(
      `${operation ?? 'a call'} would reach ${host}, where it is paid for: give the client the address of a mock ` +
        '(`npx nexconn-contract`, or createMock() of nexconn-contract/mock), or set LIVE=1 where the gateway is meant',
    );
  }
}

acrossCopies({ PaidCallError });
