/**
 * A certificate for servers on this machine, signed by itself. Written out here, since Node.js makes none, and a library for it takes 9 MB and
 * two dozen packages: all that is needed is one fixed form of X.509 (RFC 5280, 4.1), in DER (ITU-T X.690).
 */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';

const day = 86_400_000;

/** What clients take no longer than: 398 days. */
const validDays = 397;

function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const integer = (bytes: Uint8Array) => der(0x02, bytes);
const bits = (bytes: Uint8Array, unused = 0) => der(0x03, Buffer.from([unused]), bytes);
/** As UTCTime, which it has to be until 2049. */
const time = (at: number) => der(0x17, Buffer.from(new Date(at).toISOString().replace(/^..|[-:T]|\.\d+/g, '')));

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));

/** `CN=<name>`. */
const named = (name: string) => sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(name)))));

const extension = (id: string, isCritical: boolean, value: Uint8Array) =>
  sequence(oid(id), ...(isCritical ? [der(0x01, Buffer.from([0xff]))] : []), der(0x04, value));

/** The bytes of an IP address, of either version. */
function ipBytes(address: string): Buffer {
  if (isIP(address) === 4) return Buffer.from(address.split('.').map(Number));
  const { hostname } = new URL(`http://[${address.replace(/%.*/, '')}]`);
  const [before = '', after] = hostname.slice(1, -1).split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16)));
  const [head, tail] = [groups(before), groups(after ?? '')];
  const whole = [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail];
  return Buffer.from(whole.flatMap((group) => [group >> 8, group & 0xff]));
}

const alternativeName = (host: string) => (isIP(host) ? der(0x87, ipBytes(host)) : der(0x82, Buffer.from(host)));

const pem = (label: string, bytes: Buffer) =>
  `-----BEGIN ${label}-----\n${bytes.toString('base64').replace(/.{64}(?=.)/g, '$&\n')}\n-----END ${label}-----\n`;

/**
 * @param hosts names and IP addresses that it is for
 * @returns both as PEM
 */
export function makeCertificate(hosts: readonly string[]): { cert: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const publicInfo = publicKey.export({ type: 'spki', format: 'der' });
  const now = Date.now();
  const name = named('nexconn-contract mock');
  const serial = randomBytes(16);
  // Not negative, and no zero at the beginning.
  serial.writeUInt8((serial.readUInt8() & 0x3f) | 0x40);
  const extensions = sequence(
    extension('551d13', true, sequence()), // basicConstraints: no authority, so that who trusts it trusts nothing else
    extension('551d0f', true, bits(Buffer.from([0x80]), 7)), // keyUsage: digitalSignature
    extension('551d25', false, sequence(oid('2b06010505070301'))), // extKeyUsage: serverAuth
    extension('551d0e', false, der(0x04, createHash('sha1').update(publicInfo).digest())), // subjectKeyIdentifier
    extension('551d11', false, sequence(...hosts.map(alternativeName))), // subjectAltName
  );
  const toBeSigned = sequence(
    der(0xa0, integer(Buffer.from([2]))), // version 3
    integer(serial),
    ecdsaWithSha256,
    name,
    sequence(time(now - day), time(now + (validDays - 1) * day)),
    name,
    publicInfo,
    der(0xa3, extensions),
  );
  const certificate = sequence(toBeSigned, ecdsaWithSha256, bits(sign('sha256', toBeSigned, privateKey)));
  return { cert: pem('CERTIFICATE', certificate), key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string };
}
