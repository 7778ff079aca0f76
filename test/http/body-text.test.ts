import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bodyText, unread } from '../../src/http/body-text.js';
import { BodyTooLargeError, UnreadableBodyError } from '../../src/http/message.js';

const read = (bytes: Uint8Array, headers: Record<string, string> = {}) => bodyText(bytes, (name) => headers[name], 100);

test.each<[what: string, bytes: Uint8Array, headers: Record<string, string>, text: string]>([
  ['plain', Buffer.from('größe'), {}, 'größe'],
  ['nothing', Buffer.alloc(0), { 'content-encoding': 'gzip' }, ''],
  ['with a byte order mark', Buffer.from('\uFEFF{}'), { 'content-type': 'application/json; charset=UTF-8' }, '{}'],
  ['encoded', gzipSync('größe'), { 'content-encoding': 'gzip' }, 'größe'],
  ['in another charset', Buffer.from([0xe9]), { 'content-type': 'text/plain; charset=latin1' }, 'é'],
])('a body: %s', async (_, bytes, headers, text) => {
  expect(await read(bytes, headers)).toBe(text);
});

test('a body that is too large is not read', async () => {
  await expect(read(Buffer.alloc(101))).rejects.toThrow(BodyTooLargeError);
});

test('whoever only judges is told why a body was not read', async () => {
  const error = await read(Buffer.from('{}'), { 'content-encoding': 'zstd' }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UnreadableBodyError);
  expect(unread(error)).toBe(error);
  expect(unread(new BodyTooLargeError(1))).toBe(null);
  expect(() => unread(new Error('the connection broke'))).toThrow('the connection broke');
});
