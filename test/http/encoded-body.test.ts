import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodedText, decodedTextSync } from '../../src/http/encoded-body.js';
import { BodyTooLargeError, UnreadableBodyError } from '../../src/http/message.js';

const text = '{"text":"größe 中 😀"}';
const plain = Buffer.from(text);
const limit = 100_000;

const reader = (headers: Record<string, string>) => (name: string) => headers[name];
const read = (bytes: Uint8Array, headers: Record<string, string> = {}, most = limit) => decodedTextSync(bytes, reader(headers), most);

function refusal(bytes: Uint8Array, headers: Record<string, string>): UnreadableBodyError {
  try {
    read(bytes, headers);
  } catch (error) {
    if (error instanceof UnreadableBodyError) return error;
    throw error;
  }
  throw new Error('it was read');
}

describe('encodings', () => {
  test.each<[encoding: string, bytes: Buffer]>([
    ['gzip', gzipSync(plain)],
    ['x-gzip', gzipSync(plain)],
    ['GZip', gzipSync(plain)],
    ['deflate', deflateSync(plain)],
    ['deflate', deflateRawSync(plain)],
    ['br', brotliCompressSync(plain)],
    ['identity', plain],
    ['', plain],
    ['gzip, br', brotliCompressSync(gzipSync(plain))],
    ['deflate,identity , gzip', gzipSync(deflateSync(plain))],
  ])('%j is undone', async (encoding, bytes) => {
    expect(read(bytes, { 'content-encoding': encoding })).toBe(text);
    expect(await decodedText(bytes, reader({ 'content-encoding': encoding }), limit)).toBe(text);
  });

  test.each(['zstd', 'compress', 'gzip, zstd', 'aes128gcm', '__proto__'])('%s is refused by name', (encoding) => {
    const { status, message, header } = refusal(plain, { 'content-encoding': encoding });
    expect([status, header]).toEqual([415, 'content-encoding']);
    expect(message).toBe(`content encoding ${encoding.replace('gzip, ', '')} is not supported; send gzip, deflate, br or none`);
  });

  test('no more than a few are undone', () => {
    const { status, message } = refusal(plain, { 'content-encoding': Array(1000).fill('gzip').join() });
    expect([status, message]).toEqual([415, 'at most 3 content encodings are supported, got 1000']);
  });

  test.each<[encoding: string, bytes: Buffer]>([
    ['gzip', plain],
    ['gzip', gzipSync(plain).subarray(0, -10)],
    ['deflate', Buffer.from('no such thing')],
    ['br', plain],
    ['br', gzipSync(plain)],
  ])('bytes that are not %s say so', (encoding, bytes) => {
    const { status, message } = refusal(bytes, { 'content-encoding': encoding });
    expect(status).toBe(400);
    expect(message).toContain(`the body is not valid ${encoding}, which content-encoding names: `);
  });

  test('no body is in no encoding', () => {
    expect(read(Buffer.alloc(0), { 'content-encoding': 'gzip' })).toBe('');
  });

  test.each<[encoding: string, bytes: Buffer]>([
    ['gzip', gzipSync(Buffer.alloc(limit + 1))],
    ['deflate', deflateRawSync(Buffer.alloc(limit + 1))],
    ['br', brotliCompressSync(Buffer.alloc(limit + 1))],
    ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(limit + 1)))],
    ['', Buffer.alloc(limit + 1)],
  ])('what becomes too large in %j is not read', async (encoding, bytes) => {
    expect(() => read(bytes, { 'content-encoding': encoding })).toThrow(BodyTooLargeError);
    await expect(decodedText(bytes, reader({ 'content-encoding': encoding }), limit)).rejects.toThrow(BodyTooLargeError);
  });
});

describe('charsets', () => {
  const utf16 = (bytes: Buffer, ...mark: number[]) => Buffer.concat([Buffer.from(mark), bytes]);
  const little = Buffer.from('é中', 'utf16le');
  const big = Buffer.from('é中', 'utf16le').swap16();

  test.each<[charset: string, bytes: Buffer, wanted: string]>([
    ['utf-8', plain, text],
    ['"UTF-8"', plain, text],
    ['utf8', plain, text],
    ['us-ascii', Buffer.from('plain'), 'plain'],
    ['iso-8859-1', Buffer.from([0xe9]), 'é'],
    ['utf-16le', little, 'é中'],
    ['utf-16be', big, 'é中'],
    ['utf-16', utf16(little, 0xff, 0xfe), 'é中'],
    ['utf-16', utf16(big, 0xfe, 0xff), 'é中'],
  ])('%s', (charset, bytes, wanted) => {
    expect(read(bytes, { 'content-type': `application/json; charset=${charset}` })).toBe(wanted);
  });

  test('a byte order mark is no part of the text', () => {
    expect(read(Buffer.from(`\uFEFF${text}`))).toBe(text);
    expect(read(gzipSync(`\uFEFF${text}`), { 'content-encoding': 'gzip', 'content-type': 'application/json; charset=utf-8' })).toBe(text);
  });

  test('one that is not known is refused by name', () => {
    const { status, message, header } = refusal(plain, { 'content-type': 'application/json; charset=klingon' });
    expect([status, message, header]).toEqual([415, 'charset klingon is not supported; send utf-8', 'content-type']);
  });
});
