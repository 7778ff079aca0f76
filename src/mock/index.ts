/** The mock by itself, on Node.js: a `fetch` without a socket, and a server. */
import { contract as packaged } from '../../compiled/contract.js';
import { readDescription } from '../contract/description.js';
import { toFetch } from '../http/fetch.js';
import { listen } from '../http/server/listen.js';
import { createHttpServer, type HttpServer } from '../http/server/listener.js';
import { checkFilter } from '../journal/filter-check.js';
import { checkOptions } from '../options/check-options.js';
import { limitsOf, type ServerOptions, serverOptions } from '../options/server-limits.js';
import type { ScenarioSource } from '../scenarios/files/load.js';
import { createCore, type MockCore } from './core.js';
import { defaults, type MockOptions, mockOptions } from './engine/options.js';
import type { AnswerSource } from './engine/state.js';
import { nodeParts, refuseAtDoor } from './node-parts.js';
import { hasPrism, prismMissing } from './prism/installed.js';
import { openScenarios } from './scenarios/open.js';
import { Scenarios } from './scenarios/scenarios.js';
import { belowBasePath } from './serving/base-path.js';
import { proofOf } from './serving/credentials.js';
import { type ServingOptions, servingOptions } from './serving/options.js';
import { openStore } from './store/open.js';

export type { Violation } from '../contract/judge/explain.js';
export type { Warning } from '../contract/judge/warning.js';
export type { CoverageReport, CoverageRow } from '../journal/coverage.js';
export type { JournalFilter } from '../journal/filter.js';
export type { JournalEntry, JournalRecord } from '../journal/journal.js';
export type { StreamFault } from '../options/preferences.js';
export type { Conversation } from '../protocols/parts/conversation.js';
export type { ScenarioHandle } from '../scenarios/book.js';
export { type DefinedScenario, defineScenario } from '../scenarios/define.js';
export type { ScenarioSource } from '../scenarios/files/load.js';
export { ScenarioError, type ScenarioFinding } from '../scenarios/judge/finding.js';
export type { Answer, ContentAnswer, MadeAnswer, Scenario, When } from '../scenarios/scenario.js';
export type { ClockStart, MockClock } from './clock/clock.js';
export type { MockOptions } from './engine/options.js';
export type { HeldError } from './scenarios/hold-words.js';
export type { Held, HeldRequest, HoldOptions } from './scenarios/holds.js';
export type { Certificate } from './serving/options.js';
export type { Store } from './store/store.js';

/** How the mock answers. */
export interface CreateMockOptions extends Omit<MockOptions, 'store' | 'scenarios'>, ServerOptions, ServingOptions {
  /**
   * Where lists, deletions, counts and added scenarios are kept: a store, or the address of one, `memory:` or `redis://host:port`.
   * @default 'memory:'
   */
  store?: MockOptions['store'] | string;
  /**
   * Answers of your own: files and folders of scenarios, which are watched, and scenarios. Those of code are tried before those of files.
   * @default none: the documentation answers
   */
  scenarios?: ScenarioSource | readonly ScenarioSource[];
}

/** A mock of the gateway. */
export interface Mock extends Omit<MockCore, 'respond' | 'ready'> {
  /**
   * Listens on a port; 0, which is the default, takes a free one. Without a host, only this machine can call it.
   * @throws Error when the port is taken, when the mock listens already, or for a certificate that is none
   */
  listen(port?: number, host?: string): Promise<Listening>;
}

/** Where a mock listens. */
export interface Listening {
  /** The address of the whole mock: what a client takes as its base URL. */
  url: string;
  port: number;
  /** The certificate that it has made for itself, as PEM, for clients to trust; absent where it has made none. */
  certificate?: string;
}

const store = {
  expected: 'a store, memory: or redis://host:port',
  accepts: (value: unknown) => typeof value === 'string' || mockOptions.store.accepts(value),
  parse: (text: string) => text,
};

const isSource = (value: unknown): boolean => mockOptions.scenarios.accepts(value) || (typeof value === 'string' && value !== '');

const scenarios = {
  expected: 'a file, a folder, a scenario, or a list of these',
  accepts: (value: unknown) => (Array.isArray(value) ? value.every(isSource) : isSource(value)),
  parse: (text: string) => text,
};

/** What each option of a mock on Node.js may be. */
export const createMockOptions = { ...mockOptions, ...serverOptions, ...servingOptions, store, scenarios };

/**
 * Creates a mock that nobody stands behind.
 *
 * @throws TypeError for an option that is not known or of the wrong type, RangeError for a number out of range, Error when there is no such
 * store, ScenarioError for scenarios that are wrong
 */
export const createMock = async (options: CreateMockOptions = {}): Promise<Mock> =>
  openMock(checkOptions('createMock', options, createMockOptions));

/**
 * Creates a mock.
 *
 * @param options that are known to be right
 * @param source answers what its scenarios do not
 * @throws TypeError for a contract that the engine cannot serve, Error when there is no such store, or no Prism, ScenarioError for scenarios that are wrong
 */
export async function openMock(options: CreateMockOptions, source?: AnswerSource): Promise<Mock> {
  const { store: kept, scenarios: given, contract = packaged, basePath = '', https, ...rest } = options;
  if (rest.engine === 'prism' && contract !== packaged)
    throw new TypeError("createMock: contract must be left out with engine: 'prism', which answers by the description of this package");
  if (rest.engine === 'prism' && !hasPrism()) throw new Error(prismMissing("the engine 'prism'"));
  const own = given === undefined ? undefined : await openScenarios([given].flat(), contract, (line) => console.warn(line));
  const store = typeof kept === 'string' ? await openStore(kept) : kept;
  const allowHosts = [...(rest.allowHosts ?? [])];
  const core = createCore({
    ...rest,
    contract,
    allowHosts,
    ...nodeParts(readDescription),
    createScenarios(state) {
      const scenarios = new Scenarios(state);
      own?.into(scenarios);
      return scenarios;
    },
    ...(source && { sources: [source] }),
    ...(store && { store }),
  });
  const bodyLimit = rest.bodyLimitBytes ?? defaults.bodyLimitBytes;
  const whole = { respond: core.respond, refuse: refuseAtDoor(core) };
  const reached = basePath === '' ? whole : belowBasePath(whole, basePath);
  let server: HttpServer | undefined;
  return {
    fetch: basePath === '' ? core.fetch : toFetch(reached.respond, bodyLimit),
    journal: (filter = {}) => core.journal(checkFilter(filter, contract.operations)),
    coverage: () => ({ contract: contract.build, ...core.coverage() }),
    reset: core.reset,
    use: core.use,
    hold: core.hold,
    clock: core.clock,
    async listen(port = 0, host = '127.0.0.1') {
      if (server) throw new Error('the mock listens already');
      const proof = proofOf(https, host);
      const created = createHttpServer(reached, bodyLimit, limitsOf(rest), proof?.credentials);
      const address = await listen(created.server, port, host, proof ? 'https' : 'http');
      // Who names it calls it so.
      allowHosts.push(host);
      server = created;
      return { port: address.port, url: address.url + basePath, ...(proof?.made !== undefined && { certificate: proof.made }) };
    },
    async close() {
      const listening = server;
      server = undefined;
      own?.close();
      await listening?.close();
      await core.close();
    },
  };
}
