/** Answers a request by what generation prepared: routes, validators, documented answers. Nothing is worked out twice. */
import { dialectOf } from '../../contract/errors/dialect.js';
import { errorResponse } from '../../contract/errors/response.js';
import { judgeRequest } from '../../contract/judge/request.js';
import { readBody, undeclaredType } from '../../contract/judge/request-body.js';
import type { Json } from '../../contract/prepared/json.js';
import type { HttpResponse } from '../../http/message.js';
import { magicStatus } from '../faults/magic-key.js';
import { idSource, takeTime } from './call.js';
import { type Exchange, expressionContext, isSmall, RefusedRequest } from './exchange.js';
import type { MockOperation } from './operations.js';
import { missingBody, refuseFindings, refuseOtherKey, unknownMethod, unreadableBody, unsupportedType } from './refusals.js';
import { chooseExample, createAnswer } from './response.js';
import { ownAnswer } from './sources.js';
import type { Call, MockState } from './state.js';

export async function answerPrepared(state: MockState, exchange: Exchange): Promise<HttpResponse> {
  const operation = route(state, exchange);
  if (!operation) throw (await state.later.load()).unknownPath(state, exchange.request);
  exchange.operation = operation;
  const credentials = operation.credentials(exchange.request);
  if (credentials.kind === 'missing' && state.options.auth) throw (await state.later.load()).missingKey(state, operation, exchange.request);
  const key = credentials.kind === 'key' ? credentials.key : undefined;
  if (key !== undefined) refuseOtherKey(state, key);
  const forcedStatus = magicStatus(key);
  if (forcedStatus !== undefined) return refuseByKey(state, operation, exchange, forcedStatus);
  takeTime(exchange);
  if (operation.prepared.body) await takeBody(state, operation, exchange);
  const judgement = judgeRequest(operation.prepared, operation.validators, expressionContext(exchange));
  exchange.body = judgement.body;
  if (operation.prepared.body) {
    if (!state.later.isLoaded) await state.later.load();
    judgement.warnings.push(...state.later.now.misplacedParts(operation.prepared, judgement.body, exchange.text));
  }
  refuseFindings(state, exchange, judgement);
  if (operation.protocol && !isSmall(exchange)) state.later.now.readLargeBody(exchange);
  const loading = state.loadExamples?.(operation.prepared);
  if (loading) await loading;
  if (exchange.preferences.times !== undefined) await (await state.later.load()).outlastsCode(state, exchange);
  const { code } = exchange.preferences;
  if (code !== undefined && code >= 400) return forced(state, operation, exchange, code);
  const context = expressionContext(exchange);
  const call: Call = { state, operation, exchange, request: context };
  const asked = ownAnswer(call);
  const own = asked instanceof Promise ? await asked : asked;
  if (own) return own;
  const fault = state.randomFault(operation.prepared, exchange.chance);
  if (fault !== undefined) throw new RefusedRequest({ status: fault });
  const stream = operation.wantsStream(context);
  return createAnswer(call, chooseExample(call, stream), stream);
}

/** @returns `undefined` for a path that there is not */
function route(state: MockState, exchange: Exchange): MockOperation | undefined {
  const { method, path } = exchange.request;
  const match = state.router.match(method, path);
  if (match.kind === 'operation') {
    exchange.params = match.params;
    return state.operation(match.operation);
  }
  if (match.kind === 'none') return undefined;
  // The path is known, so its own dialect answers.
  const [first] = match.operations;
  if (first) exchange.operation = state.operation(first);
  throw unknownMethod(exchange.request, match.allowed);
}

async function refuseByKey(state: MockState, operation: MockOperation, exchange: Exchange, status: number): Promise<never> {
  // The body decides the dialect where two vendors share a path, and names the model; a broken one does not matter here.
  await takeBody(state, operation, exchange).catch(() => {});
  throw new RefusedRequest({ status });
}

/** Takes in the body, as text and as what it says. */
async function takeBody({ later }: MockState, operation: MockOperation, exchange: Exchange): Promise<void> {
  const { body } = operation.prepared;
  if (!body) return;
  const { request } = exchange;
  const undeclared = undeclaredType(body, request.header('content-type'));
  if (undeclared) throw unsupportedType(operation, undeclared);
  exchange.text = await request.text();
  const isRead = !operation.protocol || isSmall(exchange);
  const read = readBody(body, isRead ? exchange.text : (await later.load()).withoutLargeSchemas(exchange));
  if (read.kind === 'json') exchange.body = operation.protocol ? operation.protocol.canonical(read.value as Json) : read.value;
  else if (read.kind === 'missing') throw missingBody(operation);
  else if (read.kind === 'unreadable') throw unreadableBody(read.error);
}

/** `Prefer: code=` of an error. */
async function forced(state: MockState, operation: MockOperation, exchange: Exchange, code: number): Promise<HttpResponse> {
  const error = (await state.later.load()).wantedError(state, operation, exchange, code);
  if (error.name !== undefined) exchange.source.example = error.name;
  const { prepared } = operation;
  return errorResponse(state.contract, dialectOf(prepared, exchange.body), { ...error, operation: prepared }, idSource(state, exchange));
}
