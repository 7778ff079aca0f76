/** What a browser asks before a page may call the mock. */
import { allowOrigin } from '../http/cors.js';
import type { HttpRequest, HttpResponse } from '../http/message.js';

/** The response to a preflight; `undefined` where the request is none. */
export function preflight(request: HttpRequest): HttpResponse | undefined {
  const method = request.header('access-control-request-method');
  if (request.method !== 'OPTIONS' || method === undefined) return undefined;
  const headers: Record<string, string> = {
    'access-control-allow-methods': method,
    'access-control-allow-headers': request.header('access-control-request-headers') ?? '*',
    'access-control-max-age': '600',
  };
  if (request.header('access-control-request-private-network') === 'true') headers['access-control-allow-private-network'] = 'true';
  const origin = request.header('origin');
  if (origin !== undefined) allowOrigin(headers, origin);
  return { status: 204, headers, body: null };
}
