/** Sends the body of a callback from Node.js: what is connected to is what was checked, whatever a name says a moment later. */
import type { LookupAddress } from 'node:dns';
import dns from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { isLoopback } from '../../http/loopback.js';
import { inTime } from '../../in-time.js';
import { type Deliver, headers, notLoopback, parseReceiver, patience } from './deliver.js';

/** Bytes of an answer that are read, so that who sends it may end: nobody looks at them. */
const mostRead = 64 * 1024;

/** @param allowAll whether other machines are called too */
export const deliverFromNode =
  (allowAll: boolean): Deliver =>
  async (address, body) => {
    const url = parseReceiver(address);
    const signal = AbortSignal.timeout(patience);
    const addresses = await addressesOf(url.hostname);
    const allowed = allowAll ? addresses : addresses.filter(({ address }) => isLoopback(address));
    const [first] = allowed;
    if (!first) throw notLoopback();
    return post(url, body, {
      signal,
      lookup: (_host, { all }, found) => (all ? found(null, allowed) : found(null, first.address, first.family)),
    });
  };

/** Where a name leads, or the address that it is. A URL has IPv4 addresses in one form, however they were written. */
async function addressesOf(hostname: string): Promise<LookupAddress[]> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family }];
  return inTime(dns.lookup(host, { all: true }), patience);
}

/** Redirects are answers like others. */
const post = (url: URL, body: string, how: Pick<http.RequestOptions, 'signal' | 'lookup'>): Promise<number> =>
  new Promise((resolve, reject) => {
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    const sent = (url.protocol === 'https:' ? https : http).request(url, {
      ...how,
      method: 'POST',
      headers: { ...headers, ...length },
      agent: false,
    });
    sent.on('error', ({ name, message }) => reject(new Error(name === 'AbortError' ? `no answer in ${patience} ms` : message)));
    sent.on('response', (response) => {
      resolve(response.statusCode ?? 0);
      readSome(response);
    });
    sent.end(body);
  });

function readSome(response: http.IncomingMessage): void {
  let size = 0;
  response.on('error', () => {});
  response.on('data', (piece: Buffer) => {
    size += piece.length;
    if (size > mostRead) response.destroy();
  });
}
