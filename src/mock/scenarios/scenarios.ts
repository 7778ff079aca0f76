/** The scenarios of a mock: they answer requests, and are added, listed and forgotten while it runs. */
import { getAt } from '../../contract/pointer.js';
import type { Json } from '../../contract/prepared/json.js';
import type { PreparedContract } from '../../contract/prepared.js';
import { DroppedConnection, type HttpRequest, type HttpResponse } from '../../http/message.js';
import { suggestion } from '../../options/check-options.js';
import { continuationOf } from '../../protocols/continuations.js';
import type { Conversation } from '../../protocols/parts/conversation.js';
import { ScenarioBook, type ScenarioHandle, type ScenarioState } from '../../scenarios/book.js';
import { type CompiledScenario, compileScenario, type ScenarioOperation } from '../../scenarios/compile.js';
import type { CheckedScenarios } from '../../scenarios/judge/check.js';
import { findingLine, ScenarioError } from '../../scenarios/judge/finding.js';
import { scenarioOperations } from '../../scenarios/operations.js';
import type { ScenarioRequest } from '../../scenarios/request.js';
import type { Answer, JobAnswer, Scenario } from '../../scenarios/scenario.js';
import { nameWithin } from '../../scenarios/store.js';
import { conversationOf, RefusedRequest, warnOfAnswer } from '../engine/exchange.js';
import type { Call, MockState } from '../engine/state.js';
import type { OwnResult } from '../tasks/view.js';
import { ownAddresses, serveOwnFile, writtenAnswer } from './files.js';
import { giveAnswer, giveDocumented, type OwnCall } from './give.js';
import { type Held, Hold, type HoldOptions, mostHolds } from './holds.js';
import { scenarioCheck } from './judge.js';
import { KeptAnswers } from './kept-answers.js';

export class Scenarios {
  readonly #book: ScenarioBook;
  readonly #contract: PreparedContract;
  readonly #kept: KeptAnswers;
  readonly #loadPatterns: MockState['loadPatterns'];
  readonly #operations: ReadonlyMap<string, ScenarioOperation>;
  /** Those that wait for a request, and those whose job goes on. */
  #holds: Hold[] = [];
  /** By session: what is held of one is numbered within it. */
  readonly #heldSoFar = new Map<string, number>();

  constructor(state: MockState) {
    this.#contract = state.contract;
    this.#kept = new KeptAnswers(state.store);
    this.#operations = new Map(scenarioOperations(state.contract).map((operation) => [operation.id, operation]));
    this.#book = new ScenarioBook([...this.#operations.values()], state.store, state.loadPatterns);
    this.#loadPatterns = state.loadPatterns;
  }

  load(scenarios: readonly CompiledScenario[]): void {
    this.#book.load(scenarios);
  }

  /**
   * Takes those of code, in the order in which they are tried.
   * @throws ScenarioError where something is wrong
   */
  async start(scenarios: readonly Scenario[]): Promise<void> {
    const checked = (await scenarioCheck(this.#contract)).check([{ value: scenarios }]);
    if (checked.findings.length > 0) throw new ScenarioError(checked.findings);
    this.load(checked.scenarios);
  }

  /** In Node.js all is there from the start. */
  async ready(): Promise<unknown> {
    return this;
  }

  /** What is wrong with a scenario that comes over the network, and what is odd about it, in words, one each. */
  async check(scenario: unknown): Promise<{ findings: string[]; warnings: string[] }> {
    const { findings, warnings } = (await scenarioCheck(this.#contract)).one(scenario, await this.#loadPatterns?.());
    return { findings: findings.map(findingLine), warnings: warnings.map(findingLine) };
  }

  /** Adds one that came over the network and was found right. @throws Error for a name that is taken */
  takeForeign(scenario: Scenario, session?: string): Promise<ScenarioHandle> {
    return this.#book.add(scenario, { session, isForeign: true }, []);
  }

  /** @throws ScenarioError where something is wrong with it, Error for a name that is taken */
  async use(scenario: Scenario, session?: string): Promise<ScenarioHandle> {
    const { findings, warnings } = await this.#judge(scenario);
    if (findings.length > 0) throw new ScenarioError(findings);
    return this.#book.add(scenario, { session }, warnings.map(findingLine));
  }

  async #judge(scenario: unknown): Promise<Pick<CheckedScenarios, 'findings' | 'warnings'>> {
    return (await scenarioCheck(this.#contract)).one(scenario);
  }

  remove(name: string): Promise<boolean> {
    return this.#book.remove(name);
  }

  list(session?: string): Promise<ScenarioState[]> {
    return this.#book.list(session);
  }

  async reset(session?: string): Promise<void> {
    await this.#book.reset(session);
    const isForgotten = (hold: Hold) => session === undefined || hold.session === session;
    const forgotten = this.#holds.filter(isForgotten);
    this.#holds = this.#holds.filter((hold) => !isForgotten(hold));
    for (const hold of forgotten) hold.release();
    if (session === undefined) this.#heldSoFar.clear();
    else this.#heldSoFar.delete(session);
  }

  /**
   * Holds the next request of an operation until the test says what becomes of it.
   * @throws Error for an operation that the contract does not have, RangeError for a time-out that is none
   */
  hold(operation: string | undefined, options: HoldOptions = {}): Held {
    if (operation !== undefined && !this.#operations.has(operation))
      throw new Error(`there is no operation ${operation}${suggestion(operation, [...this.#operations.keys()])}`);
    const { session = '' } = options;
    const number = (this.#heldSoFar.get(session) ?? 0) + 1;
    this.#heldSoFar.delete(session);
    this.#heldSoFar.set(session, number);
    // Of sessions that are longer gone there are no holds any more.
    if (this.#heldSoFar.size > mostHolds) this.#heldSoFar.delete(this.#heldSoFar.keys().next().value as string);
    const hold = new Hold(operation, options, nameWithin(session, '$hold', number), (id) => this.#statesOf(id));
    this.#holds.push(hold);
    // A mock that runs for weeks is not to keep all of them; jobs of older ones go by time.
    if (this.#holds.length > mostHolds) this.#holds.shift()?.release();
    return hold;
  }

  #statesOf(id: string): string[] | undefined {
    if (!this.#operations.get(id)?.createsJob) return undefined;
    const task = this.#contract.operations.find((operation) => operation.id === id)?.task?.name;
    return Object.keys(this.#contract.tasks[task ?? '']?.states ?? {});
  }

  /** Keeps an answer that a request may go on from; one that cannot be kept is given all the same. */
  async keep({ operation, exchange }: Call, answer: () => Json, id: unknown): Promise<void> {
    const continuation = continuationOf(operation.prepared.protocol);
    if (!continuation || typeof id !== 'string' || (await this.#book.isEmpty())) return;
    const previous = operation.protocol?.previousId?.(exchange.body as Json);
    const said = continuation.kept(exchange.body as Json, answer());
    if (said.length === 0) return;
    try {
      await this.#kept.keep(exchange.preferences.session ?? '', id, { said, ...(previous !== undefined && { previous }) });
    } catch (error) {
      warnOfAnswer(exchange, `no request can go on from it: ${(error as Error).message}`);
    }
  }

  /** A file that a scenario names; `undefined` for any other request. */
  serve(request: HttpRequest): Promise<HttpResponse | undefined> {
    return serveOwnFile(this.#book, request);
  }

  /** What a job comes to whose creation a scenario answered. */
  async resultOf(source: string, origin: string): Promise<OwnResult | undefined> {
    const hold = this.#holds.find(({ source: own }) => own === source);
    if (hold) return { progress: hold.job ?? {} };
    const { written } = (await writtenAnswer(this.#book, source)) ?? {};
    const job = written && 'job' in written ? (written as JobAnswer).job : undefined;
    return job && { ...(job.error && { error: job.error }), ...(job.media && { media: ownAddresses(job.media, source, origin) }) };
  }

  /** @throws RefusedRequest for an error that a scenario answers with, and for a name that no scenario has */
  answer(call: Call): HttpResponse | undefined | Promise<HttpResponse | undefined> {
    const hold = this.#holds.find((one) => one.matches(call));
    if (hold) return this.#giveHeld(call, hold);
    // Where there is none, nothing is waited for.
    const isEmpty = call.exchange.preferences.scenario === undefined && this.#book.isEmpty();
    if (isEmpty instanceof Promise) return isEmpty.then((empty) => (empty ? undefined : this.#find(call)));
    return isEmpty ? undefined : this.#find(call);
  }

  async #find(call: Call): Promise<HttpResponse | undefined> {
    const { exchange } = call;
    const { scenario: named } = exchange.preferences;
    const request = scenarioRequest(call, await this.#before(call));
    const match = await this.#book.find(request, named);
    if (!match) {
      if (named === undefined) return undefined;
      throw new RefusedRequest({ status: 404, message: `Prefer: scenario: ${await this.#book.refusal(request, named)}` });
    }
    exchange.source.scenario = match.scenario.name;
    exchange.stated?.apply('scenario');
    const warn = (message: string) => warnOfAnswer(exchange, `${match.scenario.name}: ${message}`);
    return this.#give({ call, match, stream: request.stream, warn }, request);
  }

  async #give(own: OwnCall, request: ScenarioRequest): Promise<HttpResponse | undefined> {
    const { answer, scenario } = own.match;
    const filled = await answer.answer(request, own.warn);
    if (answer.takesNumbers) await this.#refuseMisfilled(filled, scenario.name);
    return giveAnswer(own, filled);
  }

  async #refuseMisfilled(answer: Answer, name: string): Promise<void> {
    const [wrong] = (await scenarioCheck(this.#contract)).filled(answer);
    if (wrong)
      throw new RefusedRequest({ status: 500, message: `${name}: what the request has in the place of ${wrong.pointer} ${wrong.message}` });
  }

  async #giveHeld(call: Call, hold: Hold): Promise<HttpResponse | undefined> {
    const request = scenarioRequest(call, await this.#before(call));
    const createsJob = this.#operations.get(request.operation)?.createsJob === true;
    const decision = await hold.take(call, request.conversation, createsJob);
    if (decision === 'cut') return { status: 200, headers: {}, body: dropped() };
    const { answer, steps } = decision;
    const warn = (message: string) => warnOfAnswer(call.exchange, message);
    const own = { call, stream: request.stream, warn, steps };
    if (!answer) return giveDocumented(own, createsJob ? hold.source : undefined);
    const {
      findings: [wrong],
    } = await this.#judge({ answers: [answer] });
    if (wrong) {
      const { pointer, message } = wrong;
      throw new RefusedRequest({
        status: 500,
        message: `what the test holds for it is no answer: ${pointer.replace('/answers/0', '')}: ${message}`,
      });
    }
    const scenario = compileScenario({ answers: [answer] }, [...this.#operations.values()], 'held');
    const [written] = scenario.answers;
    call.exchange.source.scenario = scenario.name;
    return written && this.#give({ ...own, match: { scenario, index: 0, answer: written } }, request);
  }

  /** What was said before the request, where it goes on from an answer. */
  async #before({ operation, exchange }: Call): Promise<readonly Json[]> {
    const previous = operation.protocol?.previousId?.(exchange.body as Json);
    return previous === undefined ? [] : this.#kept.before(exchange.preferences.session ?? '', previous);
  }

  /** Refuses what nobody answered, with the scenario that was nearest. */
  async refuse(call: Call): Promise<never> {
    const nearest = await this.#book.nearest(scenarioRequest(call, await this.#before(call)));
    const why = nearest ? `the nearest is ${nearest.name}, whose condition ${nearest.failed} does not hold` : 'none is for this operation';
    throw new RefusedRequest({ status: 404, message: `no scenario answers this request; ${why} (--only-scenarios)` });
  }
}

// biome-ignore lint/correctness/useYield: nothing is sent.
async function* dropped(): AsyncGenerator<string> {
  throw new DroppedConnection();
}

/** @param before what was said before it, where it goes on from an answer */
function scenarioRequest({ operation, exchange, request: context }: Call, before: readonly Json[]): ScenarioRequest {
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
      if (!protocol || exchange.body === undefined) return undefined;
      const continuation = continuationOf(prepared.protocol);
      if (before.length === 0 || !continuation) return conversationOf(exchange, protocol);
      conversation ??= protocol.conversation(continuation.resumed(exchange.body as Json, before));
      return conversation;
    },
  };
}
