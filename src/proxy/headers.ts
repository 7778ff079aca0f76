/** Headers of a message that is passed on. */
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from 'node:http';

/** Those that are about one connection only (RFC 9110, 7.6.1), with `expect`, which the proxy has answered already. */
const hopByHop = new Set([
  'connection',
  'expect',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** The headers that go on to the next connection. */
export function endToEnd(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const { connection = '' } = headers;
  // Those that it names go no further either; most name none.
  const named = hopByHop.has(connection) ? noNames : connection.split(',').map((name) => name.trim().toLowerCase());
  const kept: OutgoingHttpHeaders = {};
  for (const name in headers) if (headers[name] !== undefined && !hopByHop.has(name) && !named.includes(name)) kept[name] = headers[name];
  return kept;
}

const noNames: readonly string[] = [];

/** Those of an answer. One without content has no length: whoever is told of one may wait for it. */
export function passedHeaders({ statusCode, headers }: IncomingMessage): OutgoingHttpHeaders {
  const kept = endToEnd(headers);
  if (statusCode === 204) delete kept['content-length'];
  return kept;
}

/** As lists of names and values, which Node.js writes down as they are: each is looked at once, and no more. */
export function listed(headers: OutgoingHttpHeaders): string[] {
  const list: string[] = [];
  for (const name in headers) {
    const value = headers[name];
    if (Array.isArray(value)) for (const one of value) list.push(name, one);
    else if (value !== undefined) list.push(name, String(value));
  }
  return list;
}

/** Headers with one text each. */
export function joined(headers: IncomingHttpHeaders): Record<string, string> {
  const all: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name] ?? '';
    all[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return all;
}
