/**
 * Adds the matchers of the contract to vitest, types included: `setupFiles: ['nexconn-contract/testing/vitest']`, or import it once.
 */
import { expect } from 'vitest';
import { type ContractMatchers, contractMatchers } from './matchers.js';

declare module 'vitest' {
  interface Matchers<T = any> extends ContractMatchers<T> {}
}

expect.extend(contractMatchers);
