/** Puts a mock together. */
import requestValidators from '../../compiled/request-validators.js';
import { refuseNear } from '../contract/errors/near.js';
import { ownAnswer } from '../contract/headers/own-answer.js';
import type { Validate } from '../contract/judge/validate.js';
import type { PreparedContract } from '../contract/prepared.js';
import { Router } from '../contract/router.js';
import { addCors } from '../http/cors.js';
import { toFetch } from '../http/fetch.js';
import { headerText } from '../http/header-text.js';
import { mediaTypeOf } from '../http/media-type.js';
import { type HttpRequest, type HttpResponse, isStream } from '../http/message.js';
import { sessionKey } from '../http/session-key.js';
import { ofSession } from '../http/session-path.js';
import { type Ending, tellEnd } from '../http/tell-end.js';
import { Coverage, type CoverageReport } from '../journal/coverage.js';
import type { JournalFilter } from '../journal/filter.js';
import { Journal, type JournalEntry, type JournalRecord } from '../journal/journal.js';
import { secretNames } from '../journal/redaction.js';
import type { ScenarioHandle } from '../scenarios/book.js';
import type { Scenario } from '../scenarios/scenario.js';
import { Late } from './answer/makers.js';
import { type MockClock, startClock } from './clock/clock.js';
import type { ClockMove } from './clock/move.js';
import type { Control, ControlActions } from './control.js';
import type { Exchange } from './engine/exchange.js';
import { failure, handle, startExchange } from './engine/handle.js';
import { operationsOf } from './engine/operations.js';
import { defaults, type MockOptions } from './engine/options.js';
import { answerPrepared } from './engine/prepared-engine.js';
import { type Call, type Engine, type MockState, type OwnJobs, withoutPrism } from './engine/state.js';
import { faultsByChance } from './faults/chance.js';
import { lateJobs } from './jobs/late.js';
import type { Held, HoldOptions } from './scenarios/holds.js';
import { lateScenarios, type OwnScenarios } from './scenarios/late.js';
import { lateStore } from './store/late.js';
import { memoryStore } from './store/store.js';

/** A mock without a socket. */
export interface MockCore {
  /** Answers a request as the gateway would; usable wherever a `fetch` is. */
  fetch: typeof fetch;
  /** Answers a request in the form that is free of any HTTP implementation. */
  respond(request: HttpRequest): Promise<HttpResponse>;
  /**
   * The last requests, in the order in which they came; keys are taken out. A request whose response is under way is `open`.
   * @throws TypeError for a filter that is none, and for an operation that there is not (the mock in Node.js)
   */
  journal(filter?: JournalFilter): JournalEntry[];
  /** What the requests so far exercised of the contract. */
  coverage(): CoverageReport;
  /**
   * Adds answers of your own, which come before all others; of one session only where one is named.
   * @throws Error for a name that is taken, and for a pattern or an expression that is none
   * @example
   * ```ts
   * import { createMock } from 'nexconn-contract/mock';
   *
   * const mock = await createMock();
   * const flaky = await mock.use({ answers: [{ error: 429, times: 2 }] });
   * // … the third call succeeds
   * console.log(flaky.calls); // 2
   * await flaky.remove();
   * ```
   */
  use(scenario: Scenario, options?: { session?: string }): Promise<ScenarioHandle>;
  /**
   * Holds the next request of an operation (of any, if none is named) until you say what becomes of it: cancel buttons, partial texts and
   * progress bars are tested without a sleep.
   * @throws Error for an operation that the contract does not have
   * @example
   * ```ts
   * import { createMock } from 'nexconn-contract/mock';
   *
   * const mock = await createMock();
   * const held = mock.hold('createChatCompletion', { answer: { text: 'One two three' } });
   * // … the page asks …
   * console.log((await held.request).conversation?.user);
   * held.next(2); // two events of the stream
   * held.cut(); // and the connection breaks
   * ```
   */
  hold(operation?: string, options?: HoldOptions): Held;
  /**
   * Loads what is still to be loaded of the mock itself.
   * @throws ScenarioError for scenarios that are wrong
   */
  ready(): Promise<unknown>;
  /**
   * Moves the time that ids, jobs, expiry and limits go by: a job is done, a file expired, a quota full again without a wait.
   * @example
   * ```ts
   * import { createMock } from 'nexconn-contract/mock';
   *
   * const mock = await createMock({ now: '2026-01-31T12:00:00Z' }); // stands there
   * // … the app creates a video …
   * await mock.clock.advance(2000); // it is done, and its callback was sent
   * console.log(new Date(mock.clock.now()).toISOString()); // 2026-01-31T12:00:02.000Z
   * ```
   */
  readonly clock: MockClock;
  /**
   * Forgets journal, coverage, lists, deletions, counts, callbacks that are due later, and scenarios that were added; of one session only where one is
   * named. Without one, the clock begins anew as well. Under a seed, the same calls get the same answers again.
   */
  reset(session?: string): Promise<void>;
  /** Stops callbacks and gives back the store. */
  close(): Promise<void>;
}

export interface CoreOptions extends MockOptions {
  contract: PreparedContract;
  description?: ControlActions['description'];
  page?: ControlActions['page'];
  prism?: MockState['prism'];
  makeUp?: MockState['makeUp'];
  /** Answers requests where the engine is to be Prism; absent likewise. */
  prismEngine?: Engine;
  loadExamples?: MockState['loadExamples'];
  loadPatterns?: MockState['loadPatterns'];
  /** Told where the mock is at fault itself; the console of a page is, unless it is given. */
  onInternalError?: MockState['onInternalError'];
  /** Says by what an exchange is known; absent likewise, since it would be one more thing to load. */
  identify?: (contract: PreparedContract, response: HttpResponse, exchange: Exchange) => string;
  /** Asked in this order about each valid request that is not answered by its key or its `Prefer`. */
  sources?: MockState['sources'];
  /** The jobs of the mock; their code is loaded when a request is first about one, if it is left out. */
  createJobs?: (state: MockState) => OwnJobs;
  /** The scenarios of the mock; loaded when there is first use for them, if it is left out. */
  createScenarios?: (state: MockState) => OwnScenarios;
  /** Request validators of the contract; those of the package's own by default. */
  validators?: Readonly<Record<string, Validate>>;
}

/** A mock, and what its parts share. */
export interface Core extends MockCore {
  readonly state: MockState;
}

export function createCore(options: CoreOptions): Core {
  // What is still missing is told of the whole.
  const state = createState(options) as MockState;
  state.jobs = options.createJobs ? options.createJobs(state) : lateJobs(state, laterParts);
  const scenarios = (options.createScenarios ?? lateScenarios)(state, laterParts);
  state.sources = [
    (call) => scenarios.answer(call),
    ...(options.sources ?? []),
    ...(state.options.onlyScenarios ? [(call: Call) => scenarios.refuse(call)] : []),
  ];
  state.keepAnswer = (...answer) => scenarios.keep(...answer);
  state.jobResult = (source, origin) => scenarios.resultOf(source, origin);
  const actions: ControlActions = {
    started: performance.now(),
    ...(options.description && { description: options.description }),
    ...(options.page && { page: options.page }),
    async reset(session) {
      // What may fail comes first: who is told of that, and tries again, forgets the rest then.
      await state.store.clear(session === undefined ? '' : sessionKey(session));
      await scenarios.reset(session);
      state.journal.clear(session);
      state.jobs.forget(session);
      if (session === undefined) {
        state.coverage.clear();
        Object.assign(state.clock, startClock(options.now));
      }
    },
  };
  let control: Control | undefined;
  const answerOwn = async (request: HttpRequest) => {
    const { createControl } = await laterParts.load();
    control ??= createControl(state, actions, scenarios);
    return control(request);
  };
  const contractHeader = state.contract.build;

  /** Whatever goes wrong, the caller is told. */
  const respond = (request: HttpRequest): Promise<HttpResponse> =>
    answer(request).catch((error) => {
      const response = refuseNear(state.contract, request.path, failure(state, error));
      addCors(response.headers, request);
      return response;
    });

  async function answer(received: HttpRequest): Promise<HttpResponse> {
    const request = ofSession(received);
    const own = isOwnPath(request.path) ? await answerOwn(request) : undefined;
    if (own) return own;
    const allowed = request.method === 'OPTIONS' && (await laterParts.load()).preflight(request);
    if (allowed) return allowed;
    const started = state.now();
    const begin = performance.now();
    const exchange = startExchange(request);
    const answered = handle(state, exchange);
    // Its session and its route are known from here on.
    const entry = state.journal.open(arrival(exchange, started));
    const response = await answered;
    const { headers } = response;
    headers['x-nexconn-contract'] = contractHeader;
    entry.requestId = options.identify?.(state.contract, response, exchange);
    if (exchange.operation) headers['x-mock-operation'] = exchange.operation.prepared.id;
    const { example, scenario, recording } = exchange.source;
    if (example !== undefined) headers['x-mock-example'] = example;
    if (scenario !== undefined) headers[ownAnswer] = scenario;
    // The name of a file may be any text.
    if (recording !== undefined) headers['x-mock-recording'] = headerText([recording]);
    if (exchange.preferences.chunks !== undefined) (await laterParts.load()).cutBody(exchange, response);
    if (exchange.stated) {
      const { applied, ignored } = exchange.stated.outcome(example, response.status);
      if (applied !== '') headers['preference-applied'] = applied;
      exchange.warnings = [...exchange.warnings, ...ignored];
    }
    const findings = exchange.violations.length + exchange.warnings.length;
    if (findings > 0) headers['x-mock-violations'] = (await laterParts.load()).violationsHeader(exchange);
    addCors(headers, request);
    note(entry, exchange, response);
    state.journal.update(entry, { requestText: exchange.text });
    if (exchange.operation) state.coverage.hit(exchange.operation.prepared.id, response.status, entry.mediaType, example);
    const complete = (how?: Ending) => {
      state.journal.complete(entry, { duration: performance.now() - begin, ...exchange.ending, ...how });
      tell(state, entry);
    };
    if (isStream(response.body) && request.method !== 'HEAD') response.body = tellEnd(response.body, request.signal, complete);
    else complete();
    return response;
  }

  const moveClock = async (move: ClockMove) => (await laterParts.load()).moveClock(state, move);

  return {
    state,
    respond,
    fetch: toFetch(respond, state.options.bodyLimitBytes),
    journal: (filter) => state.journal.list(filter),
    coverage: () => state.coverage.report(),
    use: (scenario, { session } = {}) => scenarios.use(scenario, session),
    hold: (operation, options) => scenarios.hold(operation, options),
    ready: () => scenarios.ready(),
    clock: {
      now: state.now,
      set: (now) => moveClock({ now }),
      advance: (advanceMs) => moveClock({ advanceMs }),
      reset: () => moveClock({}),
    },
    reset: (session) => actions.reset(session),
    async close() {
      state.jobs.forget();
      await state.store.dispose?.();
    },
  };
}

/** Loads what answers the mock's own paths. */
export const laterParts = new Late(() => import('./later-parts.js'));

export const isOwnPath = (path: string): boolean => path === '/' || path.startsWith('/__mock/') || path.startsWith('/openapi.');

/** Tells whoever looks on. That they stumble is nothing to the caller. */
export function tell({ journal, options, onInternalError }: MockState, record: JournalRecord): void {
  try {
    options.onExchange?.(journal.withoutKeys(record));
  } catch (error) {
    onInternalError(error);
  }
}

function createState(options: CoreOptions): Omit<MockState, 'jobs' | 'sources' | 'jobResult' | 'keepAnswer'> {
  const { contract } = options;
  const complete: MockState['options'] = { ...defaults, auth: true, ...withoutUndefined(options) };
  const store = options.store ? lateStore(options.store, laterParts) : memoryStore();
  const clock = startClock(options.now);
  const journal = new Journal(complete.journalSize, secretNames(contract.securitySchemes, complete.redact));
  return {
    engine: complete.engine === 'prism' ? (options.prismEngine ?? withoutPrism) : answerPrepared,
    contract,
    options: complete,
    router: new Router(contract.operations),
    operation: operationsOf(contract, options.validators ?? requestValidators),
    journal,
    coverage: new Coverage(contract),
    store,
    clock,
    now: () => clock.read() + clock.ahead,
    later: laterParts,
    ...faultsByChance(complete),
    makeUp: options.makeUp ?? withoutPrism,
    ...(options.prism && { prism: options.prism }),
    ...(options.loadPatterns && { loadPatterns: options.loadPatterns }),
    ...(options.loadExamples && { loadExamples: options.loadExamples }),
    onInternalError: options.onInternalError ?? ((error) => console.error(error)),
  };
}

const withoutUndefined = <T extends object>(options: T): T =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T;

/** What is known of an exchange once its request is here. */
function arrival({ request, operation, preferences, violations, warnings }: Exchange, time: number): JournalRecord {
  return {
    time,
    session: preferences.session ?? '',
    method: request.method,
    path: request.path,
    query: request.query.size > 0 ? request.query.toString() : '',
    ...(operation && { operation: operation.prepared.id }),
    status: 0,
    mediaType: '',
    violations,
    warnings,
    duration: 0,
    requestHeaders: request.headers(),
  };
}

/** Notes what is known of it once its response is there. Member by member: it is done for each request, and there are few. */
function note(entry: JournalRecord, { operation, source, violations, warnings }: Exchange, { status, headers }: HttpResponse): void {
  if (operation) entry.operation = operation.prepared.id;
  const { example, scenario, recording } = source;
  if (example !== undefined) entry.example = example;
  if (scenario !== undefined) entry.scenario = scenario;
  if (recording !== undefined) entry.recording = recording;
  entry.status = status;
  entry.mediaType = mediaTypeOf(headers['content-type']) ?? '';
  entry.violations = violations;
  entry.warnings = warnings;
}
