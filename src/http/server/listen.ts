/** Lets servers listen. */

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inAddress } from './in-address.js';

/** Connections that wait to be taken: those of a test that opens thousands at once would be refused otherwise. */
const backlog = 4096;

/**
 * Makes a server listen; port 0 takes a free one.
 * @throws Error when the port is taken
 * @throws TypeError for a port that is none: Node would take an object for options of its own, and listen on all addresses
 */
export async function listen(
  server: Server,
  port: number,
  host: string,
  protocol: 'http' | 'https' = 'http',
): Promise<{ url: string; port: number }> {
  if (!Number.isInteger(port)) throw new TypeError(`the port to listen on is a whole number, not ${JSON.stringify(port)}`);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, backlog, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address() as AddressInfo;
  return { url: `${protocol}://${inAddress(address.address)}:${address.port}`, port: address.port };
}

/** Ends a server and its connections. */
export const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
