/** One request, from its arrival to its answer. */
import { dialectOf } from '../../contract/errors/dialect.js';
import { type Refusal, refuse } from '../../contract/errors/response.js';
import type { PreparedOperation } from '../../contract/prepared.js';
import { withLongestPrefix } from '../../contract/router.js';
import { BodyTooLargeError, type HttpRequest, type HttpResponse, UnreadableBodyError } from '../../http/message.js';
import { delay } from './call.js';
import { type Exchange, RefusedRequest } from './exchange.js';
import { readPreferences } from './preferences.js';
import type { MockState } from './state.js';

const none: never[] = [];

export function startExchange(request: HttpRequest): Exchange {
  const preferences = request.session === undefined ? {} : { session: request.session };
  return { request, preferences, params: {}, text: undefined, body: undefined, violations: none, warnings: none };
}

/** What the exchange prefers is known as soon as this is called. */
export async function handle(state: MockState, exchange: Exchange): Promise<HttpResponse> {
  const response = await respond(state, exchange);
  if (exchange.allowance) state.limits.now.tellAllowance(response, exchange);
  // Last of all: what is counted is counted in the order in which requests come.
  if (exchange.takesTime) await delay(state, exchange);
  return response;
}

async function respond(state: MockState, exchange: Exchange): Promise<HttpResponse> {
  try {
    takePreferences(exchange);
    return await state.engine(state, exchange);
  } catch (error) {
    const operation = answering(state, exchange);
    return refuse(state.contract, dialectFor(state, operation, exchange), toRefusal(state, error), operation);
  }
}

function takePreferences(exchange: Exchange): void {
  const stated = readPreferences(exchange.request);
  if (!stated) return;
  exchange.stated = stated;
  exchange.preferences = { ...exchange.preferences, ...stated.values };
  if (stated.invalid !== undefined) throw new RefusedRequest({ status: 400, message: stated.invalid });
}

function toRefusal({ onInternalError }: MockState, error: unknown): Refusal {
  if (error instanceof RefusedRequest) return error.refusal;
  if (error instanceof BodyTooLargeError)
    return { status: 413, message: `${error.message}; the limit is set by bodyLimitBytes (--body-limit-bytes)` };
  if (error instanceof UnreadableBodyError) {
    const { status, message, header, encodings } = error;
    // Tells a client that it is for the encoding, and which it may send (RFC 9110, 15.5.16).
    return { status, message, field: header, ...(encodings && { headers: { 'accept-encoding': encodings.join(', ') } }) };
  }
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
