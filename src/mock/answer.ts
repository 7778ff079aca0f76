/** The successful answer to a request: the documented exchange that it is like, made its own. */
import { cloneJson } from '../contract/clone.js';
import { compileExpression, type ExpressionContext } from '../contract/expression.js';
import { randomHex } from '../contract/id-template.js';
import { getAt } from '../contract/pointer.js';
import type { Json, PreparedExample } from '../contract/prepared.js';
import { sampleSchema, validates } from '../contract/schema-sample.js';
import type { MockResponse } from './exchange.js';
import { type Exchange, loadPrism, RefusedRequest } from './handler.js';
import type { MockOperation } from './operations.js';
import { countTokens, type Filling, type TokenCounts } from './owned-fields.js';
import type { MockState } from './state.js';
import { streamEvents } from './stream.js';

export async function createAnswer(
  state: MockState,
  operation: MockOperation,
  exchange: Exchange,
  request: ExpressionContext,
): Promise<MockResponse> {
  const { prepared } = operation;
  const stream = operation.wantsStream(request);
  const example = chooseExample(operation, exchange, stream);
  if (exchange.preferences.dynamic && !stream) return dynamicAnswer(state, operation, exchange);
  if (prepared.task) {
    const answer = await taskAnswer(state, operation, exchange, example, request);
    if (answer) return answer;
  }
  if (!example) throw new RefusedRequest({ status: 500, message: `the contract has no example of ${prepared.id}` });
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
  operation.fillBody(answer.body, filling(state, operation, exchange, request, undefined));
  return json(operation, answer.status, answer.body, state.now());
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

/** The answer's content as the request wants it: its own tools, its own schema, as many alternatives as asked for. */
function adapt({ protocol }: MockOperation, exchange: Exchange, answer: Json): { answer: Json; changed: boolean } {
  const request = exchange.body as Json;
  if (!protocol || request === undefined) return { answer, changed: false };
  let adapted = answer;
  const content = protocol.read(answer);
  const tools = protocol.tools(request);
  const choice = protocol.toolChoice(request);
  const format = protocol.answerFormat(request);
  if (tools.length > 0 && choice.mode !== 'none' && !protocol.endsWithToolResult(request)) {
    const fits =
      content.toolCalls.length > 0 &&
      content.toolCalls.every((call) => {
        const tool = tools.find(({ name }) => name === call.name);
        return (
          tool !== undefined &&
          (choice.name === undefined || choice.name === call.name) &&
          (!tool.schema || validates(tool.schema, call.arguments))
        );
      });
    const tool = tools.find(({ name }) => name === choice.name) ?? tools[0];
    if (!fits && tool)
      adapted = protocol.withToolCalls(answer, [{ name: tool.name, arguments: sampleSchema(tool.schema ?? {}) }], () => randomHex(24));
  } else if (format.kind === 'json') {
    if (!isJsonFor(content.text, format.schema))
      adapted = protocol.withText(answer, JSON.stringify(format.schema ? sampleSchema(format.schema) : { answer: content.text }));
  } else if (content.toolCalls.length > 0) {
    adapted = protocol.withText(answer, content.text || 'Here is what the tool said.');
  }
  const wanted = protocol.choices(request);
  if (wanted > 1) adapted = protocol.withChoices(adapted, wanted);
  return { answer: adapted, changed: adapted !== answer };
}

function isJsonFor(text: string, schema: Record<string, Json> | undefined): boolean {
  try {
    const value = JSON.parse(text);
    return schema === undefined || validates(schema, value);
  } catch {
    return false;
  }
}

function countAll({ protocol }: MockOperation, exchange: Exchange, answer: Json | undefined): TokenCounts {
  const content = protocol && answer !== undefined ? protocol.read(answer) : undefined;
  const input = protocol ? countTokens(protocol.requestText(exchange.body as Json)) : 1;
  const calls = content?.toolCalls.map((call) => call.name + JSON.stringify(call.arguments)).join('') ?? '';
  const text = countTokens((content?.text ?? '') + calls);
  const reasoning = content?.reasoning ? countTokens(content.reasoning) : 0;
  return { input, text, reasoning, output: text + reasoning, total: input + text + reasoning };
}

function filling(
  state: MockState,
  operation: MockOperation,
  exchange: Exchange,
  request: ExpressionContext,
  answer: Json | undefined,
): Filling {
  let tokens: TokenCounts | undefined;
  return {
    request,
    now: state.now(),
    origin: exchange.request.origin,
    models: state.contract.models,
    ids: new Map(),
    // Counted when an answer first asks for it: most have no usage.
    get tokens() {
      tokens ??= countAll(operation, exchange, answer);
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
  const { protocol } = operation;
  if (operation.listsEvents)
    return json(operation, example.status, answerEvents(state, operation, exchange, example, request), state.now());
  const documented =
    example.body !== undefined ? (cloneJson(example.body) as Json) : (protocol?.fromEvents(cloneJson(example.events ?? [])) ?? null);
  const { answer } = adapt(operation, exchange, documented);
  operation.fillBody(answer, filling(state, operation, exchange, request, answer));
  return json(operation, example.status, answer, state.now());
}

/** What the stream carries, event by event. */
function answerEvents(
  state: MockState,
  operation: MockOperation,
  exchange: Exchange,
  example: PreparedExample,
  request: ExpressionContext,
): Json[] {
  const { protocol } = operation;
  const documented = example.events ?? (operation.listsEvents ? (example.body as Json[]) : undefined);
  const whole = documented && protocol ? protocol.fromEvents(cloneJson(documented)) : (cloneJson(example.body) as Json);
  const { answer, changed } = adapt(operation, exchange, whole);
  const fill = filling(state, operation, exchange, request, answer);
  let events: Json[];
  if (documented && !changed) {
    events = cloneJson(documented);
  } else {
    operation.fillBody(answer, fill);
    events = protocol?.toEvents(answer, exchange.body as Json) ?? [];
  }
  for (const event of events) operation.fillEvent(event, fill);
  return events;
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
    ...operation.headers(example.status, events[0], state.now()),
  };
  return { status: example.status, headers, body };
}

async function dynamicAnswer(state: MockState, operation: MockOperation, exchange: Exchange): Promise<MockResponse> {
  const prism = await loadPrism(state);
  const { status, body } = await prism.generate(operation.prepared.id, exchange);
  return json(operation, status, body, state.now());
}

function json(operation: MockOperation, status: number, body: Json, now: number): MockResponse {
  return { status, headers: { 'content-type': 'application/json', ...operation.headers(status, body, now) }, body: JSON.stringify(body) };
}
