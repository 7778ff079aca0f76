/** One request, from its arrival to its answer. */
import { dialectOf } from '../contract/errors/dialect.js';
import { documentedErrors, errorResponse, type Refusal, refuse } from '../contract/errors/response.js';
import type { ExpressionContext } from '../contract/expression.js';
import type { Violation } from '../contract/judge/explain.js';
import { judgeRequest } from '../contract/judge/request.js';
import { readBody, undeclaredType } from '../contract/judge/request-body.js';
import { unknownFields } from '../contract/judge/unknown-fields.js';
import type { Json, PreparedOperation } from '../contract/prepared.js';
import { nearest, withLongestPrefix } from '../contract/router.js';
import { BodyTooLargeError, type HttpRequest, type HttpResponse } from '../http/message.js';
import { unknownField } from '../journal/journal.js';
import { sleep } from './answer/stream.js';
import { type Exchange, RefusedRequest } from './exchange.js';
import type { MockOperation } from './operations.js';
import { readPreferences } from './preferences.js';
import { createAnswer } from './response.js';
import { loadPrism, type MockState } from './state.js';

const none: never[] = [];

export async function handle(state: MockState, request: HttpRequest): Promise<{ exchange: Exchange; response: HttpResponse }> {
  const exchange: Exchange = { request, preferences: {}, params: {}, text: undefined, body: undefined, violations: none, warnings: none };
  try {
    return { exchange, response: await answer(state, exchange) };
  } catch (error) {
    const operation = answering(state, exchange);
    return { exchange, response: refuse(state.contract, dialectFor(state, operation, exchange), toRefusal(state, error), operation) };
  }
}

function toRefusal({ onInternalError }: MockState, error: unknown): Refusal {
  if (error instanceof RefusedRequest) return error.refusal;
  if (error instanceof BodyTooLargeError)
    return { status: 413, message: `${error.message}; the limit is set by bodyLimitBytes (--body-limit-bytes)` };
  onInternalError(error);
  return { status: 500, message: `the mock failed: ${(error as Error).message}` };
}

/** The operation of the request, or, for an unknown route, the first of those with the longest common beginning. */
function answering({ contract }: MockState, { operation, request }: Exchange): PreparedOperation | undefined {
  return operation?.prepared ?? withLongestPrefix(contract.operations, request.path)[0];
}

function dialectFor({ contract }: MockState, operation: PreparedOperation | undefined, { body }: Exchange): string {
  return operation ? dialectOf(operation, body) : (Object.keys(contract.dialects)[0] ?? '');
}

async function answer(state: MockState, exchange: Exchange): Promise<HttpResponse> {
  const { request } = exchange;
  const stated = readPreferences(request);
  if (stated) {
    exchange.stated = stated;
    exchange.preferences = stated.values;
    if (stated.invalid !== undefined) throw new RefusedRequest({ status: 400, message: stated.invalid });
  }
  const operation = route(state, exchange);
  exchange.operation = operation;
  const key = authenticate(state, operation, request);
  const forcedStatus = magicStatus(key);
  if (forcedStatus !== undefined) return refuseByKey(operation, exchange, forcedStatus);
  stated?.apply('latency-ms');
  const wait = exchange.preferences.latencyMs ?? state.latencyMs();
  if (wait > 0) await sleep(wait, request.signal);
  if (operation.prepared.body) await takeBody(operation, exchange);
  const context = expressionContext(exchange);
  exchange.violations =
    state.options.engine === 'prism'
      ? await judgeByPrism(state, operation, exchange)
      : judgeRequest(operation.prepared, operation.validators, context);
  refuseViolations(state, operation, exchange);
  const loading = state.loadExamples?.(operation.prepared);
  if (loading) await loading;
  const { code, example } = exchange.preferences;
  if (code !== undefined && code >= 400) return forced(state, operation, exchange, code, example);
  const fault = state.randomFault(operation.prepared);
  if (fault !== undefined) throw new RefusedRequest({ status: fault });
  return createAnswer({ state, operation, exchange, request: context });
}

function route(state: MockState, exchange: Exchange): MockOperation {
  const { method, path } = exchange.request;
  const match = state.router.match(method, path);
  if (match.kind === 'operation') {
    exchange.params = match.params;
    return state.operation(match.operation);
  }
  if (match.kind === 'method') {
    // The path is known, so its own dialect answers.
    const [first] = match.operations;
    if (first) exchange.operation = state.operation(first);
    throw new RefusedRequest({
      status: 405,
      message: `${method} is not a method of ${path}; allowed: ${match.allowed.join(', ')}`,
      headers: { allow: match.allowed.join(', ') },
    });
  }
  const like = nearest(state.contract.operations, path);
  throw new RefusedRequest({
    status: 404,
    message: `no such path: ${method} ${path}${like ? `; did you mean ${like.method} ${like.path}?` : ''}`,
  });
}

function authenticate(state: MockState, operation: MockOperation, request: HttpRequest): string | undefined {
  const { auth, authKey } = state.options;
  const credentials = operation.credentials(request);
  if (credentials.kind === 'key') {
    if (auth && authKey !== undefined && credentials.key !== authKey && magicStatus(credentials.key) === undefined)
      throw new RefusedRequest({ status: 401, message: 'this key is not known' });
    return credentials.key;
  }
  if (credentials.kind === 'missing' && auth)
    throw new RefusedRequest({ status: 401, when: 'missing-key', headers: { 'www-authenticate': 'Bearer' } });
  return undefined;
}

/** `sk-mock-429` is a key that is answered with 429. */
function magicStatus(key: string | undefined): number | undefined {
  const status = key?.startsWith('sk-mock-') ? /^sk-mock-([45]\d\d)$/.exec(key)?.[1] : undefined;
  return status === undefined ? undefined : Number(status);
}

async function refuseByKey(operation: MockOperation, exchange: Exchange, status: number): Promise<never> {
  // The body decides the dialect where two vendors share a path; a broken one does not matter here.
  if (operation.prepared.dialectBranches.length > 0) await takeBody(operation, exchange).catch(() => {});
  throw new RefusedRequest({ status });
}

/** Takes in the body, as text and as what it says. */
async function takeBody({ prepared: { body }, protocol }: MockOperation, exchange: Exchange): Promise<void> {
  if (!body) return;
  const { request } = exchange;
  const undeclared = undeclaredType(body, request.header('content-type'));
  if (undeclared) {
    throw new RefusedRequest({
      status: 415,
      message: `content type ${undeclared} is not supported; send ${body.mediaTypes.join(' or ')}`,
      field: 'content-type',
    });
  }
  exchange.text = await request.text();
  const read = readBody(body, exchange.text);
  if (read.kind === 'json') exchange.body = protocol ? protocol.canonical(read.value as Json) : read.value;
  else if (read.kind === 'missing')
    throw new RefusedRequest({ status: 400, message: `a request body is required, as ${body.mediaTypes.join(' or ')}` });
  else if (read.kind === 'malformed') throw new RefusedRequest({ status: 400, message: `the body is not valid JSON: ${read.reason}` });
}

async function judgeByPrism(state: MockState, { prepared }: MockOperation, exchange: Exchange): Promise<Violation[]> {
  const prism = await loadPrism(state);
  return prism.judge(prepared.id, exchange);
}

/** The first finding goes into the answer, all of them into the journal. */
function refuseViolations(state: MockState, { prepared }: MockOperation, exchange: Exchange): void {
  const { violations } = exchange;
  const [first] = violations;
  if (first) {
    const others = violations.length > 1 ? ` (and ${violations.length - 1} more)` : '';
    throw new RefusedRequest({ status: 400, message: `${first.message}${others}`, field: first.field });
  }
  const unknown = prepared.body && exchange.body !== undefined ? unknownFields(exchange.body, prepared.body.fields) : none;
  if (unknown.length > 0) exchange.warnings = unknown.map(unknownField);
  if (state.options.strict && unknown.length > 0) {
    throw new RefusedRequest({ status: 400, message: `unknown field ${unknown.join(', ')} (--strict)`, field: unknown[0] ?? '' });
  }
}

/** `Prefer: code=` of an error: a documented body of that status. */
function forced(state: MockState, { prepared }: MockOperation, exchange: Exchange, code: number, name: string | undefined): HttpResponse {
  const declared = prepared.responses[code] ?? prepared.responses.default;
  if (!declared) {
    throw new RefusedRequest({
      status: 404,
      message: `Prefer: code must be one of ${Object.keys(prepared.responses).join(', ')}, got ${code}`,
    });
  }
  const dialect = dialectOf(prepared, exchange.body);
  const own = prepared.examples.find((example) => example.status === code && (name === undefined || example.name === name));
  if (own) {
    exchange.example = own.name;
    return errorResponse(state.contract, dialect, { status: code, body: own.body ?? null, operation: prepared });
  }
  const documented = documentedErrors(state.contract, dialect, code);
  const chosen = name === undefined ? documented[0] : documented.find((error) => error.name === name);
  if (name !== undefined && !chosen) {
    throw new RefusedRequest({
      status: 404,
      message: `Prefer: example must be one of ${documented.map((error) => error.name).join(', ')} for ${code}, got ${name}`,
    });
  }
  if (chosen) exchange.example = chosen.name;
  return errorResponse(state.contract, dialect, { status: code, body: chosen?.body ?? null, operation: prepared });
}

function expressionContext({ request, params, body }: Exchange): ExpressionContext {
  return { path: params, query: request.query, header: (name) => request.header(name.toLowerCase()), body };
}
