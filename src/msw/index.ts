/**
 * The mock gateway as handlers of Mock Service Worker, for tests, Storybook, or a page without a server.
 *
 * What the documented answers say is loaded when a request first needs it, in parts: those of a job family, of a chat protocol.
 *
 * MSW keeps a copy of each stream, so a reader that leaves one early has to abort its request: cancelling the reader waits for the copy.
 */
import { http, type RequestHandler } from 'msw';
import { areas, loadAnswerSamples, contract as packaged } from '../../compiled/outline.js';
import { escapePattern } from '../contract/escape-pattern.js';
import { loadEncodings } from '../http/body-text.js';
import { toFetch } from '../http/fetch.js';
import { adaptation } from '../mock/adaptation/late.js';
import { answerTexts, loadMissing, schemaSamples } from '../mock/answer/makers.js';
import { createCore, type MockCore } from '../mock/core.js';
import { defaults, type MockOptions, mockOptions } from '../mock/engine/options.js';
import { checkOptions } from '../options/check-options.js';
import { text } from '../options/kinds.js';
import { ExampleLoader } from './example-loader.js';

export type { CoverageReport, CoverageRow } from '../journal/coverage.js';
export type { JournalFilter } from '../journal/filter.js';
export type { JournalEntry } from '../journal/journal.js';
export type { MockClock } from '../mock/clock/clock.js';
export type { MockOptions } from '../mock/engine/options.js';
export type { Store } from '../mock/store/store.js';

/** The options of the mock, without those that take Node.js. */
export interface MockGatewayOptions extends Omit<MockOptions, 'engine'> {
  /**
   * Where the app calls the gateway: an address, or a path of the page's own.
   * @default the address of the gateway, as the contract has it
   */
  baseUrl?: string;
}

/** Handlers, and what they have seen. */
export interface MockGateway extends Pick<MockCore, 'journal' | 'coverage' | 'reset' | 'use' | 'hold' | 'clock'> {
  /** For `setupServer`, `setupWorker` or `use`. They leave requests to other addresses alone. */
  handlers: RequestHandler[];
  /**
   * Loads at once what would be loaded when a request first needs it. Call it where nothing can be loaded later: before fake timers, and in
   * a page that is to work offline. With a contract of the caller's own there is nothing to load.
   *
   * @throws Error when a part cannot be loaded; it may be called again. ScenarioError where `scenarios` are wrong: without this call, the first request
   * is answered with what is wrong
   * @example
   * ```ts
   * import { mockGateway } from 'nexconn-contract/msw';
   * import { vi } from 'vitest';
   *
   * const gateway = mockGateway();
   * await gateway.ready();
   * vi.useFakeTimers();
   * ```
   */
  ready(): Promise<void>;
}

const { engine: _, ...kinds } = { ...mockOptions, baseUrl: text };

/**
 * Makes handlers that answer as the gateway would.
 *
 * @throws TypeError when the base URL is no address, or a path where there is no page, and for an option that is not known or of the wrong
 * type; RangeError for a number out of range
 * @example
 * ```ts
 * import { setupServer } from 'msw/node'; // setupWorker of msw/browser likewise
 * import { mockGateway } from 'nexconn-contract/msw';
 *
 * const gateway = mockGateway({ taskSeconds: 0 });
 * const server = setupServer(...gateway.handlers);
 * server.listen();
 * // … calls of the app …
 * console.log(gateway.journal({ operation: 'createChatCompletion' }));
 * ```
 */
export function mockGateway(given: MockGatewayOptions = {}): MockGateway {
  const { baseUrl, contract = packaged, ...options } = checkOptions('mockGateway', given, kinds);
  // A contract of the caller's own is whole.
  const loader = contract === packaged ? new ExampleLoader(packaged, areas, loadAnswerSamples) : undefined;
  const base = new URL(baseUrl ?? contract.server, globalThis.location?.href);
  const prefix = base.pathname.replace(/\/$/, '');
  const { respond, journal, coverage, reset, use, hold, clock, ready } = createCore({
    ...options,
    contract,
    ...(loader && { loadExamples: (operation) => loader.load(operation) }),
  });
  const answer = toFetch(respond, options.bodyLimitBytes ?? defaults.bodyLimitBytes, prefix);
  return {
    handlers: [http.all(new RegExp(`^${escapePattern(base.origin + prefix)}/`), ({ request }) => answer(request))],
    journal,
    coverage,
    reset,
    use,
    hold,
    clock,
    ready: async () => {
      // Scenarios are checked by what the documented answers say.
      await loader?.loadAll();
      await Promise.all([loadMissing([adaptation, answerTexts, schemaSamples]), loadEncodings(), ready()]);
    },
  };
}
