/** Why a request without a key is refused. */
import { keyAdvice } from '../contract/key-advice.js';
import type { HttpRequest } from '../http/message.js';
import { RefusedRequest } from './engine/exchange.js';
import type { MockOperation } from './engine/operations.js';
import type { MockState } from './engine/state.js';

/** @param scheme under which a key is wanted, as its header names it */
export function missingKey({ contract }: MockState, { prepared }: MockOperation, request: HttpRequest, scheme = 'Bearer'): RefusedRequest {
  const advice = keyAdvice(prepared, contract.securitySchemes, request);
  return new RefusedRequest({
    status: 401,
    when: 'missing-key',
    headers: { 'www-authenticate': scheme },
    ...(advice !== undefined && { message: `a key is required; ${advice}` }),
  });
}
