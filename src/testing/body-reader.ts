/** Reads the body of a response piece by piece: each is checked before it is handed on. */
import { type Finding, findingOf } from '../check/findings/violation.js';
import { Utf8Reader } from '../http/bytes/utf8.js';
import type { Leaving } from './leaving.js';
import type { Settle } from './reaction.js';
import type { FollowedBody } from './record-call.js';

export interface Following {
  body: FollowedBody;
  /** Throws what ends the call. */
  settle: Settle;
  leaving: Leaving;
  /** Bytes that the body has by its head, where that can be known. */
  length?: number | undefined;
}

type Bytes = Uint8Array<ArrayBuffer>;

export class BodyReader {
  /** What the last piece says. */
  text = '';
  readonly #source: ReadableStream<Bytes>;
  #reader: ReadableStreamDefaultReader<Bytes> | undefined;
  readonly #following: Following;
  readonly #decoder = new Utf8Reader();
  #size = 0;

  constructor(source: ReadableStream<Bytes>, following: Following) {
    this.#source = source;
    this.#following = following;
  }

  #locked(): ReadableStreamDefaultReader<Bytes> {
    this.#reader ??= readerFrom(this.#source);
    return this.#reader;
  }

  /** Takes the body, unless somebody else has it. @returns whether it did */
  lock(): boolean {
    try {
      this.#locked();
      return true;
    } catch {
      return false;
    }
  }

  /** The next piece; `undefined` at the end. */
  next(): Promise<Bytes | undefined> {
    return this.#step();
  }

  /** The rest of the body. Waits for nothing that is there already, since most bodies are read so. */
  async rest(): Promise<string> {
    const reader = this.#locked();
    let all = '';
    for (;;) {
      let piece: ReadableStreamReadResult<Bytes>;
      try {
        piece = await reader.read();
      } catch (error) {
        return await this.#lose(error);
      }
      const passing = piece.done ? this.#end() : this.#pass(piece.value);
      if (passing instanceof Promise) await passing;
      all += this.text;
      if (piece.done) return all;
    }
  }

  /** Its source is not waited for: one that keeps a copy of each body, as Mock Service Worker 2 does, never comes to an end. */
  async cancel(reason: unknown): Promise<void> {
    this.#following.body.cancel();
    (this.#reader ?? this.#source).cancel(reason).catch(() => {});
    await this.#following.body.written;
  }

  /** The rest of the body as a stream, from which nothing is read before somebody wants it. */
  stream(): ReadableStream<Bytes> {
    this.#locked();
    const stream = new ReadableStream<Bytes>(
      // Nobody looks at what it comes to.
      { pull: (controller) => this.#step(controller) as Promise<unknown> as Promise<void>, cancel: (reason) => this.cancel(reason) },
      { highWaterMark: 0 },
    );
    return Object.defineProperty(stream, 'getReader', { value: getReader });
  }

  /** One piece on its way. No `async` function, since streams have many of them. @param to whoever gets it */
  #step(to?: ReadableStreamDefaultController<Bytes>): Promise<Bytes | undefined> {
    return this.#locked()
      .read()
      .then(
        (piece) => (piece.done ? this.#end(to) : this.#pass(piece.value, to)),
        (error) => this.#lose(error),
      );
  }

  #pass(piece: Bytes, to?: ReadableStreamDefaultController<Bytes>): Bytes | Promise<Bytes> {
    const { body, settle } = this.#following;
    this.text = typeof piece === 'string' ? piece : this.#decoder.decode(piece, more);
    this.#size += piece.length;
    if (this.text !== '') body.write(this.text, this.#decoder.flaw);
    try {
      const settling = settle();
      if (settling) return this.#passAfter(settling, piece, to);
    } catch (error) {
      this.#refuse(error);
    }
    to?.enqueue(piece);
    return piece;
  }

  async #passAfter(settling: Promise<void>, piece: Bytes, to: ReadableStreamDefaultController<Bytes> | undefined): Promise<Bytes> {
    try {
      await settling;
    } catch (error) {
      this.#refuse(error);
    }
    to?.enqueue(piece);
    return piece;
  }

  /** What ends the call ends the reading of what is still to come. */
  #refuse(error: unknown): never {
    this.cancel(error).catch(() => {});
    throw error;
  }

  #end(to?: ReadableStreamDefaultController<Bytes>): Promise<undefined> | undefined {
    const { body, settle, leaving, length } = this.#following;
    this.text = this.#decoder.decode();
    if (this.text !== '') body.write(this.text, this.#decoder.flaw);
    // Whoever leaves may be told that nothing more comes.
    if (leaving.has()) body.cancel();
    else body.end(length === undefined || length === this.#size ? undefined : otherLength(this.#size, length));
    const settling = body.written ? body.written.then(settle) : settle();
    if (settling) return settling.then(() => to?.close()) as Promise<undefined>;
    to?.close();
    return undefined;
  }

  /** The reading failed. */
  async #lose(error: unknown): Promise<never> {
    const { body, leaving } = this.#following;
    if (leaving.has(error)) body.cancel();
    else body.cut();
    await body.written;
    throw error;
  }
}

const otherLength = (size: number, told: number): Finding =>
  findingOf(
    { part: 'response', in: 'header', pointer: '/content-length' },
    'content-length',
    `must be ${size}, the bytes of the body`,
    told,
  );

const more = { stream: true };

/** Each stream of Node.js has a prototype of its own, by way of which its methods are found slowly. */
function readerFrom(stream: ReadableStream<Bytes>): ReadableStreamDefaultReader<Bytes> {
  const { getReader: take } = stream instanceof ReadableStream ? ReadableStream.prototype : (stream as ReadableStream);
  return take.call(stream) as ReadableStreamDefaultReader<Bytes>;
}

/**
 * Streams of bytes, which fill buffers of their reader, take twice as long as others, and hardly anybody reads so: one is made for those who do. What
 * it hands out is a copy, since a stream of bytes takes away the memory that it is given.
 */
function getReader(this: ReadableStream<Bytes>, options?: ReadableStreamGetReaderOptions) {
  const reader = ReadableStream.prototype.getReader.call(this) as ReadableStreamDefaultReader<Bytes>;
  if (options?.mode !== 'byob') return reader;
  const stream = new ReadableStream({
    type: 'bytes',
    async pull(controller) {
      let piece = await reader.read();
      while (piece.value?.length === 0) piece = await reader.read();
      if (piece.value) return controller.enqueue(piece.value.slice());
      controller.close();
      controller.byobRequest?.respond(0);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return stream.getReader({ mode: 'byob' });
}
