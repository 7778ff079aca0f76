/** Whether what went through a checked `fetch` is as the contract has it: for `expect`, and for the time after each test. */
import { tellViolations } from '../check/telling/tell.js';
import { ContractViolationError } from '../check/telling/violation-error.js';
import type { ContractFetch } from './contract-fetch.js';
import type { NotChecked } from './not-checked.js';
import type { Verdict } from './received.js';

/** Longer lists tell nothing new. */
const mostTold = 20;

const inWords = ({ what, method, url, reason, times }: NotChecked): string =>
  `\n  ${method} ${url}: ${what === 'call' ? '' : `the ${what}, `}${reason}${times > 1 ? ` (${times} times)` : ''}`;

const counted = (calls: number): string => (calls === 1 ? '1 call' : `${calls} calls`);

/** What is wrong with what went through; `undefined` where nothing is. */
function complaint({ violations, calls, notChecked }: ContractFetch): string | undefined {
  if (violations.length > 0) return `not as the contract has it:\n${tellViolations(violations)}`;
  if (calls > 0 || notChecked.length === 0) return undefined;
  const more = notChecked.length - mostTold;
  return `nothing was checked:${notChecked.slice(0, mostTold).map(inWords).join('')}${more > 0 ? `\n  and ${more} more` : ''}\nIf these calls are none of the gateway's, say in \`baseUrl\` where it is.`;
}

const isContractFetch = (value: unknown): value is ContractFetch =>
  typeof value === 'function' && Array.isArray((value as Partial<ContractFetch>).violations);

function checkSubject(value: unknown, caller: string): asserts value is ContractFetch {
  if (!isContractFetch(value))
    throw new TypeError(`${caller} takes a fetch of contractFetch, got ${value === null ? 'null' : typeof value}`);
}

export const violationMatchers = {
  toHaveNoViolations(checked: unknown): Verdict {
    checkSubject(checked, 'toHaveNoViolations');
    const wrong = complaint(checked);
    return {
      pass: wrong === undefined,
      message: () => wrong ?? `expected violations, but ${counted(checked.calls)} went through without one`,
    };
  },
};

/**
 * Fails where something that went through was not as the contract has it, also where an SDK kept what was thrown to itself, and where calls went
 * through of which not one was checked. What was found is then forgotten, so that it fails one test and not those that follow.
 *
 * @param checked of {@link contractFetch}
 * @throws ContractViolationError; Error where nothing was checked; TypeError for what is no fetch of `contractFetch`
 * @example
 * ```ts
 * import { contractFetch, failOnViolations } from 'nexconn-contract/testing';
 * import { afterEach } from 'vitest';
 *
 * const checked = contractFetch(fetch, { onViolation: 'collect' });
 * afterEach(() => failOnViolations(checked));
 * ```
 */
export function failOnViolations(checked: ContractFetch): void {
  checkSubject(checked, 'failOnViolations');
  const wrong = complaint(checked);
  const violations = [...checked.violations];
  checked.forget();
  if (violations.length > 0) throw new ContractViolationError(violations);
  if (wrong !== undefined) throw new Error(wrong);
}
