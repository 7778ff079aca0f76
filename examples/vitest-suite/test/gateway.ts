import { createMock, type Mock } from 'nexconn-contract/mock';
import { contractFetch, failOnViolations } from 'nexconn-contract/testing';
import OpenAI from 'openai';
import { test as base } from 'vitest';

interface Gateway {
  /** Says what the application is to hear, and what it has asked. */
  mock: Mock;
  /** The SDK of the application. Everything that passes is checked against the contract; what breaks it fails the test. */
  openai: OpenAI;
}

/** Each test has a mock of its own, without a port. */
export const test = base.extend<Gateway>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from it that nothing is needed
  mock: async ({}, use) => {
    const mock = await createMock({ eventsPerSecond: 5000 });
    await use(mock);
    await mock.close();
  },
  openai: async ({ mock }, use) => {
    const checked = contractFetch(mock.fetch);
    await use(new OpenAI({ baseURL: 'http://gateway/v1', apiKey: 'any', fetch: checked }));
    failOnViolations(checked);
  },
});
