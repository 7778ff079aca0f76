/**
 * The mock gateway as handlers of Mock Service Worker, for tests, Storybook, or a page without a server.
 *
 * ```ts
 * const gateway = mockGateway();
 * const server = setupServer(...gateway.handlers); // msw/node; setupWorker of msw/browser likewise
 * gateway.journal();
 * ```
 *
 * MSW keeps a copy of each stream, so a reader that leaves one early has to abort its request: cancelling the reader waits for the copy.
 */
import { http, type RequestHandler } from 'msw';
import { contract as packaged } from '../../compiled/contract.js';
import { escapePattern } from '../contract/escape-pattern.js';
import { toFetch } from '../http/fetch.js';
import { createCore, type MockCore } from '../mock/core.js';
import { defaults, type MockOptions } from '../mock/options.js';

export type { CoverageReport, CoverageRow } from '../journal/coverage.js';
export type { JournalEntry, JournalFilter } from '../journal/journal.js';
export type { MockOptions } from '../mock/options.js';
export type { Store } from '../mock/store/store.js';

/** The options of the mock, without those that take Node.js. */
export interface MockGatewayOptions extends Omit<MockOptions, 'engine'> {
  /** Where the app calls the gateway: an address, or a path of the page's own (default: the address in the contract). */
  baseUrl?: string;
}

export interface MockGateway extends Pick<MockCore, 'journal' | 'coverage' | 'reset'> {
  /** For `setupServer`, `setupWorker` or `use`. They leave requests to other addresses alone. */
  handlers: RequestHandler[];
}

/** @throws TypeError when the base URL is no address, or a path where there is no page */
export function mockGateway({ baseUrl, ...options }: MockGatewayOptions = {}): MockGateway {
  const contract = options.contract ?? packaged;
  const base = new URL(baseUrl ?? contract.server, globalThis.location?.href);
  const prefix = base.pathname.replace(/\/$/, '');
  const { respond, journal, coverage, reset } = createCore(options);
  const answer = toFetch(respond, options.bodyLimit ?? defaults.bodyLimit, prefix);
  return {
    handlers: [http.all(new RegExp(`^${escapePattern(base.origin + prefix)}/`), ({ request }) => answer(request))],
    journal,
    coverage,
    reset,
  };
}
