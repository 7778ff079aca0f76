/** What an operation declares for a status of its answers. */
import type { PreparedOperation, PreparedResponse } from '../prepared.js';

/** `default` is for errors only, so that it excuses no unknown success. */
export const declaredResponse = ({ responses }: Pick<PreparedOperation, 'responses'>, status: number): PreparedResponse | undefined =>
  responses[status] ?? (status >= 400 ? responses.default : undefined);
