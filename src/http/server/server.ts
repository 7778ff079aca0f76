/** A server that bears with slow, broken and too many callers. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { Admission } from './admission.js';
import { Connection, type Serving } from './connection.js';
import type { ServerRefusal } from './refusal.js';

/** How often Node looks for requests that are too late, in milliseconds. */
const mostBetweenChecks = 1000;

/**
 * Milliseconds for which a connection is kept that nobody uses: longer than clients keep theirs, so that none is closed in the moment in which it is
 * used again.
 */
const keptAlive = 65_000;

const noHost: ServerRefusal = { status: 400, message: 'the header host is required' };

/** What a server proves with who it is. */
export interface Credentials {
  cert: string | Buffer;
  key: string | Buffer;
}

/**
 * It does not listen yet.
 * @param credentials where it is to serve over TLS
 * @throws Error for credentials that are none
 */
export function openServer(serving: Omit<Serving, 'admission'>, credentials?: Credentials): Server {
  const inTime = Math.ceil(serving.limits.requestTimeoutSeconds * 1000);
  const options = {
    headersTimeout: inTime,
    requestTimeout: inTime,
    connectionsCheckingInterval: Math.min(mostBetweenChecks, Math.ceil(inTime / 4)),
    keepAliveTimeout: keptAlive,
    // Node would refuse by itself, without a word.
    requireHostHeader: false,
  };
  const server = credentials ? createSecureServer({ ...options, ...credentials }) : createServer(options);
  // Otherwise Node takes a caller that has said all for one that went away. There is no other way to say so.
  Object.assign(server, { httpAllowHalfOpen: true });
  const shared: Serving = { ...serving, admission: new Admission(serving.limits) };
  const connections = new WeakMap<Duplex, Connection>();
  const connectionOf = (socket: Duplex): Connection => {
    const known = connections.get(socket);
    if (known) return known;
    const connection = new Connection(socket, shared);
    connections.set(socket, connection);
    return connection;
  };
  const take = (incoming: IncomingMessage, outgoing: ServerResponse, refusal?: ServerRefusal, awaitsLeave = false) => {
    const isWithoutHost = incoming.headers.host === undefined && incoming.httpVersionMinor > 0;
    connectionOf(incoming.socket).take(incoming, outgoing, refusal ?? (isWithoutHost ? noHost : undefined), awaitsLeave);
  };
  server.on('request', (incoming, outgoing) => take(incoming, outgoing));
  server.on('checkContinue', (incoming, outgoing) => take(incoming, outgoing, undefined, true));
  server.on('checkExpectation', (incoming, outgoing) =>
    take(incoming, outgoing, { status: 417, message: `expect may be 100-continue only, not ${incoming.headers.expect}` }, true),
  );
  server.on('connect', (_, socket) => connectionOf(socket).close({ status: 405, message: 'CONNECT is not supported' }));
  server.on('clientError', (error, socket) => connectionOf(socket).fail(error));
  return server;
}
