/** The successful answer to a request: the documented exchange that it is like, made its own. */
import { cloneJson } from '../contract/clone.js';
import { compileExpression, type ExpressionContext } from '../contract/expression.js';
import { getAt } from '../contract/pointer.js';
import type { Json, PreparedExample } from '../contract/prepared.js';
import type { AnswerContent } from '../protocols/protocol.js';
import { adapt } from './adapt-answer.js';
import { type AnswerText, answerText } from './answer-template.js';
import type { MockResponse } from './exchange.js';
import { type Exchange, loadPrism, RefusedRequest } from './handler.js';
import type { MockOperation } from './operations.js';
import { countTokens, type Filling, fillOwnedFields, type TokenCounts } from './owned-fields.js';
import type { MockState } from './state.js';
import { streamEvents } from './stream.js';

/** Answers of jobs and of Prism are promises; all others are there at once. */
export function createAnswer(
  state: MockState,
  operation: MockOperation,
  exchange: Exchange,
  request: ExpressionContext,
): MockResponse | Promise<MockResponse> {
  const stream = operation.wantsStream(request);
  const example = chooseExample(operation, exchange, stream);
  if (exchange.preferences.dynamic && !stream) return dynamicAnswer(state, operation, exchange);
  const documented = () => documentedAnswer(state, operation, exchange, example, request, stream);
  if (!operation.prepared.task) return documented();
  return taskAnswer(state, operation, exchange, example, request).then((answer) => answer ?? documented());
}

function documentedAnswer(
  state: MockState,
  operation: MockOperation,
  exchange: Exchange,
  example: PreparedExample | undefined,
  request: ExpressionContext,
  stream: boolean,
): MockResponse {
  if (!example) throw new RefusedRequest({ status: 500, message: `the contract has no example of ${operation.prepared.id}` });
  exchange.example = example.name;
  return stream ? streamAnswer(state, operation, exchange, example, request) : jsonAnswer(state, operation, exchange, example, request);
}

/** The example that was asked for by name or status, or the one that the request is like. */
function chooseExample(operation: MockOperation, exchange: Exchange, stream: boolean): PreparedExample | undefined {
  const { prepared } = operation;
  const { example: name, code } = exchange.preferences;
  if (name !== undefined) {
    const named = prepared.examples.find((example) => example.name === name);
    if (!named)
      throw new RefusedRequest({
        status: 404,
        message: `Prefer: example must be one of ${prepared.examples.map((example) => example.name).join(', ')}, got ${name}`,
      });
    return named;
  }
  if (code !== undefined) {
    const declared = prepared.examples.find(({ status }) => status === code);
    if (!declared)
      throw new RefusedRequest({
        status: 404,
        message: `Prefer: code must be one of ${Object.keys(prepared.responses).join(', ')}, got ${code}`,
      });
  }
  const { params, body, request } = exchange;
  const chosen = operation.choose({ params, query: request.query, body, stream });
  return code === undefined || chosen?.status === code ? chosen : prepared.examples.find(({ status }) => status === code);
}

async function taskAnswer(
  state: MockState,
  operation: MockOperation,
  exchange: Exchange,
  example: PreparedExample | undefined,
  request: ExpressionContext,
): Promise<MockResponse | undefined> {
  const { task, id } = operation.prepared;
  const runner = task && state.tasks.get(task.name);
  if (!runner || exchange.preferences.example !== undefined) return undefined;
  const { preferences } = exchange;
  const context = { request, preferences, origin: exchange.request.origin, session: preferences.session ?? '', now: state.now() };
  const result = await runner.answer(operation.prepared, example, context);
  if (!result) return undefined;
  if (result.kind === 'unknown') throw new RefusedRequest({ status: result.status, ...unknownMessage(state, operation, result) });
  if (result.kind === 'refused') throw new RefusedRequest(result);
  const { answer, created } = result;
  exchange.example = answer.example ?? '';
  const { callback } = runner.family;
  if (created && callback) {
    const url = compileExpression(callback.url)(request);
    if (typeof url === 'string') {
      const { tries, delays } = callback;
      for (const { delay, ended, body } of runner.changes(created, context)) {
        if (callback.on === 'change' || ended)
          state.callbacks.schedule({ url, tries, delays, body, session: context.session, operation: id }, delay);
      }
    }
  }
  const { body: owned } = operation.ownedFields;
  if (owned.length > 0)
    fillOwnedFields(
      answer.body,
      owned,
      filling(state, operation, exchange, request, () => undefined),
    );
  return json(operation, answer.status, answerText(answer.body), context.now);
}

/** The documented words about an unknown job, with the id that was asked for. */
function unknownMessage(
  state: MockState,
  { prepared }: MockOperation,
  { id, status }: { id: string; status: number },
): { message?: string } {
  const dialect = state.contract.dialects[prepared.dialect];
  const body = state.contract.errors[prepared.dialect]?.[status]?.[0]?.body;
  const text = dialect?.message.map((pointer) => getAt(body, pointer)).find((value) => typeof value === 'string') as string | undefined;
  const colon = text?.indexOf(': ') ?? -1;
  return text !== undefined && colon > 0 ? { message: `${text.slice(0, colon)}: ${id}` } : {};
}

function countAll({ protocol }: MockOperation, request: Json | undefined, content: AnswerContent | undefined): TokenCounts {
  const input = protocol ? countTokens(protocol.requestText(request as Json)) : 1;
  const calls = content?.toolCalls.map((call) => call.name + JSON.stringify(call.arguments)).join('') ?? '';
  const text = countTokens((content?.text ?? '') + calls);
  const reasoning = content?.reasoning ? countTokens(content.reasoning) : 0;
  return { input, text, reasoning, output: text + reasoning, total: input + text + reasoning };
}

/** @param content gives what the answer says; asked when an answer first has a count of tokens, which most have not */
function filling(
  state: MockState,
  operation: MockOperation,
  exchange: Exchange,
  request: ExpressionContext,
  content: () => AnswerContent | undefined,
): Filling {
  let tokens: TokenCounts | undefined;
  return {
    request,
    now: state.now(),
    origin: exchange.request.origin,
    models: state.contract.models,
    ids: new Map(),
    get tokens() {
      tokens ??= countAll(operation, exchange.body as Json, content());
      return tokens;
    },
  };
}

function jsonAnswer(
  state: MockState,
  operation: MockOperation,
  exchange: Exchange,
  example: PreparedExample,
  request: ExpressionContext,
): MockResponse {
  const { protocol, ownedFields } = operation;
  if (operation.listsEvents) {
    const events = answerEvents(state, operation, exchange, example, request);
    return json(operation, example.status, { text: `[${events.map(({ text }) => text).join(',')}]`, at: () => undefined }, state.now());
  }
  const documented = operation.documented(example);
  const adapted = adapt(protocol, exchange.body as Json, documented);
  if (adapted === undefined) {
    const fill = filling(state, operation, exchange, request, () => documented.content);
    return json(operation, example.status, documented.template.fill(fill), fill.now);
  }
  const fill = filling(state, operation, exchange, request, () => protocol?.read(adapted));
  fillOwnedFields(adapted, ownedFields.body, fill);
  return json(operation, example.status, answerText(adapted), fill.now);
}

/** What the stream carries, event by event. */
function answerEvents(
  state: MockState,
  operation: MockOperation,
  exchange: Exchange,
  example: PreparedExample,
  request: ExpressionContext,
): AnswerText[] {
  const { protocol, ownedFields } = operation;
  const documented = operation.documented(example);
  const adapted = adapt(protocol, exchange.body as Json, documented);
  if (adapted === undefined && documented.events) {
    const fill = filling(state, operation, exchange, request, () => documented.content);
    return documented.events.map((event) => event.fill(fill));
  }
  const answer = adapted ?? cloneJson(documented.body);
  const fill = filling(state, operation, exchange, request, () => protocol?.read(answer));
  fillOwnedFields(answer, ownedFields.body, fill);
  const events = protocol?.toEvents(answer, exchange.body as Json) ?? [];
  for (const event of events) fillOwnedFields(event, ownedFields.event, fill);
  return events.map(answerText);
}

function streamAnswer(
  state: MockState,
  operation: MockOperation,
  exchange: Exchange,
  example: PreparedExample,
  request: ExpressionContext,
): MockResponse {
  const { protocol, prepared } = operation;
  const { stream } = prepared;
  if (!stream) throw new RefusedRequest({ status: 500, message: `${prepared.id} has no stream` });
  const events = answerEvents(state, operation, exchange, example, request);
  const {
    preferences,
    request: { signal },
  } = exchange;
  const between = 1000 / (preferences.tps ?? state.options.tokensPerSecond);
  const pace = { first: preferences.ttft ?? state.options.firstTokenMs ?? between, between };
  const errorEvent = (sent: number) => protocol?.errorEvent('the stream was interrupted on request', sent) ?? {};
  const body = streamEvents({
    events,
    framing: stream,
    pace,
    errorEvent,
    signal,
    ...(preferences.streamFault && { fault: preferences.streamFault }),
  });
  const headers = {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache',
    ...operation.headers(example.status, events[0] ?? answerText(null), state.now()),
  };
  return { status: example.status, headers, body };
}

async function dynamicAnswer(state: MockState, operation: MockOperation, exchange: Exchange): Promise<MockResponse> {
  const prism = await loadPrism(state);
  const { status, body } = await prism.generate(operation.prepared.id, exchange);
  return json(operation, status, answerText(body), state.now());
}

function json(operation: MockOperation, status: number, answer: AnswerText, now: number): MockResponse {
  const headers = operation.headers(status, answer, now);
  headers['content-type'] = 'application/json';
  return { status, headers, body: answer.text };
}
