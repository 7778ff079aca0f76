/**
 * Adds the matchers of the contract to jest, types included: `setupFilesAfterEnv: ['nexconn-contract/testing/jest']`, or import it once.
 * The types are those of the global `expect`; for that of `@jest/globals` extend `Matchers` of the module `expect` in the same way.
 */
import { type ContractMatchers, contractMatchers } from './matchers.js';

declare global {
  namespace jest {
    // The parameters have to be those of @types/jest.
    interface Matchers<R, T> extends ContractMatchers<R> {}
  }
}

const { expect } = globalThis as { expect?: { extend(matchers: typeof contractMatchers): void } };
if (!expect)
  throw new Error('jest has no global expect here: import this in a file of setupFilesAfterEnv, or call expect.extend(contractMatchers)');
expect.extend(contractMatchers);
