/** The mock behind a socket. Written on `node:http` itself: a layer in between would cost a third of the requests per second. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BodyTooLargeError, isStream, type MockRequest, type MockResponse } from './exchange.js';

function readText(incoming: IncomingMessage, limit: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let whole: Buffer | undefined;
    let chunks: Buffer[] | undefined;
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      // What comes beyond the limit is read and thrown away, so that the caller gets an answer instead of a reset connection.
      if (size > limit) reject(new BodyTooLargeError(limit));
      else if (chunks) chunks.push(chunk);
      else if (whole) chunks = [whole, chunk];
      else whole = chunk;
    });
    incoming.on('end', () => resolve((chunks ? Buffer.concat(chunks) : (whole ?? '')).toString()));
    incoming.on('error', reject);
    incoming.on('close', () => {
      if (!incoming.complete) reject(new Error('the caller went away'));
    });
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

function toMockRequest(incoming: IncomingMessage, outgoing: ServerResponse, limit: number): MockRequest {
  const url = incoming.url ?? '/';
  const mark = url.indexOf('?');
  let controller: AbortController | undefined;
  return {
    method: incoming.method ?? 'GET',
    path: mark === -1 ? url : url.slice(0, mark),
    query: mark === -1 ? noQuery : new URLSearchParams(url.slice(mark + 1)),
    header(name) {
      const value = incoming.headers[name];
      return Array.isArray(value) ? value.join(', ') : value;
    },
    headers: () => incoming.headers as Record<string, string>,
    text: () => readText(incoming, limit),
    get origin() {
      return originOf(incoming);
    },
    // Only streams and waits ask for it.
    get signal() {
      if (!controller) {
        const created = new AbortController();
        controller = created;
        outgoing.once('close', () => created.abort());
      }
      return controller.signal;
    },
  };
}

async function send({ status, headers, body }: MockResponse, outgoing: ServerResponse, isHead: boolean): Promise<void> {
  if (isStream(body) && !isHead) {
    outgoing.writeHead(status, headers);
    outgoing.flushHeaders();
    try {
      await pipeline(Readable.from(body, { objectMode: true, highWaterMark: 1 }), outgoing);
    } catch {
      // The caller went away, or the connection is to break: either way nothing is left to say.
      outgoing.destroy();
    }
    return;
  }
  if (typeof body === 'string') headers['content-length'] = String(Buffer.byteLength(body));
  outgoing.writeHead(status, headers);
  outgoing.end(isHead || body === null ? undefined : (body as string | Uint8Array));
}

/** A server that answers with `respond`; it does not listen yet. */
export function createHttpServer(respond: (request: MockRequest) => Promise<MockResponse>, limit: number): Server {
  const server = createServer((incoming, outgoing) => {
    respond(toMockRequest(incoming, outgoing, limit))
      .then((response) => {
        if (!incoming.complete) incoming.resume();
        return send(response, outgoing, incoming.method === 'HEAD');
      })
      .catch(() => outgoing.destroy());
  });
  // A malformed request line or header gets an answer too.
  server.on('clientError', (_, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
  });
  return server;
}

/**
 * Makes a server listen; port 0 takes a free one.
 * @throws Error when the port is taken
 */
export async function listen(server: Server, port: number, host: string): Promise<{ url: string; port: number }> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return { url: `http://${name}:${address.port}`, port: address.port };
}

/** Ends a server and its connections. */
export const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
