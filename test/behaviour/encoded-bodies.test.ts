/** Bodies that are not plain UTF-8: read or refused alike over HTTP, in process, through the proxy, and by the test kit. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createMock, type Mock } from '../../src/mock/index.js';
import { createProxy } from '../../src/proxy/index.js';
import { createRecorder } from '../../src/recording/recorder.js';
import { Replay } from '../../src/recording/replay.js';
import { contractFetch } from '../../src/testing/index.js';
import { readRecordings } from '../recordings.js';

let mock: Mock;
let url: string;

beforeAll(async () => {
  mock = await createMock({ bodyLimitBytes: 100_000 });
  ({ url } = await mock.listen());
});
afterAll(() => mock.close());

const chat = JSON.stringify({ model: 'gemini-2.5-flash', messages: [{ role: 'user', content: 'Größe? 中' }] });
const message = JSON.stringify({ ...JSON.parse(chat), max_tokens: 100 });

type Fetch = (...call: Parameters<typeof fetch>) => Promise<Response>;
const fronts: [name: string, call: Fetch][] = [
  ['over HTTP', (input, init) => fetch(String(input).replace('http://mock', url), init)],
  ['in process', (input, init) => mock.fetch(input, init)],
];

const request = (body: Uint8Array, more: Record<string, string>): RequestInit => ({
  method: 'POST',
  headers: { authorization: 'Bearer any', 'content-type': 'application/json', ...more },
  body: body as BodyInit,
});

const encoded: [encoding: string, body: Buffer][] = [
  ['gzip', gzipSync(chat)],
  ['deflate', deflateSync(chat)],
  ['br', brotliCompressSync(chat)],
  ['gzip, br', brotliCompressSync(gzipSync(chat))],
];

describe.each(fronts)('%s', (_, call) => {
  test.each(encoded)('%s is read', async (encoding, body) => {
    expect((await call('http://mock/v1/chat/completions', request(body, { 'content-encoding': encoding }))).status).toBe(200);
    const { requestBody } = mock.journal().at(-1) ?? {};
    expect(requestBody).toEqual(JSON.parse(chat));
  });

  test('a byte order mark is read over', async () => {
    expect((await call('http://mock/v1/chat/completions', request(Buffer.from(`\uFEFF${chat}`), {}))).status).toBe(200);
  });

  test.each([
    ['/v1/chat/completions', chat, (body: any) => body.error],
    ['/v1/messages', message, (body: any) => body.error],
    ['/bypass/vertex/v1/models/gemini-2.5-pro:generateContent', '{}', (body: any) => body.error],
    ['/queue/fal-ai/vidu/q2/text-to-video', '{}', (body: any) => ({ message: body.detail?.msg ?? body.detail })],
  ])('%s refuses what it cannot read, in its dialect', async (path, body, errorOf) => {
    const ask = async (bytes: Uint8Array, headers: Record<string, string>) => {
      const response = await call(`http://mock${path}`, request(bytes, headers));
      return [response.status, errorOf(await response.json())?.message, response.headers.get('accept-encoding')];
    };
    expect(await ask(Buffer.from(body), { 'content-encoding': 'zstd' })).toEqual([
      415,
      'content encoding zstd is not supported; send gzip, deflate, br or none',
      'gzip, deflate, br',
    ]);
    expect(await ask(Buffer.from(body), { 'content-type': 'application/json; charset=klingon' })).toEqual([
      415,
      'charset klingon is not supported; send utf-8',
      null,
    ]);
    expect(await ask(Buffer.from(body), { 'content-encoding': 'gzip' })).toEqual([
      400,
      expect.stringContaining('the body is not valid gzip'),
      null,
    ]);
    expect(await ask(gzipSync(Buffer.alloc(10_000_000, 32)), { 'content-encoding': 'gzip' })).toEqual([
      413,
      expect.stringContaining('larger than 100000 bytes'),
      null,
    ]);
  });
});

describe('the test kit', () => {
  test.each(encoded)('reads %s', async (encoding, body) => {
    const checked = contractFetch(mock.fetch);
    await checked('http://mock/v1/chat/completions', request(body, { 'content-encoding': encoding }));
    const broken = gzipSync(JSON.stringify({ ...JSON.parse(chat), temperature: 'hot' }));
    await expect(checked('http://mock/v1/chat/completions', request(broken, { 'content-encoding': 'gzip' }))).rejects.toThrow(
      'request body /temperature: must be number',
    );
  });

  test.each([
    ['zstd', 'must be gzip, deflate, br or absent, at most 3 of them, got string "zstd"'],
    ['gzip', 'must be what the body is in (incorrect header check), got string "gzip"'],
  ])('reports a body that cannot be read: %s', async (encoding, expected) => {
    const checked = contractFetch(mock.fetch, { onViolation: 'collect' });
    await checked('http://mock/v1/chat/completions', request(Buffer.from(chat), { 'content-encoding': encoding }));
    expect(checked.violations.map(({ message }) => message)).toEqual([
      `createChatCompletion request header /content-encoding: ${expected}`,
    ]);
  });
});

test('the proxy reads and records them, and a recording is replayed alike', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'recordings-'));
  const proxy = createProxy({ target: new URL(url), record: await createRecorder(folder) });
  const { url: address } = await proxy.listen();
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [encoding, body] of [...encoded, ['zstd', Buffer.from(chat)] as const]) {
    await (await fetch(`${address}/v1/chat/completions`, request(body, { 'content-encoding': encoding }))).text();
  }
  await proxy.close();
  const replay = new Replay();
  const verdicts = (await readRecordings(folder)).map(({ recording }) => ({
    body: recording.request.json,
    then: recording.violations.map(({ pointer }) => pointer),
    again: replay.check('', recording)?.violations.map(({ pointer }) => pointer),
  }));
  const fine = { body: JSON.parse(chat), then: [], again: [] };
  expect(verdicts.slice(0, -1)).toEqual(encoded.map(() => fine));
  expect(verdicts.at(-1)).toMatchObject({ body: undefined, then: ['/content-encoding'] });
});
