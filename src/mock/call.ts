/** A valid call of an operation, when its response leaves, and how. */
import type { ExpressionContext } from '../contract/expression.js';
import type { HttpResponse } from '../http/message.js';
import type { AnswerContent } from '../protocols/parts/answer.js';
import { createFilling } from './answer/filling.js';
import type { Filling } from './answer/owned-fields.js';
import { sleep } from './answer/stream.js';
import type { AnswerText } from './answer/template.js';
import type { Exchange } from './exchange.js';
import type { MockOperation } from './operations.js';
import type { MockState } from './state.js';

export interface Call {
  state: MockState;
  operation: MockOperation;
  exchange: Exchange;
  request: ExpressionContext;
}

/** Waits as long as the response is to take. */
export async function delay(state: MockState, { request, preferences, stated }: Exchange): Promise<void> {
  stated?.apply('latency-ms');
  const wait = preferences.latencyMs ?? state.latencyMs();
  if (wait > 0) await sleep(wait, request.signal);
}

/**
 * @param content gives what the answer says, in its first alternative; asked when an answer first has a count of tokens, which most have not
 * @param choices how many alternatives it has, which say as much
 */
export function fillingFor({ state, operation, exchange, request }: Call, content: () => AnswerContent | undefined, choices = 1): Filling {
  const { origin } = exchange.request;
  return createFilling(
    request,
    { protocol: operation.protocol, origin, now: state.now(), models: state.contract.models },
    content,
    choices,
  );
}

export function jsonResponse(operation: MockOperation, status: number, answer: AnswerText, now: number): HttpResponse {
  return { status, headers: operation.headers({ status, mediaType: 'application/json', answer, now }), body: answer.text };
}
