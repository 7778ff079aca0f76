/** A request and a response, free of the HTTP implementation that carries them. */

/** Value of a header, if there is one; the name in lower case. */
export type HeaderLookup = (name: string) => string | null | undefined;

export interface HttpRequest {
  /** Upper case. */
  method: string;
  /** Path as it is on the wire, without the query. */
  path: string;
  query: URLSearchParams;
  /** Value of a header; the name in lower case. */
  header(name: string): string | undefined;
  /** All headers, names in lower case. */
  headers(): Record<string, string>;
  /**
   * The whole body as text.
   * @throws BodyTooLargeError above the limit; BrokenRequestError where it does not come; UnreadableBodyError for bytes that cannot be read as text
   */
  text(): Promise<string>;
  /** Address that the caller used, such as `http://127.0.0.1:4010`. */
  origin: string;
  /** IP address that the server listens on, or that the connection came in at; absent without a socket. */
  listensOn?: string | undefined;
  /** Name of the session, where the address told it. */
  session?: string;
  /** Aborted when the caller goes away. */
  signal: AbortSignal | undefined;
}

export type HttpBody = string | Uint8Array | AsyncIterable<string | Uint8Array> | null;

export interface HttpResponse {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: HttpBody;
  /** Whether the pieces of its body are to arrive one by one: else what is written at once is read at once. */
  apart?: boolean;
}

export class BodyTooLargeError extends Error {
  constructor(readonly limit: number) {
    super(`the body is larger than ${limit} bytes`);
  }
}

/** A request that does not come as a whole, or for which there is no room. The message says why. */
export class BrokenRequestError extends Error {
  /** The one at fault, where it is a header. */
  readonly header?: string;

  /** @param isLeft whether nobody is there any more to read the response */
  constructor(
    readonly status: number,
    message: string,
    readonly headers?: Record<string, string>,
    readonly isLeft = false,
  ) {
    super(message);
  }
}

/** A body whose bytes are no text that can be read. The message says what would be. */
export class UnreadableBodyError extends BrokenRequestError {
  /**
   * @param status that tells the caller so; @param header the one at fault; @param expected what it must be
   * @param encodings those that may be sent, where it is for one that may not
   */
  constructor(
    status: 400 | 415,
    message: string,
    override readonly header: 'content-encoding' | 'content-type',
    readonly expected: string,
    encodings?: readonly string[],
  ) {
    // Tells a client that it is for the encoding, and which it may send (RFC 9110, 15.5.16).
    super(status, message, encodings && { 'accept-encoding': encodings.join(', ') });
  }
}

/** Thrown by a stream that is to end with a dropped connection instead of an end. */
export class DroppedConnection extends Error {
  constructor() {
    super('the connection was dropped on request');
  }
}

export const isStream = (body: HttpBody): body is AsyncIterable<string | Uint8Array> =>
  body !== null && typeof body === 'object' && Symbol.asyncIterator in body;
