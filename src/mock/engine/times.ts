/** `Prefer: code=503, times=2`: an error that passes after so many requests. */
import { sessionKey } from '../../http/session-key.js';
import type { Exchange } from './exchange.js';
import type { MockState } from './state.js';

/**
 * Counts a request for a status, per session, operation and status. Once it was answered as often as asked, the request is as if it had not
 * asked. @returns whether that is so
 */
export async function outlastsCode({ store }: MockState, exchange: Exchange): Promise<boolean> {
  const { code, times, session = '', ...others } = exchange.preferences;
  if (code === undefined || times === undefined) return false;
  const number = await store.increment(`${sessionKey(session)}code:${exchange.operation?.prepared.id}:${code}`);
  exchange.stated?.apply('times');
  if (number <= times) return false;
  exchange.stated?.withdraw('code');
  exchange.preferences = { ...others, times, session };
  return true;
}
