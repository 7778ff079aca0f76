/** What a violation does to the call that it is found in. */
import type { ExchangeCheck } from '../check/exchange.js';
import type { ContractViolation } from '../check/findings/violation.js';
import { ContractViolationError } from '../check/telling/violation-error.js';

/** The call in which something was found. */
export interface CheckedCall {
  /** operationId; absent where the request belongs to none. */
  operation?: string;
  /** Such as `POST`. */
  method: string;
  /** Address without keys. */
  url: string;
  /** Of the response; absent where none has come yet. */
  status?: number;
}

/** Told of each violation once, at once. */
export type ViolationListener = (violation: ContractViolation, call: CheckedCall) => void | Promise<void>;

/** What a violation does: see `onViolation` of `ContractFetchOptions`. */
export type OnViolation = 'throw' | 'collect' | ViolationListener;

/** Ends the call where it is to be ended. Nothing to wait for is `undefined`, so that nobody waits for nothing. */
export type Settle = () => Promise<void> | undefined;

/**
 * @param note called for each violation first
 * @param callOf what a listener is told of the call
 */
export function reactTo(
  exchange: ExchangeCheck,
  onViolation: OnViolation,
  note: (violation: ContractViolation) => void,
  callOf: () => CheckedCall,
): Settle {
  const told: Promise<void>[] = [];
  const find = (violation: ContractViolation) => {
    note(violation);
    // Where it throws, the call ends as it does with `throw`, and not the check of it.
    if (typeof onViolation !== 'function') return;
    const telling = (async () => onViolation(violation, callOf()))();
    // The call may have ended otherwise by then.
    telling.catch(() => {});
    told.push(telling);
  };
  for (const violation of exchange.violations) find(violation);
  exchange.onViolation = find;
  if (onViolation === 'collect') return () => undefined;
  if (onViolation === 'throw') return () => throwIfAny(exchange);
  return () => {
    return told.length === 0 ? undefined : Promise.all(told.splice(0)).then(() => {});
  };
}

function throwIfAny({ violations }: ExchangeCheck): undefined {
  if (violations.length > 0) throw new ContractViolationError([...violations]);
}
