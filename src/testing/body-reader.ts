/** Reads the body of a response piece by piece: each is checked before it is handed on. */
import type { Leaving } from './leaving.js';
import type { Settle } from './reaction.js';
import type { FollowedBody } from './record-call.js';

export interface Following {
  body: FollowedBody;
  /** Throws what ends the call. */
  settle: Settle;
  leaving: Leaving;
}

type Bytes = Uint8Array<ArrayBuffer>;

export class BodyReader {
  /** What the last piece says. */
  text = '';
  readonly #source: ReadableStreamDefaultReader<Bytes>;
  readonly #isOfBytes: boolean;
  readonly #following: Following;
  readonly #decoder = new TextDecoder();

  constructor(source: ReadableStream<Bytes>, following: Following) {
    this.#isOfBytes = isOfBytes(source);
    this.#source = source.getReader();
    this.#following = following;
  }

  /** The next piece; `undefined` at the end. */
  async next(): Promise<Bytes | undefined> {
    const { body, settle, leaving } = this.#following;
    let piece: ReadableStreamReadResult<Bytes>;
    try {
      piece = await this.#source.read();
    } catch (error) {
      if (leaving.has(error)) body.cancel();
      else body.cut();
      await body.written;
      throw error;
    }
    this.#check(piece);
    if (body.written) await body.written;
    try {
      const settling = settle();
      if (settling) await settling;
    } catch (error) {
      // Not waited for: under a stand-in for the network that keeps a copy of each body, it never comes to pass.
      if (!piece.done) this.cancel(error).catch(() => {});
      throw error;
    }
    return piece.value;
  }

  /** The rest of the body. */
  async rest(): Promise<string> {
    let all = '';
    while (await this.next()) all += this.text;
    return all + this.text;
  }

  async cancel(reason: unknown): Promise<void> {
    this.#following.body.cancel();
    await this.#source.cancel(reason);
    await this.#following.body.written;
  }

  /** The rest of the body as a stream, from which nothing is read before somebody wants it. */
  stream(): ReadableStream<Bytes> {
    const cancel = (reason: unknown) => this.cancel(reason);
    if (!this.#isOfBytes)
      return new ReadableStream<Bytes>(
        {
          pull: async (controller) => {
            const piece = await this.next();
            if (piece) controller.enqueue(piece);
            else controller.close();
          },
          cancel,
        },
        { highWaterMark: 0 },
      );
    return new ReadableStream({
      type: 'bytes',
      pull: async (controller) => {
        const piece = await this.next();
        if (piece) return controller.enqueue(piece);
        controller.close();
        controller.byobRequest?.respond(0);
      },
      cancel,
    });
  }

  #check({ done, value }: ReadableStreamReadResult<Bytes>): void {
    const { body, leaving } = this.#following;
    this.text = typeof value === 'string' ? value : this.#decoder.decode(value, { stream: !done });
    if (this.text !== '') body.write(this.text);
    // Whoever leaves may be told that nothing more comes.
    if (done && leaving.has()) body.cancel();
    else if (done) body.end();
  }
}

/** A stream of bytes never hands out the memory of anyone else, and never an empty piece. Others pass what they are given. */
function isOfBytes(stream: ReadableStream<Bytes>): boolean {
  try {
    stream.getReader({ mode: 'byob' }).releaseLock();
    return true;
  } catch {
    return false;
  }
}
