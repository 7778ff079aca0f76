/** Flags of servers over TLS. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Option } from 'commander';
import { fail } from './fail.js';
import { whyUnread } from './unread.js';

export interface TlsFlags {
  https?: boolean;
  httpsCert?: string;
  httpsKey?: string;
}

export const tlsFlags = (): Option[] => [
  new Option('--https', 'serve over TLS, with a certificate for this machine that is made at the start'),
  new Option('--https-cert <file>', 'serve over TLS with your own certificate (PEM); with --https-key'),
  new Option('--https-key <file>', 'private key of that certificate (PEM)'),
];

function read(flag: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    return fail(`${flag}: ${whyUnread(file, error, 'a file of PEM, or --https alone for a certificate that is made')}.`, 2);
  }
}

/** What the flags say, as an option of the mock. */
export function httpsOf({ https, httpsCert, httpsKey }: TlsFlags): { https?: boolean | { cert: Buffer; key: Buffer } } {
  if (httpsCert === undefined && httpsKey === undefined) return https ? { https } : {};
  if (httpsCert === undefined || httpsKey === undefined)
    return fail('Give both, --https-cert and --https-key: a certificate is nothing without its key.', 2);
  return { https: { cert: read('--https-cert', httpsCert), key: read('--https-key', httpsKey) } };
}

/** A certificate in a file, as clients that are to trust it take it. */
export interface KeptCertificate {
  /** Absent where none can be written. */
  file?: string;
  /** How it comes to be trusted. */
  advice: string;
  remove(): Promise<void>;
}

export async function keepCertificate(certificate: string): Promise<KeptCertificate> {
  let folder: string | undefined;
  try {
    folder = await mkdtemp(join(tmpdir(), 'nexconn-contract-'));
    return await keptIn(folder, certificate);
  } catch (error) {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    // Who trusts whatever comes can be served all the same.
    const advice = [
      `Its certificate is of this start, and cannot be kept for others to trust: ${(error as Error).message}`,
      '  TMPDIR names another folder; curl --insecure does without. One that is trusted already: --https-cert and --https-key.',
    ];
    return { advice: advice.join('\n'), remove: async () => {} };
  }
}

async function keptIn(folder: string, certificate: string): Promise<KeptCertificate> {
  const file = join(folder, 'certificate.pem');
  await writeFile(file, certificate);
  return {
    file,
    advice: [
      `Its certificate is of this start, for this machine: ${file}`,
      `  Node.js trusts it with NODE_EXTRA_CA_CERTS=${file}, curl with --cacert, Python with SSL_CERT_FILE;`,
      '  a browser asks once. One that is trusted already: --https-cert and --https-key.',
    ].join('\n'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
