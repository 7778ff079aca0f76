/** When the response to a call leaves, and how. */
import type { IdSource } from '../../contract/id-template.js';
import type { HttpResponse } from '../../http/message.js';
import type { AnswerContent } from '../../protocols/parts/answer.js';
import { createFilling, type OwnFilling } from '../answer/filling.js';
import type { Filling } from '../answer/owned-fields.js';
import type { AnswerText } from '../answer/template.js';
import { type Exchange, readBodyOf } from './exchange.js';
import type { Call, MockState } from './state.js';

/** Lets the response take as long as responses are to take. */
export function takeTime(exchange: Exchange): void {
  exchange.takesTime = true;
  exchange.stated?.apply('latency-ms');
}

/** What the id of a response is made of. */
export const idSource = ({ now }: MockState, { chance }: Exchange): IdSource => ({ time: now(), chance });

/** Waits as long as the response is to take. */
export async function delay(state: MockState, exchange: Exchange): Promise<void> {
  const { request, preferences, latencyMs } = exchange;
  const wait = preferences.latencyMs ?? latencyMs ?? state.latencyMs(exchange.chance);
  if (wait > 0 && !(await (await state.later.load()).sleep(wait, request.signal))) exchange.ending.aborted = true;
}

/**
 * @param content gives what the answer says, in its first alternative; asked when an answer first has a count of tokens, which most have not
 * @param choices how many alternatives it has, which say as much
 * @param own what the author of the answer decided
 */
export function fillingFor(
  { state, operation, exchange, request }: Call,
  content: () => AnswerContent | undefined,
  choices = 1,
  own: OwnFilling = {},
): Filling {
  const { origin } = exchange.request;
  const read = readBodyOf(exchange);
  const place = {
    size: read === exchange.body ? undefined : exchange.text?.length,
    protocol: operation.protocol,
    origin,
    now: state.now(),
    chance: exchange.chance,
    models: state.contract.models,
  };
  return createFilling(request, place, content, choices, own);
}

/** @param now that of the answer, where it tells a time */
export function jsonResponse({ state, operation, exchange }: Call, status: number, answer: AnswerText, now = state.now()): HttpResponse {
  const { chance } = exchange;
  return { status, headers: operation.headers({ status, mediaType: 'application/json', answer, now, chance }), body: answer.text };
}
