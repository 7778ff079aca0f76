/** Keeps a proxy from observing itself, be it at once or by way of another one. */
import { lookup } from 'node:dns/promises';
import { networkInterfaces } from 'node:os';
import { isLoopback } from '../http/loopback.js';

/** Whether a request has passed a server already (RFC 9110, 7.6.3). */
export const hasPassed = (via: string | undefined, name: string): boolean =>
  (via ?? '').split(',').some((hop) => hop.trim().split(/\s+/)[1] === name);

export const viaWith = (via: string | undefined, name: string): string => `${via === undefined ? '' : `${via}, `}1.1 ${name}`;

const everywhere = ['0.0.0.0', '::'];

/** Whether an address leads to where a server listens. */
export async function leadsTo(target: URL, { host, port }: { host: string; port: number }): Promise<boolean> {
  if (Number(target.port || (target.protocol === 'https:' ? 443 : 80)) !== port) return false;
  const addressesOf = async (name: string) =>
    (await lookup(name.replace(/^\[|\]$/g, ''), { all: true }).catch(() => [])).map(({ address }) => address);
  const own = everywhere.includes(host) ? [...everywhere, ...allOfThisMachine()] : await addressesOf(host);
  const called = await addressesOf(target.hostname);
  return called.some((address) => own.includes(address) || (everywhere.includes(address) && own.some(isLoopback)));
}

const allOfThisMachine = (): string[] =>
  Object.values(networkInterfaces()).flatMap((addresses) => (addresses ?? []).map(({ address }) => address));
