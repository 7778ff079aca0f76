/** Passes a request on to the gateway. */
import { randomBytes } from 'node:crypto';
import http, { type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import { pipeline } from 'node:stream';
import { dialectOf } from '../contract/errors/dialect.js';
import { refuse } from '../contract/errors/response.js';
import type { PreparedContract, PreparedOperation } from '../contract/prepared.js';
import type { HttpResponse } from '../http/message.js';
import type { ServerRefusal } from '../http/server/refusal.js';
import { endToEnd, listed, passedHeaders } from './headers.js';
import { hasPassed, viaWith } from './loop.js';

/** Where the gateway is, and the connections to it. */
export interface Gateway {
  target: URL;
  /** Its path, without a slash at the end. */
  prefix: string;
  /** As sockets have it. */
  hostname: string;
  agent: http.Agent;
  /** What whoever passes requests on to it is called on their way. */
  name: string;
}

/**
 * An agent that keeps connections. Between two requests on one, Node listens for no errors of it for a moment: one of that moment would end the
 * process.
 */
export function keptAlive(Agent: typeof http.Agent, options: http.AgentOptions = {}): http.Agent {
  const agent = new Agent({ ...options, keepAlive: true });
  const connect = agent.createConnection;
  agent.createConnection = (...given) => connect.apply(agent, given)?.on('error', () => {});
  return agent;
}

export const gatewayAt = (target: URL): Gateway => ({
  target,
  prefix: target.pathname.replace(/\/$/, ''),
  hostname: target.hostname.replace(/^\[|\]$/g, ''),
  agent: keptAlive(target.protocol === 'https:' ? https.Agent : http.Agent),
  name: `nexconn-contract-${randomBytes(6).toString('hex')}`,
});

export interface PassedRequest {
  method: string;
  /** Path and query. */
  url: string;
  headers: IncomingHttpHeaders;
}

/** The address at the gateway of a request to this path and query. */
export const addressOf = ({ target, prefix }: Gateway, url: string): string => `${target.origin}${prefix}${url}`;

/** Methods whose requests mostly have no body, and need not say so. */
const mostlyEmpty = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT']);

/** The request to the gateway, whose body is still to be written. It is answered, or has an error, or is left. */
export function passOn({ target, prefix, hostname, agent, name }: Gateway, { method, url, headers }: PassedRequest): http.ClientRequest {
  // One that keeps to HTTP/1.0 need not say whom it calls.
  const host = headers['x-forwarded-host'] ?? headers.host;
  const { 'content-length': length, 'transfer-encoding': framing } = headers;
  const upstream = (target.protocol === 'https:' ? https : http).request({
    agent,
    protocol: target.protocol,
    hostname,
    port: target.port,
    method,
    path: prefix + url,
    headers: listed({
      ...endToEnd(headers),
      // By itself, Node.js frames no body of a GET or a DELETE whose length is not known: the gateway would read it as the next request.
      ...(length === undefined && framing !== undefined && { 'transfer-encoding': framing }),
      // And it frames one of a POST that has none.
      ...(length === undefined && framing === undefined && !mostlyEmpty.has(method) && { 'content-length': '0' }),
      host: target.host,
      via: viaWith(headers.via, name),
      ...(host !== undefined && { 'x-forwarded-host': host }),
      'x-forwarded-proto': headers['x-forwarded-proto'] ?? 'http',
      // What is compressed could not be checked as it passes.
      'accept-encoding': 'identity',
    }),
  });
  // Nobody asked for another protocol. By itself, Node.js closes the connection then and says nothing.
  return upstream.on('upgrade', (_, socket) => {
    socket.on('error', () => {}).destroy();
    upstream.emit('error', new Error('it changed the protocol'));
  });
}

/** Whether a status can be passed on: a server of Node.js sends no others. */
export const isStatus = (status: number): boolean => status >= 200 && status <= 999;

/** The words after a status, which may be any bytes. */
export const reasonOf = (message = ''): string => message.replace(/[^\t\x20-\x7e\x80-\xff]/g, ' ');

/** Passes on what is no call of the contract. */
export function passUnseen(gateway: Gateway, url: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method = 'GET', headers } = incoming;
  const upstream = passOn(gateway, { method, url, headers });
  const refuse = () => void outgoing.writeHead(502).end();
  // What goes wrong once there is a response, is told by that.
  upstream.once('error', refuse).on('error', () => {});
  upstream.once('response', (response) => {
    upstream.off('error', refuse);
    const { statusCode = 0 } = response;
    try {
      if (!isStatus(statusCode)) throw new Error(`it answered with the status ${statusCode}`);
      outgoing.writeHead(statusCode, listed(passedHeaders(response)));
    } catch {
      // There are headers that Node.js reads and does not write.
      response.destroy();
      refuse();
      return;
    }
    pipeline(response, outgoing, () => {});
  });
  outgoing.on('close', () => upstream.destroy());
  incoming.pipe(upstream);
}

/** An error of whoever passes requests on, in the dialect of the operation, if there is one. */
export function refusal(
  contract: PreparedContract,
  operation: PreparedOperation | undefined,
  status: number,
  message: string,
): HttpResponse {
  const dialect = operation ? dialectOf(operation, undefined) : (Object.keys(contract.dialects)[0] ?? '');
  return refuse(contract, dialect, { status, message });
}

/** @param who passed the request on */
export const whyNoResponse = (who: string, { target }: Gateway, { code, message }: NodeJS.ErrnoException): string =>
  `${who} got no response from ${target.origin}: ${code ?? message}`;

/**
 * The response where the gateway cannot be reached, or broke the connection before it answered.
 * @param operation absent where the request belongs to none
 * @param who passed the request on
 */
export const noResponse = (
  contract: PreparedContract,
  operation: PreparedOperation | undefined,
  who: string,
  gateway: Gateway,
  error: NodeJS.ErrnoException,
): HttpResponse => refusal(contract, operation, 502, whyNoResponse(who, gateway, error));

/** Why a request that comes back to whoever passed it on is not passed on again; `undefined` for all others. */
export const whyInCircle = (who: string, { target, name }: Gateway, via: string | undefined): ServerRefusal | undefined =>
  hasPassed(via, name)
    ? {
        status: 508,
        message: `${who} observes itself: what it passes on to ${target.origin} comes back to it. Give it the address of the gateway`,
      }
    : undefined;
