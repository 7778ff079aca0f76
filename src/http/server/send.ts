/** Writes responses to sockets. */
import { type ServerResponse, STATUS_CODES } from 'node:http';
import { type HttpResponse, isStream } from '../message.js';
import type { Turn } from './turn.js';

/** Resolves when the connection takes more, or is gone. */
const drained = (outgoing: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      outgoing.off('drain', done).off('close', done);
      resolve();
    };
    outgoing.on('drain', done).on('close', done);
  });

/** Those of a test may stand still, and the caller has others. */
const { setImmediate } = globalThis;

/** In so many turns of the event loop, of microseconds each, a caller in another process mostly has read what was written. */
const turnsApart = 32;
/** Pieces that are given so many; of a long stream the rest gets one each, so that it does not take minutes. */
const mostApart = 2000;

/** Waits until what was written is read by itself, rather than with what comes next. @param count of pieces so far */
async function untilRead(count: number): Promise<void> {
  for (let turn = count <= mostApart ? turnsApart : 1; turn > 0; turn--) await new Promise((resolve) => setImmediate(resolve));
}

/** Sends a stream, piece by piece, as fast as the caller takes it. @param apart whether pieces are to arrive one by one */
async function sendStream(body: AsyncIterable<string | Uint8Array>, outgoing: ServerResponse, apart = false): Promise<void> {
  outgoing.flushHeaders();
  let count = 0;
  for await (const piece of body) {
    if (outgoing.destroyed) return;
    if (!outgoing.write(piece)) await drained(outgoing);
    if (apart) await untilRead(++count);
  }
  outgoing.end();
}

/**
 * Sends all of a response while its request still comes. It ends when the request does, whose rest is thrown away: a connection that is closed
 * before that is reset, and the response lost to whoever writes first and reads later.
 */
function sendEarly(content: string | Uint8Array | undefined, { incoming, outgoing }: Turn): void {
  if (content === undefined) outgoing.flushHeaders();
  else outgoing.write(content);
  incoming
    .once('end', () => outgoing.end())
    .once('error', () => outgoing.end())
    .resume();
}

/** Ends a response that has been passed on. A connection that goes on is not closed with it, so that nothing has to wait. */
export function endWithRequest({ incoming, outgoing }: Turn): void {
  if (incoming.complete || outgoing.shouldKeepAlive) outgoing.end();
  else
    incoming
      .once('end', () => outgoing.end())
      .once('error', () => outgoing.end())
      .resume();
}

const bodiless = (status: number): boolean => status === 204 || status === 304;

export async function send({ status, headers, body, apart }: HttpResponse, turn: Turn): Promise<void> {
  const { incoming, outgoing, broken, awaitsLeave } = turn;
  const isHead = incoming.method === 'HEAD';
  if (typeof body === 'string') headers['content-length'] = String(Buffer.byteLength(body));
  if (broken) headers.connection = 'close';
  // What has not been asked for does not come, if it is not already here.
  const isEarly = !incoming.complete && !broken && !awaitsLeave;
  if (isEarly && body === null && !bodiless(status)) headers['content-length'] ??= '0';
  if (isEarly && body instanceof Uint8Array) headers['content-length'] ??= String(body.length);
  outgoing.writeHead(status, headers);
  if (isStream(body) && !isHead) return sendStream(body, outgoing, apart);
  const content = isHead || body === null ? undefined : (body as string | Uint8Array);
  if (isEarly) sendEarly(content, turn);
  else outgoing.end(content);
}

/** A whole response as text, for where there is no request that it could be written to. */
export function responseText({ status, headers, body }: HttpResponse): string {
  const lines = Object.entries({ ...headers, 'content-length': Buffer.byteLength(String(body ?? '')), connection: 'close' });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${head}\r\n${body ?? ''}`;
}
