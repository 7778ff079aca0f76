/** The scenarios of a mock: they answer requests, and are added, listed and forgotten while it runs. */
import { getAt } from '../../contract/pointer.js';
import type { Json, PreparedContract } from '../../contract/prepared.js';
import type { HttpRequest, HttpResponse } from '../../http/message.js';
import type { Conversation } from '../../protocols/parts/conversation.js';
import { ScenarioBook, type ScenarioHandle, type ScenarioState } from '../../scenarios/book.js';
import type { CompiledScenario } from '../../scenarios/compile.js';
import { findingLine, ScenarioError, type ScenarioFinding } from '../../scenarios/judge/finding.js';
import { scenarioOperations } from '../../scenarios/operations.js';
import type { ScenarioRequest } from '../../scenarios/request.js';
import type { JobAnswer, Scenario } from '../../scenarios/scenario.js';
import { RefusedRequest } from '../engine/exchange.js';
import type { Call, MockState } from '../engine/state.js';
import type { OwnResult } from '../tasks/view.js';
import { ownAddresses, serveOwnFile, writtenAnswer } from './files.js';
import { giveAnswer } from './give.js';
import { scenarioCheck } from './judge.js';

export class Scenarios {
  readonly #book: ScenarioBook;
  readonly #contract: PreparedContract;

  constructor(state: MockState) {
    this.#contract = state.contract;
    this.#book = new ScenarioBook(scenarioOperations(state.contract), state.store);
  }

  load(scenarios: readonly CompiledScenario[]): void {
    this.#book.load(scenarios);
  }

  /** What is wrong with a scenario that comes from outside, in words, one each. */
  async check(scenario: unknown): Promise<string[]> {
    return (await this.#findings(scenario)).map(findingLine);
  }

  /** @throws ScenarioError where something is wrong with it, Error for a name that is taken */
  async use(scenario: Scenario, session?: string): Promise<ScenarioHandle> {
    const findings = await this.#findings(scenario);
    if (findings.length > 0) throw new ScenarioError(findings);
    return this.#book.add(scenario, session);
  }

  async #findings(scenario: unknown): Promise<ScenarioFinding[]> {
    return (await scenarioCheck(this.#contract)).one(scenario).findings;
  }

  remove(name: string): Promise<boolean> {
    return this.#book.remove(name);
  }

  list(session?: string): Promise<ScenarioState[]> {
    return this.#book.list(session);
  }

  reset(session?: string): Promise<void> {
    return this.#book.reset(session);
  }

  /** A file that a scenario names; `undefined` for any other request. */
  serve(request: HttpRequest): Promise<HttpResponse | undefined> {
    return serveOwnFile(this.#book, request);
  }

  /** What a job comes to whose creation a scenario answered. */
  async resultOf(source: string, origin: string): Promise<OwnResult | undefined> {
    const { written } = (await writtenAnswer(this.#book, source)) ?? {};
    const job = written && 'job' in written ? (written as JobAnswer).job : undefined;
    return job && { ...(job.error && { error: job.error }), ...(job.media && { media: ownAddresses(job.media, source, origin) }) };
  }

  /** @throws RefusedRequest for an error that a scenario answers with, and for a name that no scenario has */
  async answer(call: Call): Promise<HttpResponse | undefined> {
    const { exchange } = call;
    const { scenario: named } = exchange.preferences;
    const request = scenarioRequest(call);
    const match = await this.#book.find(request, named);
    if (!match) {
      if (named === undefined) return undefined;
      const names = (await this.#book.list()).map(({ name }) => name).join(', ') || 'none';
      throw new RefusedRequest({
        status: 404,
        message: `Prefer: scenario must be one that still has answers; there are ${names}, got ${named}`,
      });
    }
    exchange.scenario = match.scenario.name;
    exchange.stated?.apply('scenario');
    const warn = (message: string) => {
      exchange.warnings = [...exchange.warnings, { in: 'body', pointer: '', message: `${match.scenario.name}: ${message}` }];
    };
    return giveAnswer({ call, match, stream: request.stream, warn }, await match.answer.answer(request, warn));
  }

  /** Refuses what nobody answered, with the scenario that was nearest. */
  async refuse(call: Call): Promise<never> {
    const nearest = await this.#book.nearest(scenarioRequest(call));
    const why = nearest ? `the nearest is ${nearest.name}, whose condition ${nearest.failed} does not hold` : 'none is for this operation';
    throw new RefusedRequest({ status: 404, message: `no scenario answers this request; ${why} (--only-scenarios)` });
  }
}

function scenarioRequest({ operation, exchange, request: context }: Call): ScenarioRequest {
  const { protocol, prepared } = operation;
  let conversation: Conversation | undefined;
  return {
    operation: prepared.id,
    session: exchange.preferences.session ?? '',
    stream: operation.wantsStream(context),
    get model() {
      const named = getAt(context.body, `/${prepared.body?.discriminator ?? 'model'}`) ?? context.path.model;
      return typeof named === 'string' ? named : prepared.model;
    },
    context,
    get conversation() {
      if (protocol && exchange.body !== undefined) conversation ??= protocol.conversation(exchange.body as Json);
      return conversation;
    },
  };
}
