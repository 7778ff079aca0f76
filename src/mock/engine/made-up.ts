/** Answers that Prism makes up from the schema. */
import type { Json } from '../../contract/prepared.js';
import type { HttpResponse } from '../../http/message.js';
import { answerText } from '../answer/template.js';
import { jsonResponse } from './call.js';
import type { Exchange } from './exchange.js';
import { type Call, loadPrism, type MockState } from './state.js';

/** What makes Prism make up the same each time; `undefined` where nothing does. */
export const seedOf = ({ options }: MockState, { preferences, chance }: Exchange): string | undefined =>
  preferences.seed ?? (options.seed === undefined ? undefined : String(chance.random()));

/** Made up by Prism, which is asked for nothing else. */
export async function makeUp(call: Call): Promise<HttpResponse> {
  const { state, exchange } = call;
  const prism = await loadPrism(state);
  exchange.stated?.apply('dynamic', 'seed');
  const { request, body, preferences } = exchange;
  const { method, path, query } = request;
  const { code } = preferences;
  const seed = seedOf(state, exchange);
  const input = { method, path, query, headers: {}, body };
  const outcome = await prism.request(input, false, () => ({ dynamic: true, status: code, seed }));
  return madeUpResponse(call, outcome.status, outcome.body as Json);
}

/** A made-up body; about a job it says what no schema can: which job it is, and a state that goes with the status. */
export async function madeUpResponse(call: Call, status: number, body: Json): Promise<HttpResponse> {
  if (call.operation.prepared.task) await call.state.jobs.fitMadeUp(call, status, body);
  return jsonResponse(call, status, answerText(body));
}
