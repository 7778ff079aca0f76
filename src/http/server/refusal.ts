/** What a server refuses by itself, before anybody has read the request. */
import type { HttpRequest, HttpResponse } from '../message.js';

export interface ServerRefusal {
  status: number;
  message: string;
  headers?: Record<string, string>;
}

/** The response to a request that the server refuses, of which nothing may be known. */
export type Refuse = (refusal: ServerRefusal, request: HttpRequest | undefined) => HttpResponse;

type ParseError = NodeJS.ErrnoException & { rawPacket?: Buffer; reason?: string };

/** @returns `undefined` for a connection that nothing can be said on any more */
export function refusalOf({ code = '', reason, message }: ParseError, seconds: number): ServerRefusal | undefined {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return {
      status: 408,
      message: `the request was not here after ${seconds} s; the limit is set by requestTimeoutSeconds (--request-timeout-seconds)`,
    };
  if (code === 'HPE_HEADER_OVERFLOW') return { status: 431, message: 'the path and the headers are larger than 16 KiB' };
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW') return { status: 413, message: 'the extensions of a chunk are larger than 16 KiB' };
  if (code === 'HPE_INVALID_EOF_STATE') return { status: 400, message: 'the request ended before it was complete' };
  return code.startsWith('HPE_') ? { status: 400, message: `this is not HTTP: ${reason ?? message}` } : undefined;
}

const requestLine = /^([A-Z]{1,20}) (\/[^\s?]{0,2000})\S* HTTP\//;

/** What a packet that cannot be read says of its request, if it begins with one. */
export function headOf({ rawPacket }: ParseError): HttpRequest | undefined {
  const [, method, path] = requestLine.exec(rawPacket?.toString('latin1', 0, 4096) ?? '') ?? [];
  if (method === undefined || path === undefined) return undefined;
  return {
    method,
    path,
    query: new URLSearchParams(),
    header: () => undefined,
    headers: () => ({}),
    text: async () => '',
    origin: '',
    signal: undefined,
  };
}
