/** Where a mock in Node.js is reached. */
import * as kind from '../../options/kinds.js';

/** A certificate and its private key, as PEM. */
export interface Certificate {
  cert: string | Uint8Array;
  key: string | Uint8Array;
}

export interface ServingOptions {
  /**
   * Path below which the whole mock is, its own paths and the addresses that it hands out among them, such as `/api`.
   * @default none: it is at the root
   */
  basePath?: string;
  /**
   * Whether `listen` serves over TLS: with your own certificate, or with one that it makes for `localhost`, `127.0.0.1`, `::1` and the host
   * that it listens on, and gives back for clients to trust.
   * @default false
   */
  https?: boolean | Certificate;
}

const basePath: kind.Kind<string> = {
  expected: 'a path such as /api, without a slash at its end',
  accepts: (value) => typeof value === 'string' && /^(?:\/(?!\.{1,2}(?:\/|$))[\w.~!$&'()*+,;=:@%-]+)+$/.test(value),
  parse: (text) => (basePath.accepts(text) ? text : undefined),
};

const isPem = (value: unknown): boolean => typeof value === 'string' || value instanceof Uint8Array;

const https = {
  expected: 'true, false, or { cert, key } as PEM',
  accepts(value: unknown) {
    if (typeof value === 'boolean') return true;
    return typeof value === 'object' && value !== null && 'cert' in value && 'key' in value && isPem(value.cert) && isPem(value.key);
  },
  parse: kind.boolean.parse,
};

export const servingOptions = { basePath, https } satisfies Record<keyof ServingOptions, kind.Kind>;
