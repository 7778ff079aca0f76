/** Errors for requests of which little more is known than their path. */
import type { HttpResponse } from '../../http/message.js';
import type { IdSource } from '../id-template.js';
import type { PreparedContract, PreparedOperation } from '../prepared.js';
import { withLongestPrefix } from '../router.js';
import { dialectOf } from './dialect.js';
import { type Refusal, refuse } from './response.js';

/** The first of the operations whose path has the longest beginning in common with this one. */
export const operationNear = ({ operations }: PreparedContract, path: string): PreparedOperation | undefined =>
  withLongestPrefix(operations, path)[0];

/** The dialect of an operation; where there is none, the one that the contract names first. */
export const dialectNear = ({ dialects }: PreparedContract, operation: PreparedOperation | undefined, body: unknown): string =>
  operation ? dialectOf(operation, body) : (Object.keys(dialects)[0] ?? '');

/** @param path absent where the request has none that could be read */
export function refuseNear(contract: PreparedContract, path: string | undefined, refusal: Refusal, source?: IdSource): HttpResponse {
  const operation = path === undefined ? undefined : operationNear(contract, path);
  return refuse(contract, dialectNear(contract, operation, undefined), refusal, operation, source);
}
