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

/** How often a header is there; Node tells of one alone. @param name in lower case */
function timesThere(name: string, { rawHeaders }: IncomingMessage): number {
  let times = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const other = rawHeaders[index] as string;
    if (other.length === name.length && other.toLowerCase() === name) times++;
  }
  return times;
}

/** What Node lets pass, and HTTP does not (RFC 9112, 3.2 and 6.1): two servers might take it for different things. */
function whyRefused(incoming: IncomingMessage): ServerRefusal | undefined {
  const hosts = timesThere('host', incoming);
  if (hosts === 0 && incoming.httpVersionMinor > 0) return { status: 400, message: 'the header host is required' };
  if (hosts > 1) return { status: 400, message: 'the header host is there twice' };
  const coding = incoming.headers['transfer-encoding'];
  return coding === undefined || coding.toLowerCase() === 'chunked'
    ? undefined
    : { status: 501, message: `transfer-encoding may be chunked only, not ${coding}` };
}

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
    connectionOf(incoming.socket).take(incoming, outgoing, refusal ?? whyRefused(incoming), awaitsLeave);
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
