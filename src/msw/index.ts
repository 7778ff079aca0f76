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
import { defaults, type MockOptions, mockOptions } from '../mock/options.js';
import { checkOptions } from '../options/check-options.js';
import { text } from '../options/kinds.js';

export type { CoverageReport, CoverageRow } from '../journal/coverage.js';
export type { JournalEntry, JournalFilter } from '../journal/journal.js';
export type { MockOptions } from '../mock/options.js';
export type { Store } from '../mock/store/store.js';

/** The options of the mock, without those that take Node.js. */
export interface MockGatewayOptions extends Omit<MockOptions, 'engine'> {
  /**
   * Where the app calls the gateway: an address, or a path of the page's own.
   * @default the address in the contract
   */
  baseUrl?: string;
}

export interface MockGateway extends Pick<MockCore, 'journal' | 'coverage' | 'reset'> {
  /** For `setupServer`, `setupWorker` or `use`. They leave requests to other addresses alone. */
  handlers: RequestHandler[];
}

const { engine: _, ...kinds } = { ...mockOptions, baseUrl: text };

/**
 * @throws TypeError when the base URL is no address, or a path where there is no page, and for an option that is not known or of the wrong
 * type; RangeError for a number out of range
 */
export function mockGateway(given: MockGatewayOptions = {}): MockGateway {
  const { baseUrl, ...options } = checkOptions('mockGateway', given, kinds);
  const contract = options.contract ?? packaged;
  const base = new URL(baseUrl ?? contract.server, globalThis.location?.href);
  const prefix = base.pathname.replace(/\/$/, '');
  const { respond, journal, coverage, reset } = createCore(options);
  const answer = toFetch(respond, options.bodyLimitBytes ?? defaults.bodyLimitBytes, prefix);
  return {
    handlers: [http.all(new RegExp(`^${escapePattern(base.origin + prefix)}/`), ({ request }) => answer(request))],
    journal,
    coverage,
    reset,
  };
}
