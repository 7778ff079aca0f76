/** The error of a call whose exchange the contract forbids. */
import { acrossCopies } from '../../any-copy.js';
import type { ContractViolation } from '../findings/violation.js';
import { tellViolations } from './tell.js';

/**
 * Thrown where violations are to end what causes them. Its message ends with how to repeat the call.
 *
 * @example
 * ```ts
 * import { ContractViolationError, contractFetch } from 'nexconn-contract/testing';
 *
 * try {
 *   await contractFetch()(url, { method: 'POST', body: '{}' });
 * } catch (error) {
 *   if (error instanceof ContractViolationError) for (const { pointer, expected, got } of error.violations) console.error(pointer, expected, got);
 * }
 * ```
 */
export class ContractViolationError extends Error {
  override readonly name = 'ContractViolationError';

  constructor(readonly violations: readonly ContractViolation[]) {
    super(`not as the contract has it:\n${tellViolations(violations)}`);
  }
}

acrossCopies({ ContractViolationError });
