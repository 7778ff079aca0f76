/** Cross-origin requests: any page may call the mock, with credentials and from a public page too. */
import type { HttpRequest } from './message.js';

/** Lets a page of that origin have the response, with credentials. */
export function allowOrigin(headers: Record<string, string>, origin: string): void {
  headers['access-control-allow-origin'] = origin;
  headers['access-control-allow-credentials'] = 'true';
  headers.vary = headers.vary === undefined ? 'origin' : `${headers.vary}, origin`;
}

/** Lets the page that has sent a request read the response, with all headers that it has: with credentials, `*` would not do. */
export function addCors(headers: Record<string, string>, request: Pick<HttpRequest, 'header'>): void {
  const origin = request.header('origin');
  if (origin === undefined) return;
  headers['access-control-expose-headers'] = Object.keys(headers).join(', ');
  allowOrigin(headers, origin);
}
