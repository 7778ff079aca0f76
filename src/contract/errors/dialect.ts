/** Which error dialect an operation speaks. */
import { getAt } from '../pointer.js';
import type { Json } from '../prepared/json.js';
import type { PreparedOperation } from '../prepared.js';

/** The dialect in which an operation answers a request with this body. */
export function dialectOf(operation: Pick<PreparedOperation, 'dialect' | 'dialectBranches'>, body: unknown): string {
  for (const { field, values, dialect } of operation.dialectBranches) {
    if (values.includes(getAt(body, `/${field}`) as Json)) return dialect;
  }
  return operation.dialect;
}

/** Statuses of refusals for which nobody has to read the body: without a key, too late, too large, of another type, too much at once. */
const beforeBody = new Set([401, 408, 413, 415, 503]);

/**
 * The dialects in which an operation may answer with a status: that of the body, and where the body need not have been read, any that the
 * operation speaks.
 * @param body `undefined` where it is not known
 */
export function dialectsOf(operation: Pick<PreparedOperation, 'dialect' | 'dialectBranches'>, body: unknown, status: number): string[] {
  const spoken = dialectOf(operation, body);
  if (body !== undefined && !beforeBody.has(status)) return [spoken];
  return [...new Set([spoken, operation.dialect, ...operation.dialectBranches.map(({ dialect }) => dialect)])];
}
