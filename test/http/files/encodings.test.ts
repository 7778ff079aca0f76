/** A text in the encoding that its caller takes. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { acceptedEncoding, textFile } from '../../../src/http/files/encodings.js';
import type { HttpRequest } from '../../../src/http/message.js';

const request = (headers: Record<string, string> = {}) => ({ header: (name: string) => headers[name] }) as HttpRequest;

describe('the encoding', () => {
  test.each([
    [undefined, undefined],
    ['', undefined],
    ['identity', undefined],
    ['gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0.5, gzip', 'gzip'],
    ['br;q=0, gzip;q=0', undefined],
    ['*', 'br'],
    ['br;q=0, *;q=0.1', 'gzip'],
    ['GZIP ; q=1', 'gzip'],
    ['gzip;q=many', undefined],
  ])('for %s is %s', (header, expected) => expect(acceptedEncoding(header)).toBe(expected));
});

describe('a text', () => {
  const text = 'To be read. '.repeat(100);
  const file = textFile(text, { 'content-type': 'text/plain' });

  test('is the same in each encoding, smaller where it is compressed, and told apart', async () => {
    const plain = await file(request());
    const gzip = await file(request({ 'accept-encoding': 'gzip' }));
    const br = await file(request({ 'accept-encoding': 'br' }));
    expect(plain.body).toBe(text);
    expect(gunzipSync(gzip.body as Uint8Array).toString()).toBe(text);
    expect(brotliDecompressSync(br.body as Uint8Array).toString()).toBe(text);
    expect(Number(br.headers['content-length'])).toBeLessThan(text.length / 10);
    expect(new Set([plain, gzip, br].map(({ headers }) => headers.etag)).size).toBe(3);
    for (const { headers } of [plain, gzip, br]) expect(headers.vary).toBe('accept-encoding');
    expect([plain, gzip, br].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'gzip', 'br']);
  });

  test('does not go to who has it', async () => {
    const { headers } = await file(request({ 'accept-encoding': 'br' }));
    const again = { 'accept-encoding': 'br', 'if-none-match': headers.etag ?? '' };
    expect(await file(request(again))).toMatchObject({ status: 304, body: null, headers: { etag: headers.etag, vary: 'accept-encoding' } });
    expect(await file(request({ ...again, 'accept-encoding': 'gzip' }))).toMatchObject({ status: 200 });
  });

  test('of another content is another', async () => {
    const other = textFile(`${text}.`, {});
    expect((await other(request())).headers.etag).not.toBe((await file(request())).headers.etag);
  });
});
