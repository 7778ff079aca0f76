/** The id that a server gives an exchange, by which its operators, logs and recordings know it. */
import type { HeaderLookup } from '../../http/message.js';
import type { PreparedContract } from '../prepared.js';

/** What a mock calls the exchange, whether or not the gateway has a header for it. */
export const ownRequestId = 'x-mock-request';

/** Of the headers that hold one, the first that is there counts; `undefined` where none is. */
export function requestIdOf({ ownedHeaders }: Pick<PreparedContract, 'ownedHeaders'>, header: HeaderLookup): string | undefined {
  for (const name in ownedHeaders) {
    const value = header(name);
    if (value) return value;
  }
  return header(ownRequestId) || undefined;
}
