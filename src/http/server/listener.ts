/** The mock behind a socket. Written on `node:http` itself: a layer in between would cost a third of the requests per second. */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { bodyText } from '../body-text.js';
import { BodyTooLargeError, type HttpRequest, type HttpResponse, isStream } from '../message.js';
import { perTurn } from '../per-turn.js';
import { answerMalformed } from './listen.js';

function readBytes(incoming: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      // What comes beyond the limit is read and thrown away, so that the caller gets a response instead of a reset connection.
      if (size > limit) reject(new BodyTooLargeError(limit));
      else chunks.push(chunk);
    });
    incoming.on('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    // Node tells of a caller that went away with an error as well.
    incoming.on('error', reject);
  });
}

const first = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value.join(', ') : value)?.split(',', 1)[0]?.trim();

function originOf({ headers, socket }: IncomingMessage): string {
  const protocol = first(headers['x-forwarded-proto']) ?? ('encrypted' in socket ? 'https' : 'http');
  const host = first(headers['x-forwarded-host']) ?? headers.host ?? `${socket.localAddress}:${socket.localPort}`;
  return `${protocol}://${host}`;
}

const noQuery = new URLSearchParams();

/** What is costly to make, and that few ask for, is made when it is asked for. */
class NodeRequest implements HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly #incoming: IncomingMessage;
  readonly #outgoing: ServerResponse;
  readonly #limit: number;
  #controller: AbortController | undefined;

  constructor(incoming: IncomingMessage, outgoing: ServerResponse, limit: number) {
    const { method = 'GET', url: target = '/' } = incoming;
    // A client that takes this for a proxy sends the whole address (RFC 9112, 3.2.2).
    const url = target.startsWith('/') ? target : target.replace(/^https?:\/\/[^/?]+/i, '') || '/';
    const mark = url.indexOf('?');
    this.method = method;
    this.path = mark === -1 ? url : url.slice(0, mark);
    this.query = mark === -1 ? noQuery : new URLSearchParams(url.slice(mark + 1));
    this.#incoming = incoming;
    this.#outgoing = outgoing;
    this.#limit = limit;
  }

  header(name: string): string | undefined {
    const value = this.#incoming.headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  }

  headers(): Record<string, string> {
    return this.#incoming.headers as Record<string, string>;
  }

  async text(): Promise<string> {
    const bytes = await readBytes(this.#incoming, this.#limit);
    return bodyText(bytes, (name) => this.header(name), this.#limit);
  }

  get origin(): string {
    return originOf(this.#incoming);
  }

  get signal(): AbortSignal {
    if (!this.#controller) {
      const controller = new AbortController();
      this.#controller = controller;
      this.#outgoing.once('close', () => controller.abort());
    }
    return this.#controller.signal;
  }
}

/** Resolves when the connection takes more, or is gone. */
const drained = (outgoing: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      outgoing.off('drain', done).off('close', done);
      resolve();
    };
    outgoing.on('drain', done).on('close', done);
  });

/** Sends a stream, piece by piece, as fast as the caller takes it. */
async function sendStream(body: AsyncIterable<string | Uint8Array>, outgoing: ServerResponse): Promise<void> {
  outgoing.flushHeaders();
  for await (const piece of body) {
    if (outgoing.destroyed) return;
    if (!outgoing.write(piece)) await drained(outgoing);
  }
  outgoing.end();
}

async function send({ status, headers, body }: HttpResponse, outgoing: ServerResponse, isHead: boolean): Promise<void> {
  if (typeof body === 'string') headers['content-length'] = String(Buffer.byteLength(body));
  outgoing.writeHead(status, headers);
  if (isStream(body) && !isHead) await sendStream(body, outgoing);
  else outgoing.end(isHead || body === null ? undefined : (body as string | Uint8Array));
}

type Respond = (request: HttpRequest) => Promise<HttpResponse>;

/** `respond` for a server of Node. */
export function toListener(respond: Respond, limit: number): RequestListener {
  // Answers that are written one after the other wake their reader once; each by itself, as soon as it is ready, wakes it again and again,
  // which costs more than to make them.
  const write = perTurn<() => void>((answers) => {
    for (const answer of answers) answer();
  });
  return (incoming, outgoing) => {
    // The caller went away, or the connection is to break after what has been said.
    const giveUp = () => outgoing.socket?.destroySoon();
    respond(new NodeRequest(incoming, outgoing, limit)).then((response) => {
      if (!incoming.complete) incoming.resume();
      write(() => send(response, outgoing, incoming.method === 'HEAD').catch(giveUp));
    }, giveUp);
  };
}

/** A server that answers with `respond`; it does not listen yet. */
export function createHttpServer(respond: Respond, limit: number): Server {
  const server = createServer(toListener(respond, limit));
  answerMalformed(server);
  return server;
}
