/** Cross-origin requests: any page may call the mock, with credentials and from a public page too. */
import type { HttpRequest } from './message.js';

/** Response headers that a page may read. */
const exposed =
  'x-mock-operation, x-mock-example, x-mock-violations, x-nexconn-contract, x-request-id, http-x-reqid, retry-after, content-range, accept-ranges, allow';

export function addCors(headers: Record<string, string>, request: HttpRequest): void {
  const origin = request.header('origin');
  if (origin === undefined) return;
  headers['access-control-allow-origin'] = origin;
  headers['access-control-allow-credentials'] = 'true';
  headers['access-control-expose-headers'] = exposed;
  headers.vary = 'origin';
}

/** Headers of the answer to a preflight; `undefined` where the request is none. */
export function preflight(request: HttpRequest): Record<string, string> | undefined {
  const method = request.header('access-control-request-method');
  if (request.method !== 'OPTIONS' || method === undefined) return undefined;
  const headers: Record<string, string> = {
    'access-control-allow-methods': method,
    'access-control-allow-headers': request.header('access-control-request-headers') ?? '*',
    'access-control-max-age': '600',
  };
  if (request.header('access-control-request-private-network') === 'true') headers['access-control-allow-private-network'] = 'true';
  addCors(headers, request);
  return headers;
}
