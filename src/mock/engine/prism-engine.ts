/**
 * Answers a request by the embedded Prism. The request goes through it whole: Prism finds the operation, sees to the key, judges, and
 * negotiates the response. What it cannot do is done before (the body as text, its limits) and after (the words and the dialect of a
 * refusal, errors that are asked for, owned fields, jobs, streams).
 */
import { dialectOf } from '../../contract/errors/dialect.js';
import { errorResponse } from '../../contract/errors/response.js';
import { unknownIn } from '../../contract/judge/request.js';
import { readBody } from '../../contract/judge/request-body.js';
import { keyAdvice } from '../../contract/key-advice.js';
import type { Json } from '../../contract/prepared/json.js';
import type { PreparedExample } from '../../contract/prepared.js';
import { pathPattern } from '../../contract/router.js';
import { mediaTypeOf } from '../../http/media-type.js';
import { BodyTooLargeError, BrokenRequestError, type HttpResponse } from '../../http/message.js';
import { magicStatus } from '../faults/magic-key.js';
import { toViolations } from '../prism/findings.js';
import type { PrismOutcome, PrismPreferences } from '../prism/instance.js';
import { idSource, takeTime } from './call.js';
import { type Exchange, expressionContext, isSmall, RefusedRequest } from './exchange.js';
import { madeUpResponse, seedOf } from './made-up.js';
import { missingBody, refuseFindings, refuseOtherKey, unknownMethod, unreadableBody, unsupportedType } from './refusals.js';
import { chooseExample, createAnswer } from './response.js';
import { ownAnswer } from './sources.js';
import { type Call, loadPrism, type MockState, type WantedError } from './state.js';

const json = 'application/json';
const eventStream = 'text/event-stream';

/** What is to be answered: an error, or an example, as a stream or whole. Or why there is nothing, which only a caller with a key is told. */
type Choice = { error: WantedError } | { example: PreparedExample | undefined; stream: boolean } | { refusal: RefusedRequest };

export async function answerByPrism(state: MockState, exchange: Exchange): Promise<HttpResponse> {
  const { request } = exchange;
  const unreadable = await takeBody(exchange);
  let choice: Choice | undefined;
  const [prism, { outlastsCode }] = await Promise.all([loadPrism(state), state.later.load()]);
  const { method, path, query } = request;
  const input = { method, path, query, headers: request.headers(), body: exchange.body };
  const outcome = await prism.request(input, state.options.auth, (operationId) => {
    const call = enter(state, exchange, operationId);
    // Such a key is answered with its status, whatever else is asked for.
    if (unreadable || keyStatus(call) !== undefined) return {};
    choice = choose(call);
    return toPreferences(call, choice);
  });
  if (outcome.operation === undefined) throw unknownRoute(state, exchange, outcome);
  const call = enter(state, exchange, outcome.operation);
  const status = admit(call, outcome);
  if (status !== undefined) throw new RefusedRequest({ status });
  takeTime(exchange);
  if (unreadable) throw unreadable;
  refuse(call, outcome);
  // Prism is asked again for what it answers without the status.
  if (await outlastsCode(state, exchange)) return answerByPrism(state, exchange);
  if (!choice) throw new Error(`Prism accepted ${method} ${path} without an answer`);
  // Of an answer that is not negotiated, the headers are not Prism's.
  const own = 'example' in choice && (await ownAnswer(call));
  if (own) return own;
  return withHeaders(await respond(call, outcome, choice), call, outcome);
}

/** Takes in the body, as text and as what it says. @returns why it cannot be read, which matters only to a caller with a key */
async function takeBody(exchange: Exchange): Promise<Error | undefined> {
  const { request } = exchange;
  let text: string;
  try {
    text = exchange.text ?? (await request.text());
  } catch (error) {
    if (error instanceof BodyTooLargeError || error instanceof BrokenRequestError) return error;
    throw error;
  }
  exchange.text = text;
  if (text === '') return undefined;
  const mediaType = mediaTypeOf(request.header('content-type'));
  // What is no JSON is left to Prism to refuse.
  if (mediaType && !/[/+]json$/.test(mediaType)) {
    exchange.body = text;
    return undefined;
  }
  const read = readBody({ required: false }, text);
  if (read.kind === 'json') exchange.body = read.value;
  return read.kind === 'unreadable' ? unreadableBody(read.error) : undefined;
}

/** The call of the operation that Prism matched. */
function enter(state: MockState, exchange: Exchange, operationId: string): Call {
  const prepared = state.contract.operations.find(({ id }) => id === operationId);
  if (!prepared) throw new Error(`the contract has no operation ${operationId}`);
  const operation = state.operation(prepared);
  exchange.operation = operation;
  if (operation.protocol) exchange.body = operation.protocol.canonical(exchange.body as Json);
  exchange.params = pathPattern(prepared.path).match(exchange.request.path.replace(/%3a/gi, ':')) ?? {};
  return { state, operation, exchange, request: expressionContext(exchange) };
}

/** The status that the key asks for. */
function keyStatus({ operation, exchange }: Call): number | undefined {
  const credentials = operation.credentials(exchange.request);
  return credentials.kind === 'key' ? magicStatus(credentials.key) : undefined;
}

function choose(call: Call): Choice {
  try {
    return wantedAnswer(call);
  } catch (error) {
    if (error instanceof RefusedRequest) return { refusal: error };
    throw error;
  }
}

function wantedAnswer(call: Call): Choice {
  const { state, operation, exchange, request } = call;
  const { code } = exchange.preferences;
  if (code !== undefined && code >= 400) return { error: state.later.now.wantedError(state, operation, exchange, code) };
  const stream = operation.wantsStream(request);
  return { example: chooseExample(call, stream), stream };
}

/** The choice as Prism's own `Prefer` header has it. */
function toPreferences({ state, operation, exchange }: Call, choice: Choice): PrismPreferences {
  if ('refusal' in choice) return {};
  if ('error' in choice) return { status: choice.error.status, example: choice.error.name, mediaType: json };
  const { example, stream } = choice;
  const { dynamic, code } = exchange.preferences;
  // Of JSON and a stream, the request decides, not its `Accept`.
  const mediaType = operation.prepared.stream && (example?.events ? eventStream : json);
  if (dynamic && !stream) return { dynamic, seed: seedOf(state, exchange), status: code, mediaType };
  return { status: example?.status, example: example?.name, mediaType };
}

/** Prism's 404 and 405, with what would be right. */
function unknownRoute(state: MockState, exchange: Exchange, { status }: PrismOutcome): RefusedRequest {
  const { allowed, operations } = state.router.methods(exchange.request.path);
  const [first] = operations;
  if (status !== 405 || !first) return state.later.now.unknownPath(state, exchange.request);
  // The path is known, so its own dialect answers.
  exchange.operation = state.operation(first);
  return unknownMethod(exchange.request, allowed);
}

/**
 * @returns a status that the key asks for
 * @throws RefusedRequest for Prism's 401, and where only one key passes
 */
function admit(call: Call, { findings }: PrismOutcome): number | undefined {
  const { state, operation, exchange } = call;
  const credentials = operation.credentials(exchange.request);
  const keyless = findings.find(({ code }) => code === '401');
  // Any text in the header is a key for Prism, a key of another scheme too.
  const isStray = credentials.kind === 'missing' && keyAdvice(operation.prepared, state.contract.securitySchemes, exchange.request);
  if (keyless || (isStray && state.options.auth))
    throw state.later.now.missingKey(state, operation, exchange.request, keyless?.tags.join(', ') || undefined);
  if (credentials.kind !== 'anonymous') refuseOtherKey(state, credentials.kind === 'key' ? credentials.key : undefined);
  return keyStatus(call);
}

/** @throws RefusedRequest for what Prism finds wrong, with the status that it gives to it */
function refuse({ state, operation, exchange, request: context }: Call, { findings, status, problem }: PrismOutcome): void {
  const { request, body, params } = exchange;
  // Prism looks for a declared 415 and takes the 400 of the operation.
  if (findings.some(({ code }) => code === '415')) throw unsupportedType(operation, mediaTypeOf(request.header('content-type')) ?? 'none');
  if (body === undefined && findings.some(({ path, code }) => path.length === 0 && code === 'required')) throw missingBody(operation);
  const violations = toViolations(findings, {
    body,
    path: params,
    query: Object.fromEntries(request.query),
    header: request.headers(),
  });
  // Prism says what is wrong; it does not tell what is unknown.
  const warnings = [...unknownIn(operation.prepared, context), ...state.later.now.misplacedParts(operation.prepared, body, exchange.text)];
  refuseFindings(state, exchange, { violations, warnings, body }, status);
  if (problem !== undefined) throw new RefusedRequest({ status, message: problem });
  if (operation.protocol && !isSmall(exchange)) state.later.now.readLargeBody(exchange);
}

/** The response that Prism negotiated, made this request's own. */
function respond(call: Call, outcome: PrismOutcome, choice: Choice): HttpResponse | Promise<HttpResponse> {
  const { state, operation, exchange } = call;
  const { status, body, isExample } = outcome;
  if ('refusal' in choice) throw choice.refusal;
  if ('error' in choice) {
    const { error } = choice;
    if (error.name !== undefined) exchange.source.example = error.name;
    const dialect = dialectOf(operation.prepared, exchange.body);
    const documented = isExample ? (body as Json) : error.body;
    const plan = { ...error, status, body: documented, operation: operation.prepared };
    return errorResponse(state.contract, dialect, plan, idSource(state, exchange));
  }
  const fault = state.randomFault(operation.prepared, exchange.chance);
  if (fault !== undefined) throw new RefusedRequest({ status: fault });
  const { example, stream } = choice;
  if (exchange.preferences.dynamic && !stream) {
    exchange.stated?.apply('dynamic', 'seed');
    return madeUpResponse(call, outcome);
  }
  // A stream is one text to Prism; its events are ours.
  const negotiated = example && isExample && !example.events ? { ...example, status, body: body as Json } : example;
  return createAnswer(call, negotiated, stream);
}

/**
 * The headers are Prism's too, apart from those with an id and those that another form of the response has, such as a stream. A job may come
 * to another status than the response has.
 */
function withHeaders(response: HttpResponse, { state }: Call, { status, headers }: PrismOutcome): HttpResponse {
  if (response.status !== status) return response;
  const { ownedHeaders } = state.contract;
  const declared = Object.entries(headers).filter(
    ([name]) => name !== 'content-type' && name in response.headers && !(name in ownedHeaders),
  );
  return { ...response, headers: { ...response.headers, ...Object.fromEntries(declared) } };
}
