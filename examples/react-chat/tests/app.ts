import { test as base, expect } from '@playwright/test';
import { createMock, type Mock } from 'nexconn-contract/mock';
import { preview } from 'vite';

export { expect };

/**
 * The page as it is built, before a mock of its own for each worker: tests hold its answers in their hands, and no two of them meet.
 * After each test, nothing that the page has sent may break the contract.
 */
export const test = base.extend<{ mock: Mock }, { gateway: Mock; address: string }>({
  gateway: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that nothing is needed
    async ({}, use) => {
      const mock = await createMock({ taskPolls: 1, eventsPerSecond: 2000 });
      await use(mock);
      await mock.close();
    },
    { scope: 'worker' },
  ],
  address: [
    async ({ gateway }, use) => {
      process.env.GATEWAY_URL = (await gateway.listen()).url;
      const server = await preview({ preview: { port: 0 } });
      await use(server.resolvedUrls?.local[0] ?? '');
      await server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ address }, use) => use(address),
  mock: async ({ gateway }, use) => {
    await gateway.reset();
    await use(gateway);
    expect(gateway.journal().flatMap(({ violations }) => violations)).toEqual([]);
  },
});
