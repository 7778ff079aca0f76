/** The mock behind a socket. Written on `node:http` itself: a layer in between would cost a third of the requests per second. */
import type { Server } from 'node:http';
import type { HttpRequest, HttpResponse } from '../message.js';
import { perTurn } from '../per-turn.js';
import { type ServerLimits, usualLimits } from './limits.js';
import { close } from './listen.js';
import { NodeRequest } from './node-request.js';
import type { Refuse } from './refusal.js';
import { send } from './send.js';
import { type Credentials, openServer } from './server.js';
import type { Turn } from './turn.js';
import { UnderWay } from './under-way.js';

type Respond = (request: HttpRequest) => Promise<HttpResponse>;

/**
 * `respond` for a server of Node.
 * @param limit largest body in bytes
 */
export function toListener(respond: Respond, limit: number, underWay = new UnderWay()): (turn: Turn) => void {
  // Answers that are written one after the other wake their reader once; each by itself, as soon as it is ready, wakes it again and again,
  // which costs more than to make them.
  const write = perTurn<() => void>((answers) => {
    for (const answer of answers) answer();
  });
  return (turn) => {
    // The caller went away, or the connection is to break after what has been said.
    const giveUp = () => {
      turn.outgoing.socket?.destroySoon();
      underWay.end();
    };
    underWay.begin();
    respond(new NodeRequest(turn, limit)).then((response) => write(() => send(response, turn).then(underWay.end, giveUp)), giveUp);
  };
}

export interface HttpServer {
  server: Server;
  /**
   * Ends it and its connections, and waits a moment for what is still answered: what is loaded for an answer after the end of a test is an error
   * that runners of tests print.
   */
  close(): Promise<void>;
}

/**
 * A server that answers with `respond`; it does not listen yet.
 * @param credentials where it is to serve over TLS
 */
export function createHttpServer(
  { respond, refuse }: { respond: Respond; refuse: Refuse },
  limit: number,
  limits: ServerLimits = usualLimits,
  credentials?: Credentials,
): HttpServer {
  const underWay = new UnderWay();
  const server = openServer({ serve: toListener(respond, limit, underWay), refuse, limits }, credentials);
  return {
    server,
    async close() {
      await close(server);
      await underWay.over();
    },
  };
}
