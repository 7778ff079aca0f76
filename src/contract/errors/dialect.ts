/** Which error dialect an operation speaks. */
import { getAt } from '../pointer.js';
import type { Json, PreparedOperation } from '../prepared.js';

/** The dialect in which an operation answers a request with this body. */
export function dialectOf(operation: Pick<PreparedOperation, 'dialect' | 'dialectBranches'>, body: unknown): string {
  for (const { field, values, dialect } of operation.dialectBranches) {
    if (values.includes(getAt(body, `/${field}`) as Json)) return dialect;
  }
  return operation.dialect;
}
