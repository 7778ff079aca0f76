/** What a mock proves with who it is, where it serves over TLS. */
import { hostname } from 'node:os';
import { createSecureContext } from 'node:tls';
import { makeCertificate } from '../../http/server/certificate.js';
import type { Credentials } from '../../http/server/server.js';
import type { ServingOptions } from './options.js';

const loopback = ['localhost', '127.0.0.1', '::1'];

/** That listens on all addresses, of which other machines know one name. */
const isEverywhere = (host: string) => host === '0.0.0.0' || host === '::';

interface Proof {
  credentials: Credentials;
  /** The certificate, where it was made for this. */
  made?: string;
}

const asBuffer = (pem: string | Uint8Array): string | Buffer => (typeof pem === 'string' ? pem : Buffer.from(pem));

/**
 * @returns `undefined` where there is to be no TLS
 * @throws Error for a certificate that is none, or has another key
 */
export function proofOf(https: ServingOptions['https'], host: string): Proof | undefined {
  if (https === undefined || https === false) return undefined;
  if (https !== true) {
    const given = { cert: asBuffer(https.cert), key: asBuffer(https.key) };
    try {
      createSecureContext(given);
    } catch (cause) {
      const message = `these are no certificate and its key as PEM (https; --https-cert and --https-key): ${(cause as Error).message}`;
      throw new Error(message, { cause });
    }
    return { credentials: given };
  }
  const credentials = makeCertificate([...new Set([...loopback, isEverywhere(host) ? hostname() : host])]);
  return { credentials, made: credentials.cert };
}
