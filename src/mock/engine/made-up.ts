/** Answers that Prism makes up from the schema. */
import type { Json } from '../../contract/prepared/json.js';
import type { HttpResponse } from '../../http/message.js';
import { answerText } from '../answer/template.js';
import type { PrismOutcome } from '../prism/instance.js';
import { jsonResponse } from './call.js';
import type { Exchange } from './exchange.js';
import { type Call, loadPrism, type MockState } from './state.js';

/** What makes Prism make up the same each time; `undefined` where nothing does. */
export const seedOf = ({ options }: MockState, { preferences, chance }: Exchange): string | undefined =>
  preferences.seed ?? (options.seed === undefined ? undefined : String(chance.random()));

/** How often Prism is asked for one that fits. */
const mostTries = 20;

/** Made up by Prism, which is asked for nothing else. */
export async function makeUp(call: Call): Promise<HttpResponse> {
  const outcome = await draw(call, seedOf(call.state, call.exchange));
  call.exchange.stated?.apply('dynamic', 'seed');
  return madeUpResponse(call, outcome);
}

async function draw({ state, exchange }: Call, seed: string | undefined): Promise<PrismOutcome> {
  const prism = await loadPrism(state);
  const { request, body, preferences } = exchange;
  const { method, path, query } = request;
  const { code } = preferences;
  const input = { method, path, query, headers: {}, body };
  return prism.request(input, false, () => ({ dynamic: true, status: code, seed }));
}

/**
 * A made-up body; about a job it says what no schema can: which job it is, and a state that goes with the status.
 * @param first what Prism has made up already: others are drawn where it does not fit
 */
export async function madeUpResponse(call: Call, first: PrismOutcome): Promise<HttpResponse> {
  let outcome = first;
  if (!outcome.fits) {
    const seed = seedOf(call.state, call.exchange);
    for (let tried = 1; tried < mostTries && !outcome.fits; tried++)
      outcome = await draw(call, seed === undefined ? undefined : `${seed}.${tried}`);
  }
  const { status } = outcome;
  const body = outcome.body as Json;
  if (call.operation.prepared.task) await call.state.jobs.fitMadeUp(call, status, body);
  return jsonResponse(call, status, answerText(body));
}
