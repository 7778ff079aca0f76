/** Passes a request on to the gateway. */
import http, { type IncomingHttpHeaders } from 'node:http';
import https from 'node:https';
import { dialectOf } from '../contract/errors/dialect.js';
import { refuse } from '../contract/errors/response.js';
import type { PreparedContract, PreparedOperation } from '../contract/prepared.js';
import type { HttpResponse } from '../http/message.js';
import { endToEnd } from './headers.js';

/** Where the gateway is, and the connections to it. */
export interface Gateway {
  target: URL;
  agent: http.Agent;
}

export const gatewayAt = (target: URL): Gateway => ({
  target,
  agent: target.protocol === 'https:' ? new https.Agent({ keepAlive: true }) : new http.Agent({ keepAlive: true }),
});

export interface PassedRequest {
  method: string;
  /** Path and query. */
  url: string;
  headers: IncomingHttpHeaders;
}

/** The address at the gateway of a request to this path and query. */
export const addressOf = ({ target }: Gateway, url: string): string => `${target.origin}${target.pathname.replace(/\/$/, '')}${url}`;

/** The request to the gateway, whose body is still to be written. */
export function passOn({ target, agent }: Gateway, { method, url, headers }: PassedRequest): http.ClientRequest {
  const prefix = target.pathname.replace(/\/$/, '');
  return (target.protocol === 'https:' ? https : http).request({
    agent,
    protocol: target.protocol,
    hostname: target.hostname.replace(/^\[|\]$/g, ''),
    port: target.port,
    method,
    path: prefix + url,
    headers: {
      ...endToEnd(headers),
      host: target.host,
      'x-forwarded-host': headers['x-forwarded-host'] ?? headers.host,
      'x-forwarded-proto': headers['x-forwarded-proto'] ?? 'http',
      // What is compressed could not be checked as it passes.
      'accept-encoding': 'identity',
    },
  });
}

/**
 * The response where the gateway cannot be reached, or broke the connection before it answered.
 * @param operation absent where the request belongs to none
 * @param who passed the request on
 */
export function noResponse(
  contract: PreparedContract,
  operation: PreparedOperation | undefined,
  who: string,
  { target }: Gateway,
  { code, message }: NodeJS.ErrnoException,
): HttpResponse {
  const dialect = operation ? dialectOf(operation, undefined) : (Object.keys(contract.dialects)[0] ?? '');
  return refuse(contract, dialect, { status: 502, message: `${who} got no response from ${target.origin}: ${code ?? message}` });
}
