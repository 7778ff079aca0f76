/** Sends the body of a callback to an address that may be called. */
import { isLoopback } from '../../http/loopback.js';

/** Why an address is not called, which no other try would change. */
export class AddressRefused extends Error {}

/** @returns the status of the answer @throws AddressRefused for an address that is not to be called, Error where there is no answer */
export type Deliver = (address: string, body: string) => Promise<number>;

/** Milliseconds that a call may take. */
export const patience = 5000;

export const headers = { 'content-type': 'application/json' };

/** What a server tells of itself, and takes orders by: a caller of the gateway gives none, and so no callback does. */
const isOwn = (path: string): boolean => /\/__(?:mock|proxy)(?:\/|$)/i.test(unescaped(path));

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** @throws AddressRefused for what is no address of a receiver */
export function parseReceiver(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new AddressRefused('not an http address');
  if (isOwn(url.pathname)) throw new AddressRefused("not called: it is among a mock's own paths");
  return url;
}

export const notLoopback = () => new AddressRefused('not called: only loopback addresses are, unless callbacks are allowed');

/** In a page, which cannot know where a name leads, nor choose what it connects to. @param allowAll whether other machines are called too */
export const deliverFromPage =
  (allowAll: boolean): Deliver =>
  async (address, body) => {
    const url = parseReceiver(address);
    if (!allowAll && !isLoopback(url.hostname)) throw notLoopback();
    const signal = AbortSignal.timeout(patience);
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    await response.body?.cancel();
    return response.status;
  };
