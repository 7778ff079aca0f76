/** What an answer is made of, and how it leaves. */
import type { ExpressionContext } from '../../contract/expression.js';
import type { Json } from '../../contract/prepared.js';
import type { MockResponse } from '../../http/message.js';
import type { AnswerContent } from '../../protocols/protocol.js';
import type { Exchange } from '../handle.js';
import type { MockOperation } from '../operations.js';
import type { MockState } from '../state.js';
import { countTokens, type Filling, type TokenCounts } from './owned-fields.js';
import type { AnswerText } from './template.js';

/** A valid request, and where it came. */
export interface Asked {
  state: MockState;
  operation: MockOperation;
  exchange: Exchange;
  request: ExpressionContext;
}

function countAll({ operation: { protocol }, exchange }: Asked, content: AnswerContent | undefined): TokenCounts {
  const input = protocol ? countTokens(protocol.requestText(exchange.body as Json)) : 1;
  const calls = content?.toolCalls.map((call) => call.name + JSON.stringify(call.arguments)).join('') ?? '';
  const text = countTokens((content?.text ?? '') + calls);
  const reasoning = content?.reasoning ? countTokens(content.reasoning) : 0;
  return { input, text, reasoning, output: text + reasoning, total: input + text + reasoning };
}

/** @param content gives what the answer says; asked when an answer first has a count of tokens, which most have not */
export function fillingFor(asked: Asked, content: () => AnswerContent | undefined): Filling {
  const { state, exchange, request } = asked;
  let tokens: TokenCounts | undefined;
  return {
    request,
    now: state.now(),
    origin: exchange.request.origin,
    models: state.contract.models,
    ids: new Map(),
    get tokens() {
      tokens ??= countAll(asked, content());
      return tokens;
    },
  };
}

export function jsonResponse(operation: MockOperation, status: number, answer: AnswerText, now: number): MockResponse {
  const headers = operation.headers(status, answer, now);
  headers['content-type'] = 'application/json';
  return { status, headers, body: answer.text };
}
