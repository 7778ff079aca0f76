/** One request, from its arrival to its answer. */
import { pureChance } from '../../contract/chance/chance.js';
import { dialectNear, operationNear } from '../../contract/errors/near.js';
import { type Refusal, refuse } from '../../contract/errors/response.js';
import { jsonOrText } from '../../http/json/json-text.js';
import { BodyTooLargeError, BrokenRequestError, type HttpRequest, type HttpResponse } from '../../http/message.js';
import { sessionKey } from '../../http/session-key.js';
import { delay, idSource } from './call.js';
import { type Exchange, RefusedRequest } from './exchange.js';
import { readPreferences } from './preferences.js';
import type { LaterParts, MockState } from './state.js';

const none: never[] = [];

export function startExchange(request: HttpRequest): Exchange {
  const preferences = request.session === undefined ? {} : { session: request.session };
  return {
    request,
    preferences,
    chance: pureChance,
    params: {},
    source: {},
    ending: {},
    text: undefined,
    body: undefined,
    violations: none,
    warnings: none,
  };
}

/** What the exchange prefers is known as soon as this is called. */
export async function handle(state: MockState, exchange: Exchange): Promise<HttpResponse> {
  const response = await respond(state, exchange);
  if (exchange.allowance) state.later.now.tellAllowance(response, exchange);
  // Last of all: what is counted is counted in the order in which requests come.
  if (exchange.takesTime) await delay(state, exchange);
  return response;
}

async function respond(state: MockState, exchange: Exchange): Promise<HttpResponse> {
  try {
    takePreferences(exchange);
    const { seed } = state.options;
    const taken = seed === undefined ? undefined : takeChance(state, exchange, seed);
    if (taken) await taken;
    const { invalid } = exchange.stated ?? {};
    if (invalid !== undefined) {
      await readForDialect(state, exchange);
      throw new RefusedRequest({ status: 400, message: invalid });
    }
    return await state.engine(state, exchange);
  } catch (error) {
    const { contract } = state;
    if (error instanceof BrokenRequestError && error.isLeft) exchange.ending.aborted = true;
    const operation = exchange.operation?.prepared ?? operationNear(contract, exchange.request.path);
    const dialect = dialectNear(contract, operation, exchange.body);
    const refusal = { ...toRefusal(state, error), asked: exchange.body };
    return refuse(contract, dialect, refusal, operation, idSource(state, exchange));
  }
}

/** Where two vendors share a path the body says whose words are spoken; a broken one does not matter. */
async function readForDialect({ contract }: MockState, exchange: Exchange): Promise<void> {
  const { request } = exchange;
  if (!operationNear(contract, request.path)?.dialectBranches.length) return;
  exchange.body = await request.text().then(jsonOrText, () => undefined);
}

function takePreferences(exchange: Exchange): void {
  const stated = readPreferences(exchange.request);
  if (!stated) return;
  exchange.stated = stated;
  exchange.preferences = { ...exchange.preferences, ...stated.values };
}

/** Under a seed all goes by the number of the request in its session, in the order in which they come. The store counts, for all copies. */
function takeChance({ store, later }: MockState, exchange: Exchange, seed: number): Promise<void> | undefined {
  const { session = '' } = exchange.preferences;
  const counted = store.increment(`${sessionKey(session)}requests`);
  const take = ({ seededChance }: Pick<LaterParts, 'seededChance'>, number: number) => {
    exchange.chance = seededChance(seed, session, number);
  };
  // Whoever has not to wait is known to the journal with its operation from the start.
  if (typeof counted !== 'number' || !later.isLoaded) return (async () => take(await later.load(), await counted))();
  take(later.now, counted);
  return undefined;
}

/** Errors are told by what they have: where a runner of tests has forgotten modules in between, they are of another copy of their class. */
function toRefusal(state: MockState, error: unknown): Refusal {
  const { refusal, isLeft, status, message, header, headers } = Object(error) as Partial<RefusedRequest> & BrokenRequestError;
  if (refusal) return refusal;
  if (error instanceof BodyTooLargeError)
    return { status: 413, message: `${message}; the limit is set by bodyLimitBytes (--body-limit-bytes)` };
  if (isLeft !== undefined) return { status, message, ...(header && { field: header }), ...(headers && { headers }) };
  return failure(state, error);
}

/** What nobody expected: whoever runs the mock reads where it was, whoever calls it what it was. */
export function failure({ onInternalError }: Pick<MockState, 'onInternalError'>, error: unknown): Refusal {
  onInternalError(error);
  return { status: 500, message: `the mock failed: ${(error as Error).message}` };
}
