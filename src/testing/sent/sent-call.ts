/** What a call of `fetch` sends, read without a change to what is sent: a body that can be read only once is left to the call. */
import type { CheckedRequest } from '../../check/subject.js';
import { bodyText, largestJudged, unread } from '../../http/body-text.js';
import { joined } from '../../http/bytes/joined.js';
import { inTime, LateError } from '../../in-time.js';
import { type SentHeaders, sentHeaders } from './sent-headers.js';

export type Call = Parameters<typeof fetch>;

export interface SentCall {
  /** As `fetch` sends it. */
  method: string;
  headers: SentHeaders;
  body: CheckedRequest['body'];
  /** Why there is a body that was not read. */
  unread?: string;
}

/** A `Request`, be it that of another implementation of `fetch`. */
const requestOf = (input: Call[0]): Request | undefined =>
  typeof input === 'object' && typeof (input as Request).url === 'string' ? (input as Request) : undefined;

/** That of the call before: most callers ask the same address again. Nobody changes it. */
let last: { text: string; url: URL } | undefined;

const isWhole = /^https?:/i;

/** Where a call goes; `undefined` where `fetch` will refuse the address. */
export function addressOf([input]: Call): URL | undefined {
  try {
    const text = requestOf(input)?.url ?? String(input);
    if (last?.text === text) return last.url;
    const url = new URL(text, globalThis.document?.baseURI ?? globalThis.location?.href);
    // What others mean depends on where the page is.
    if (isWhole.test(text)) last = { text, url };
    return url;
  } catch {
    return undefined;
  }
}

/** As the caller writes it. */
export const methodOf = ([input, init]: Call): string => init?.method ?? requestOf(input)?.method ?? 'GET';

/**
 * What is in memory is read at once, so that nobody waits for it.
 * @throws whatever `fetch` refuses the call with
 */
export function readSent(call: Call): SentCall | Promise<SentCall> {
  const [input, init] = call;
  const request = requestOf(input);
  const method = asSent(methodOf(call));
  const given = init?.headers ?? request?.headers;
  const content = init?.body === undefined || init.body === null ? ofRequest(request) : contentOf(init.body);
  const headers = sentHeaders(given, content.type);
  if (content.unread !== undefined) return { method, headers, body: null, unread: content.unread };
  if (content.read === undefined) return { method, headers, body: undefined };
  if (isNoText.test(headers.get('content-type') ?? '')) return { method, headers, body: null, unread: 'its body is no text' };
  const bytes = content.read();
  if (typeof bytes === 'string' && headers.get('content-encoding') === null) return { method, headers, body: bytes };
  return (async () => ({ method, headers, ...(await textOf(await bytes, headers)) }))();
}

const normalised = /^(?:delete|get|head|options|post|put)$/i;

/** `fetch` writes the usual methods in upper case, and no other. */
const asSent = (method: string): string => (normalised.test(method) ? method.toUpperCase() : method);

/** Media types that no part of the contract is written in. */
const isNoText = /^(?:multipart|image|audio|video)\/|\/octet-stream/i;

/** The body of a call: how to read it, or why not; neither where there is none. */
interface Content {
  /** The content type where the caller names none. */
  type?: string | undefined;
  read?: () => string | Uint8Array | Promise<Uint8Array | undefined>;
  unread?: string;
}

const aStream: Content = { unread: 'its body is a stream' };
const tooLarge = 'its body is too large';

function contentOf(body: unknown): Content {
  if (typeof body === 'string') return { type: 'text/plain;charset=UTF-8', read: () => body };
  if (ArrayBuffer.isView(body)) return { read: () => new Uint8Array(body.buffer, body.byteOffset, body.byteLength) };
  // By what they can do, since each implementation of `fetch` may bring its own.
  switch (kindOf(body)) {
    case 'ArrayBuffer':
      return { read: () => new Uint8Array(body as ArrayBuffer) };
    case 'URLSearchParams':
      return { type: 'application/x-www-form-urlencoded;charset=UTF-8', read: () => String(body) };
    case 'FormData':
      return { type: 'multipart/form-data', unread: 'its body is a form' };
    case 'Blob':
    case 'File':
      return ofBlob(body as Blob);
  }
  const { getReader, pipe, [Symbol.asyncIterator]: iterate } = body as Partial<ReadableStream & NodeJS.ReadableStream>;
  return getReader || pipe || iterate ? aStream : { type: 'text/plain;charset=UTF-8', read: () => String(body) };
}

/** What an object says that it is. Those of happy-dom do not say it. */
function kindOf(body: unknown): string {
  const said = Object.prototype.toString.call(body).slice(8, -1);
  if (said !== 'Object') return said;
  const { arrayBuffer, getAll } = body as Partial<Blob & FormData>;
  if (arrayBuffer) return 'Blob';
  return getAll ? 'FormData' : said;
}

const ofBlob = (blob: Blob): Content => ({
  type: blob.type || undefined,
  ...(blob.size > largestJudged ? { unread: tooLarge } : { read: async () => new Uint8Array(await blob.arrayBuffer()) }),
});

function ofRequest(request: Request | undefined): Content {
  if (!request || request.body === null || /^(?:GET|HEAD)$/i.test(request.method)) return {};
  if (typeof request.clone !== 'function') return request.body === undefined ? {} : contentOf(request.body);
  return { read: () => readInTime(request.clone()) };
}

/** Milliseconds after which a body is taken for one that is still being written. What is in memory is there at once. */
const longestReading = 200;

/** `undefined` for a body that is not there in time, or is too large. */
async function readInTime(copy: Request): Promise<Uint8Array | undefined> {
  const reader = copy.body?.getReader?.();
  try {
    if (!reader) return new Uint8Array(await inTime(copy.arrayBuffer(), longestReading));
    const bytes = await inTime(readAll(reader), longestReading);
    if (bytes) return bytes;
  } catch (error) {
    if (!(error instanceof LateError)) throw error;
  }
  // It ends only when the call itself needs no more either.
  reader?.cancel().catch(() => {});
  return undefined;
}

/** `undefined` where it is too large. */
async function readAll(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  for (let size = 0; size <= largestJudged; ) {
    const { done, value } = await reader.read();
    if (done) return pieces.length === 1 ? pieces[0] : joined(pieces);
    size += value.length;
    pieces.push(value);
  }
  return undefined;
}

async function textOf(bytes: string | Uint8Array | undefined, headers: SentHeaders): Promise<Pick<SentCall, 'body' | 'unread'>> {
  if (bytes === undefined) return { body: null, unread: aStream.unread };
  const given = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  const body = await bodyText(given, (name) => headers.get(name), largestJudged).catch(unread);
  return body === null ? { body, unread: tooLarge } : { body };
}
