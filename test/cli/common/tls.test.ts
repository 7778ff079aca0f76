import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, fetch } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCertificate } from '../../../src/http/server/certificate.js';
import { runCommand, runCommandWith } from '../run-command.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tls-'));
  const { cert, key } = makeCertificate(['localhost', '127.0.0.1']);
  await Promise.all([writeFile(join(folder, 'cert.pem'), cert), writeFile(join(folder, 'key.pem'), key)]);
});
afterAll(() => rm(folder, { recursive: true }));

const health = async (url: string, ca: string) => {
  const { status } = await fetch(`${url}/__mock/health`, { dispatcher: new Agent({ connect: { ca } }) });
  return status;
};

test('makes a certificate, says how it comes to be trusted, and takes it away at the end', async () => {
  const { listening, output, child, ended } = runCommand('mock', '--port', '0', '--https', '--base-path', '/api');
  const url = await listening();
  expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/api$/);
  const [, file = ''] = /NODE_EXTRA_CA_CERTS=(\S+\.pem),/.exec(output()) ?? [];
  expect(await health(url, await readFile(file, 'utf8'))).toBe(200);
  expect(output()).toMatch(new RegExp(`Listening on ${url}\n$`));
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
  expect(existsSync(file)).toBe(false);
});

test('serves where no folder takes the certificate, and says what else there is', async () => {
  const { listening, output, child, ended } = runCommandWith({ TMPDIR: join(folder, 'nowhere') }, folder, 'mock', '--port', '0', '--https');
  const url = await listening();
  expect((await fetch(`${url}/__mock/health`, { dispatcher: new Agent({ connect: { rejectUnauthorized: false } }) })).status).toBe(200);
  expect(output()).toMatch(/cannot be kept for others to trust: ENOENT.*\n +TMPDIR names another folder;/);
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0, errors: '' });
});

test('serves with one of your own', async () => {
  const { listening, output } = runCommand(
    'mock',
    '--port',
    '0',
    '--https-cert',
    join(folder, 'cert.pem'),
    '--https-key',
    join(folder, 'key.pem'),
  );
  const url = await listening();
  expect(await health(url, await readFile(join(folder, 'cert.pem'), 'utf8'))).toBe(200);
  expect(output()).not.toContain('NODE_EXTRA_CA_CERTS');
});

test.each([
  ['without its key', ['--https-cert', 'cert.pem'], 'Give both, --https-cert and --https-key: a certificate is nothing without its key.'],
  ['that is not there', ['--https-cert', 'none.pem', '--https-key', 'none.pem'], '--https-cert: There is no none.pem; give a file of PEM'],
  [
    'that is none',
    ['--https-cert', 'package.json', '--https-key', 'package.json'],
    'these are no certificate and its key as PEM (https; --https-cert and --https-key)',
  ],
])('says what is wrong with a certificate %s', async (_, flags, message) => {
  const { code, errors } = await runCommand('mock', '--port', '0', ...flags).ended;
  expect([code, errors]).toEqual([expect.any(Number), expect.stringContaining(message)]);
  expect(code).not.toBe(0);
  expect(errors).not.toMatch(/^\s+at /m);
});

test('says what a base path is', async () => {
  const { code, errors } = await runCommand('mock', '--base-path', 'api').ended;
  expect(code).not.toBe(0);
  expect(errors).toContain('a path such as /api');
});
