/** By what a response, its journal and its recording know an exchange. */
import { ownRequestId, requestIdOf } from '../contract/headers/request-id.js';
import { randomHex } from '../contract/id-template.js';
import type { PreparedContract } from '../contract/prepared.js';
import type { HttpResponse } from '../http/message.js';
import type { Exchange } from './engine/exchange.js';

/** The id that the response has anyway, else one of the mock's own. Either way it stands in a header that all responses have. */
export function identify(contract: PreparedContract, { headers }: HttpResponse, { chance }: Pick<Exchange, 'chance'>): string {
  const id = requestIdOf(contract, (name) => headers[name]) ?? randomHex(32, chance);
  headers[ownRequestId] = id;
  return id;
}
