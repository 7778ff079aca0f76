/** Answers that are neither documented nor an error by chance. */
import type { HttpResponse } from '../../http/message.js';
import type { Call } from './state.js';

/** The answer of the first source that has one; `undefined` where none has, or where a documented answer is asked for. */
export async function ownAnswer(call: Call): Promise<HttpResponse | undefined> {
  const { state, exchange } = call;
  const { code, example, scenario, dynamic } = exchange.preferences;
  if (code !== undefined || example !== undefined) return undefined;
  const { rateLimit, quota } = state.options;
  if (scenario === undefined && (rateLimit ?? quota) !== undefined) await (await state.later.load()).countRequest(call);
  if (dynamic) return undefined;
  for (const answer of state.sources) {
    const response = await answer(call);
    if (response) return response;
  }
  return undefined;
}
