/** What the tests have beside Playwright's own: a mock, and matchers of the contract. */
import { type APIResponse, expect as bare, test as base } from '@playwright/test';
import { createMock, type Mock } from 'nexconn-contract/mock';
import { contractMatchers } from 'nexconn-contract/testing';

export const expect = bare.extend(contractMatchers);

export const test = base.extend<{ mock: Mock; mockUrl: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are needed from this.
  mock: async ({}, use) => {
    const mock = await createMock();
    await use(mock);
    await mock.close();
  },
  mockUrl: async ({ mock }, use) => use((await mock.listen(0)).url),
});

/** What Playwright's `request` got, as the matchers take it. */
export const toResponse = async (response: APIResponse): Promise<Response> =>
  new Response(new Uint8Array(await response.body()), { status: response.status(), headers: response.headers() });
