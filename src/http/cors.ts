/** Cross-origin requests: any page may call the mock, with credentials and from a public page too. */
import type { HttpRequest } from './message.js';

function allowOrigin(headers: Record<string, string>, origin: string): void {
  headers['access-control-allow-origin'] = origin;
  headers['access-control-allow-credentials'] = 'true';
  headers.vary = 'origin';
}

/** Lets the page that has sent a request read the response, with all headers that it has: with credentials, `*` would not do. */
export function addCors(headers: Record<string, string>, request: HttpRequest): void {
  const origin = request.header('origin');
  if (origin === undefined) return;
  headers['access-control-expose-headers'] = Object.keys(headers).join(', ');
  allowOrigin(headers, origin);
}

/** Headers of the response to a preflight; `undefined` where the request is none. */
export function preflight(request: HttpRequest): Record<string, string> | undefined {
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
  return headers;
}
