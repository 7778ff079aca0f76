/** Answers that are neither documented nor an error by chance. */
import type { HttpResponse } from '../../http/message.js';
import type { Call } from './state.js';

/**
 * The answer of the first source that has one; `undefined` where none has, or where a documented answer is asked for. Most have nothing to say
 * to most requests, and say so at once: nothing is waited for then.
 */
export function ownAnswer(call: Call): HttpResponse | undefined | Promise<HttpResponse | undefined> {
  const { state, exchange } = call;
  const { code, example, scenario, dynamic } = exchange.preferences;
  if (code !== undefined || example !== undefined) return undefined;
  const { rateLimit, quota } = state.options;
  const isLimited = scenario === undefined && (rateLimit ?? quota) !== undefined;
  if (!isLimited) return dynamic ? undefined : ask(call, 0);
  return state.later
    .load()
    .then(({ countRequest }) => countRequest(call))
    .then(() => (dynamic ? undefined : ask(call, 0)));
}

/** @param from position of the first source that is asked */
function ask(call: Call, from: number): HttpResponse | undefined | Promise<HttpResponse | undefined> {
  const { sources } = call.state;
  for (let index = from; index < sources.length; index++) {
    const response = sources[index]?.(call);
    if (response instanceof Promise) return response.then((given) => given ?? ask(call, index + 1));
    if (response) return response;
  }
  return undefined;
}
