/** Why a path that the contract does not have is refused. */
import { nearest } from '../contract/paths/nearest.js';
import type { HttpRequest } from '../http/message.js';
import { RefusedRequest } from './engine/exchange.js';
import type { MockState } from './engine/state.js';

export function unknownPath({ contract }: MockState, { method, path }: HttpRequest): RefusedRequest {
  const like = nearest(contract.operations, path, method);
  return new RefusedRequest({
    status: 404,
    message: `no such path: ${method} ${path}${like ? `; did you mean ${like.method} ${like.path}?` : ''}`,
  });
}
