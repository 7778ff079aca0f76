/** A request as it came over a socket. */

import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { bodyText } from '../body-text.js';
import { BodyTooLargeError, BrokenRequestError, type HttpRequest } from '../message.js';
import { inAddress } from './in-address.js';
import type { ServerRefusal } from './refusal.js';
import type { Turn } from './turn.js';

/** Bytes from which on memory for a whole body is taken at once, not piece by piece and then again. */
const large = 256 * 1024;

const asError = ({ status, message, headers }: ServerRefusal) => new BrokenRequestError(status, message, headers);

function readBytes(turn: Turn, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const { incoming, broken } = turn;
    if (broken) throw broken;
    const declared = Number(incoming.headers['content-length'] ?? 0);
    if (declared > limit) throw new BodyTooLargeError(limit);
    const noRoom = turn.hold(declared);
    if (noRoom) throw asError(noRoom);
    const whole = declared < large ? undefined : Buffer.allocUnsafeSlow(declared);
    let chunks: Buffer[] | undefined = [];
    let size = 0;
    const refuse = (error: Error) => {
      // What still comes is read and thrown away, so that the caller gets a response instead of a reset connection.
      chunks = undefined;
      turn.free();
      reject(error);
    };
    turn.onBroken = refuse;
    turn.askForBody();
    incoming.on('data', (chunk: Buffer) => {
      if (!chunks) return;
      const before = size;
      size += chunk.length;
      if (whole) return void chunk.copy(whole, before);
      if (size > limit) return refuse(new BodyTooLargeError(limit));
      const full = size > declared ? turn.hold(size - Math.max(before, declared)) : undefined;
      if (full) refuse(asError(full));
      else chunks.push(chunk);
    });
    incoming.on('end', () => {
      turn.onBroken = undefined;
      if (chunks) resolve(whole ?? (chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    });
    // Node tells of a caller that went away with an error as well.
    incoming.on('error', () => refuse(new BrokenRequestError(400, 'the caller left before the body was complete', undefined, true)));
  });
}

const first = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value.join(', ') : value)?.split(',', 1)[0]?.trim();

/** A host, with its port; what else stands there is none, and goes into no address. */
const host = /^(?:[a-z\d._-]+|\[[a-f\d:.]+\])(?::\d{1,5})?$/i;

/** The first of the values that may be one. */
const firstThat = (is: RegExp, ...values: (string | undefined)[]): string | undefined =>
  values.find((value) => value !== undefined && is.test(value));

function originOf({ headers, socket }: IncomingMessage): string {
  const protocol =
    firstThat(/^https?$/i, first(headers['x-forwarded-proto'])) ?? ((socket as Partial<TLSSocket>).encrypted === true ? 'https' : 'http');
  const named = firstThat(host, first(headers['x-forwarded-host']), headers.host);
  const { localAddress = '', localPort } = socket;
  return `${protocol.toLowerCase()}://${named ?? `${inAddress(localAddress)}:${localPort}`}`;
}

/** The target below the server. A client that takes it for a proxy sends the whole address (RFC 9112, 3.2.2). */
export const originForm = (target = '/'): string =>
  (target.startsWith('/') ? target : target.replace(/^https?:\/\/[^/?]*/i, '') || '/').replace(/^\?/, '/?');

const noQuery = new URLSearchParams();

/** What is costly to make, and that few ask for, is made when it is asked for. */
export class NodeRequest implements HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly #turn: Turn;
  readonly #limit: number;
  #controller: AbortController | undefined;

  /** @param limit largest body in bytes */
  constructor(turn: Turn, limit: number) {
    const { method = 'GET', url: target } = turn.incoming;
    const url = originForm(target);
    const mark = url.indexOf('?');
    this.method = method;
    this.path = mark === -1 ? url : url.slice(0, mark);
    this.query = mark === -1 ? noQuery : new URLSearchParams(url.slice(mark + 1));
    this.#turn = turn;
    this.#limit = limit;
  }

  header(name: string): string | undefined {
    const value = this.#turn.incoming.headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  }

  headers(): Record<string, string> {
    return this.#turn.incoming.headers as Record<string, string>;
  }

  async text(): Promise<string> {
    const bytes = await readBytes(this.#turn, this.#limit);
    return bodyText(bytes, (name) => this.header(name), this.#limit);
  }

  get origin(): string {
    return originOf(this.#turn.incoming);
  }

  get listensOn(): string | undefined {
    const socket: Socket & { server?: Server } = this.#turn.incoming.socket;
    const address = socket.server?.address();
    return address && typeof address === 'object' ? address.address : socket.localAddress;
  }

  get signal(): AbortSignal {
    if (!this.#controller) {
      const { outgoing } = this.#turn;
      const controller = new AbortController();
      this.#controller = controller;
      // A caller that left before it was first asked for is told of no more.
      if (outgoing.closed) controller.abort();
      else outgoing.once('close', () => controller.abort());
    }
    return this.#controller.signal;
  }
}
