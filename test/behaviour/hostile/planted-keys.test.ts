/** Keys that are planted wherever requests, addresses and files have them come out of no output. */

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLog } from '../../../src/cli/common/log.js';
import { openStore } from '../../../src/mock/store/open.js';
import { type Proxy as ContractProxy, createProxy } from '../../../src/proxy/index.js';
import { createRecorder } from '../../../src/recording/recorder.js';
import { contractFetch } from '../../../src/testing/index.js';
import { eventually } from '../../eventually.js';
import { createMock, type Mock } from '../../mocks.js';

let count = 0;
/** Where each key was planted. */
const planted = new Map<string, string>();
function plant(place: string): string {
  const key = `pl4nted-${String(++count).padStart(3, '0')}-5f3c9a7e1b`;
  planted.set(key, place);
  return key;
}

const authorizations = ['', 'Bearer ', 'bearer ', 'Key ', 'Token ', 'ApiKey ', 'Custom ', 'Digest username="a", response='].map(
  (scheme) => ({
    authorization: `${scheme}${plant(`Authorization: ${scheme}`)}`,
  }),
);
const basic = plant('Authorization: Basic');
const headers = [
  ...authorizations,
  { authorization: `Basic ${Buffer.from(`user:${basic}`).toString('base64')}` },
  { authorization: `AWS4-HMAC-SHA256 Credential=${plant('a credential of AWS')}/20260101, Signature=${plant('a signature of AWS')}` },
  { cookie: `a=1; session=${plant('a cookie')}; other=${plant('another cookie')}` },
  ...[
    'x-api-key',
    'x-goog-api-key',
    'api-key',
    'apikey',
    'x-auth-token',
    'proxy-authorization',
    'x-amz-security-token',
    'x-client-secret',
    'x-access-token',
    'x-csrf-token',
    'ocp-apim-subscription-key',
    'private-token',
    'x-hub-signature-256',
    'x-vault-token',
    'x-password',
    'x-nexconn-credentials',
  ].map((name) => ({ [name]: plant(name) })),
];
const queries = [
  'key',
  'api_key',
  'apikey',
  'access_token',
  'token',
  'sig%6Eature',
  'X-Amz-Signature',
  'password',
  'client_secret',
  'X-Goog-Credential',
  'auth',
].map((name) => `${name}=${plant(`the query, ${name}`)}`);
const named = plant('a member that was named');

/** Any form of it, and what base64 makes of it. */
function leaks(output: string): string[] {
  const found = [...planted].filter(([key]) => output.includes(key) || output.includes(encodeURIComponent(key))).map(([, place]) => place);
  return output.includes(Buffer.from(`user:${basic}`).toString('base64')) ? [...found, 'Authorization: Basic, as it came'] : found;
}

const outputs = new Map<string, () => Promise<string> | string>();
let mock: Mock;
let proxy: ContractProxy;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nexconn-planted-'));
  const out = new PassThrough();
  const { onExchange } = openLog('pretty', undefined, out);
  const told: unknown[] = [];
  const redact = ['tenant_word'];
  mock = await createMock({
    redact,
    onExchange: (record) => {
      onExchange?.(record);
      told.push(record);
    },
  });
  const { url } = await mock.listen();
  const record = await createRecorder(folder);
  proxy = createProxy({
    target: new URL(url),
    redact,
    record,
    onExchange: (record, found) => {
      onExchange?.(record, found);
      told.push([record, found]);
    },
  });
  const { url: front } = await proxy.listen();
  const checked = contractFetch(fetch, { onViolation: 'collect', redact, record: folder });
  for (const own of headers)
    for (const query of ['', `?${queries.join('&')}`]) {
      const keys = JSON.stringify(Object.values(own));
      // What is wrong is told with the value that came: here one that repeats the key.
      const body = JSON.stringify({
        model: 'm',
        messages: [{ role: 'user', content: [5, keys] }],
        temperature: Object.values(own)[0],
        tenant_word: named,
      });
      const init = { method: 'POST', headers: { 'content-type': 'application/json', ...own }, body };
      for (const base of [url, front]) await (await fetch(`${base}/v1/chat/completions${query}`, init)).text();
      await (await checked(`${url}/v1/chat/completions${query}`, init)).text();
      await (await fetch(`${url}/v1/nowhere${query}`, init)).text();
    }
  await eventually(async () => expect(proxy.journal().length).toBe(headers.length * 2));
  outputs.set('log', () => String(out.read()));
  outputs.set('what onExchange is told', () => JSON.stringify(told));
  outputs.set('journal', () => JSON.stringify([mock.journal(), proxy.journal()]));
  outputs.set('/__mock/requests', async () => (await fetch(`${url}/__mock/requests`)).text());
  outputs.set('/__proxy/requests', async () => (await fetch(`${front}/__proxy/requests`)).text());
  outputs.set('violations', () => checked.violations.map((one) => JSON.stringify(one) + one.message).join('\n'));
  outputs.set('recordings', async () =>
    (
      await Promise.all(
        (
          await readdir(folder, { recursive: true })
        )
          .filter((name) => name.endsWith('.json'))
          .map((name) => readFile(join(folder, name), 'utf8')),
      )
    ).join('\n'),
  );
});
afterAll(async () => {
  await proxy.close();
  await mock.close();
  await rm(folder, { recursive: true });
});

test('there are enough of them', () => {
  expect(planted.size).toBeGreaterThanOrEqual(40);
});

describe.each(['log', 'what onExchange is told', 'journal', '/__mock/requests', '/__proxy/requests', 'violations', 'recordings'])(
  '%s',
  (name) => {
    test('has none', async () => {
      const text = (await outputs.get(name)?.()) ?? '';
      expect(text.length).toBeGreaterThan(1000);
      expect(leaks(text)).toEqual([]);
    });
  },
);

describe('an address', () => {
  const secret = plant('an address');
  const messageOf = (work: Promise<unknown>) =>
    work.then(
      () => 'nothing',
      (error: Error) => [error.message, error.stack, JSON.stringify(error, Object.getOwnPropertyNames(error))].join('\n'),
    );

  test.each([
    ['of Redis', () => openStore(`redis://user:${secret}@127.0.0.1:1/0`)],
    ['of another store', () => openStore(`postgres://user:${secret}@127.0.0.1:1/0`)],
    [
      'of a gateway that is away',
      async () => {
        const away = createProxy({ target: new URL(`http://user:${secret}@127.0.0.1:1/`) });
        const { url } = await away.listen();
        const text = await (await fetch(`${url}/v1/models`)).text();
        await away.close();
        throw new Error(text + JSON.stringify(away.journal()));
      },
    ],
  ])('%s is told without its password', async (_, work) => {
    const text = await messageOf(work());
    expect(text).not.toBe('nothing');
    expect(leaks(text)).toEqual([]);
  });
});
