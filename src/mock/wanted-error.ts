/** The error that `Prefer: code=` asks for. */
import { dialectOf } from '../contract/errors/dialect.js';
import { documentedErrors, plannedError } from '../contract/errors/response.js';
import type { PreparedError } from '../contract/prepared.js';
import { type Exchange, RefusedRequest } from './engine/exchange.js';
import type { MockOperation } from './engine/operations.js';
import type { MockState, WantedError } from './engine/state.js';

/**
 * The general one of that status, as by any other way, or one of its special cases by name.
 * @throws RefusedRequest where there is none of that status, or of that name
 */
export function wantedError(
  { contract }: MockState,
  { prepared }: MockOperation,
  { body, preferences: { example: name } }: Exchange,
  status: number,
): WantedError {
  if (!prepared.responses[status] && !prepared.responses.default) {
    throw new RefusedRequest({
      status: 404,
      message: `Prefer: code must be one of ${Object.keys(prepared.responses).join(', ')}, got ${status}`,
    });
  }
  const dialect = dialectOf(prepared, body);
  if (name === undefined) return { status, ...plannedError(contract, dialect, status), asked: body };
  const own: PreparedError[] = prepared.examples.flatMap((one) =>
    one.status === status ? { name: one.name, body: one.body ?? null } : [],
  );
  const named = [...own, ...documentedErrors(contract, dialect, status)];
  const chosen = named.find((error) => error.name === name);
  if (chosen) return { ...chosen, status, asked: body };
  const names = named.map((error) => error.name).join(', ');
  const advice = names === '' ? `cannot be one of ${status}, which has none` : `must be one of ${names} for ${status}`;
  throw new RefusedRequest({ status: 404, message: `Prefer: example ${advice}, got ${name}` });
}
