import { createPrivateKey, X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeCertificate } from '../../../src/http/server/certificate.js';

test('is for the hosts that were named, and signed by itself', () => {
  const { cert, key } = makeCertificate(['localhost', '127.0.0.1', '::1', 'fe80::1:2', 'mock.test']);
  const read = new X509Certificate(cert);
  expect(read.subjectAltName).toBe(
    'DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1, IP Address:FE80:0:0:0:0:0:1:2, DNS:mock.test',
  );
  expect([read.checkHost('localhost'), read.checkIP('127.0.0.1'), read.checkIP('::1'), read.checkHost('other.test')]).toEqual([
    'localhost',
    '127.0.0.1',
    '::1',
    undefined,
  ]);
  expect(read.verify(read.publicKey)).toBe(true);
  expect(read.checkPrivateKey(createPrivateKey(key))).toBe(true);
  expect(read.ca).toBe(false);
});

test('can be used from before now on, for a year', () => {
  const { validFrom, validTo } = new X509Certificate(makeCertificate(['localhost']).cert);
  const days = (time: string) => (Date.parse(time) - Date.now()) / 86_400_000;
  expect(days(validFrom)).toBeLessThan(-0.9);
  expect(days(validTo)).toBeGreaterThan(365);
  expect(days(validTo) - days(validFrom)).toBeLessThan(398);
});

test('has a number of its own, and one that is read in full', () => {
  const serials = Array.from({ length: 20 }, () => new X509Certificate(makeCertificate(['localhost']).cert).serialNumber);
  expect(new Set(serials).size).toBe(20);
  for (const serial of serials) expect(serial).toMatch(/^[4-7][0-9A-F]{31}$/);
});
