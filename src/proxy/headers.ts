/** Headers of a message that is passed on. */
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from 'node:http';

/** Those that are about one connection only (RFC 9110, 7.6.1), with `expect`, which the proxy has answered already. */
const hopByHop = [
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
];

/** The headers that go on to the next connection. */
export function endToEnd(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const dropped = new Set([...hopByHop, ...(headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase())]);
  return Object.fromEntries(Object.entries(headers).filter(([name, value]) => value !== undefined && !dropped.has(name)));
}

/** Those of an answer. One without content has no length: whoever is told of one may wait for it. */
export function passedHeaders({ statusCode, headers }: IncomingMessage): OutgoingHttpHeaders {
  const { 'content-length': length, ...others } = endToEnd(headers);
  return length === undefined || statusCode === 204 ? others : { ...others, 'content-length': length };
}

/** Headers with one text each. */
export const joined = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value = '']) => [name, Array.isArray(value) ? value.join(', ') : value]));
