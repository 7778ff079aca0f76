/** The files behind the addresses that the mock hands out, and the parts of them that players ask for. */
import { describe, expect, test } from 'vitest';
import type { HttpRequest } from '../../../src/http/message.js';
import { mediaAddress, mediaValue } from '../../../src/mock/answer/media.js';
import { serveMedia } from '../../../src/mock/answer/media-file.js';

function ask(path: string, headers: Record<string, string | undefined> = {}, method = 'GET') {
  return serveMedia({ method, path, header: (name) => headers[name] } as HttpRequest);
}

const get = (path: string, range?: string) => ask(path, { range });

const bytesOf = (response: ReturnType<typeof get>): number[] => Array.from((response?.body ?? []) as Uint8Array);

const png = '/__mock/media/file.png';
const whole = get(png)?.body as Uint8Array;
const size = whole.length;

describe('a file', () => {
  test.each([
    ['png', 'image/png', [0x89, 0x50, 0x4e, 0x47]],
    ['jpg', 'image/jpeg', [0xff, 0xd8, 0xff]],
    ['mp4', 'video/mp4', [0, 0, 0, 0x20, 0x66, 0x74, 0x79, 0x70]],
  ])('.%s is a real one', (extension, type, signature) => {
    const response = get(`/__mock/media/any.name.${extension}`);
    expect(response).toMatchObject({ status: 200, headers: { 'content-type': type, 'accept-ranges': 'bytes' } });
    expect(bytesOf(response).slice(0, signature.length)).toEqual(signature);
  });

  test.each([
    '/',
    '/__mock/media/',
    '/__mock/media/file',
    '/__mock/media/file.gif',
    '/__mock/media/file.constructor',
    '/__mock/media/file.PNG',
    '/v1/__mock/media/file.png',
  ])('is not at %s', (path) => {
    expect(get(path)).toBeUndefined();
  });
});

describe('of a file of so many bytes', () => {
  const last = size - 1;
  test.each<[range: string | undefined, status: number, from: number, to: number]>([
    [undefined, 200, 0, last],
    ['bytes=0-', 206, 0, last],
    ['bytes=0-0', 206, 0, 0],
    ['bytes=0-9', 206, 0, 9],
    ['bytes=10-19', 206, 10, 19],
    [`bytes=${last}-`, 206, last, last],
    ['bytes=10-99999999999999999999', 206, 10, last],
    ['bytes=-1', 206, last, last],
    [`bytes=-${size * 2}`, 206, 0, last],
    ['Bytes=0-0', 206, 0, 0],
    // Not understood, so ignored (RFC 9110, 14.2).
    ['', 200, 0, last],
    ['bytes=-', 200, 0, last],
    ['bytes', 200, 0, last],
    ['bytes=a-b', 200, 0, last],
    ['bytes=0-1,a', 200, 0, last],
    [`bytes=${Array(17).fill('0-0').join()}`, 200, 0, last],
    ['items=0-1', 200, 0, last],
    ['bytes=-1-2', 200, 0, last],
  ])('%s is %d: %d to %d', (range, status, from, to) => {
    const response = get(png, range);
    expect(response?.status).toBe(status);
    expect(bytesOf(response)).toEqual([...whole.subarray(from, to + 1)]);
    expect(response?.headers).toMatchObject({ 'content-length': String(to - from + 1) });
    expect(response?.headers?.['content-range']).toBe(status === 206 ? `bytes ${from}-${to}/${size}` : undefined);
  });

  test.each([`bytes=${size}-`, `bytes=${size + 5}-${size + 9}`, 'bytes=5-2', 'bytes=-0', 'bytes=99999999999999999999-'])(
    '%s is outside',
    (range) => {
      expect(get(png, range)).toMatchObject({
        status: 416,
        headers: { 'content-range': `bytes */${size}`, 'content-length': '0' },
        body: null,
      });
    },
  );

  test.each(['bytes=0-9', 'bytes=999999-', undefined])(
    'HEAD tells the length of the whole and sends nothing, whatever part is named: %s',
    (range) => {
      expect(ask(png, { range }, 'HEAD')).toMatchObject({ status: 200, headers: { 'content-length': String(size) }, body: null });
    },
  );

  test('several parts come in one body, without those outside', () => {
    const response = get(png, `bytes=0-3, 8-9,${size}-,-2`);
    expect(response?.status).toBe(206);
    const [, boundary] = /^multipart\/byteranges; boundary=(\S+)$/.exec(response?.headers['content-type'] ?? '') ?? [];
    const text = Buffer.from(bytesOf(response)).toString('latin1');
    const parts = text.split(`\r\n--${boundary}`).map((part) => part.split('\r\n\r\n'));
    const wanted = [
      [0, 3],
      [8, 9],
      [size - 2, size - 1],
    ].map(([from = 0, to = 0]) => [
      `\r\ncontent-type: image/png\r\ncontent-range: bytes ${from}-${to}/${size}`,
      Buffer.from(whole.subarray(from, to + 1)).toString('latin1'),
    ]);
    expect(parts).toEqual([[''], ...wanted, ['--\r\n']]);
    expect(response?.headers['content-length']).toBe(String(text.length));
    expect(response?.headers['content-range']).toBeUndefined();
  });

  test('one part of several that lies in it comes by itself', () => {
    expect(get(png, `bytes=${size}-,1-2`)?.headers['content-range']).toBe(`bytes 1-2/${size}`);
  });

  test('other methods are not allowed', () => {
    expect(ask(png, {}, 'DELETE')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });
});

describe('conditions', () => {
  const { etag = '', 'last-modified': date = '' } = get(png)?.headers ?? {};
  const [before, after] = ['Wed, 31 Dec 2025 23:59:59 GMT', 'Thu, 01 Jan 2026 00:00:01 GMT'];

  test('each file has a strong tag of its own and a date', () => {
    const tags = ['png', 'jpg', 'mp4'].map((extension) => get(`/__mock/media/a.${extension}`)?.headers.etag);
    expect(new Set(tags).size).toBe(3);
    for (const tag of tags) expect(tag).toMatch(/^"[^"]+"$/);
    expect(new Date(date).toUTCString()).toBe(date);
  });

  test.each<[headers: Record<string, string>, status: number]>([
    [{ 'if-none-match': etag }, 304],
    [{ 'if-none-match': `"other", W/${etag}` }, 304],
    [{ 'if-none-match': '*' }, 304],
    [{ 'if-none-match': '"other"' }, 200],
    [{ 'if-modified-since': date }, 304],
    [{ 'if-modified-since': after }, 304],
    [{ 'if-modified-since': before }, 200],
    [{ 'if-modified-since': 'yesterday' }, 200],
    [{ 'if-none-match': '"other"', 'if-modified-since': date }, 200],
    [{ 'if-match': etag }, 200],
    [{ 'if-match': '*' }, 200],
    [{ 'if-match': '"other"' }, 412],
    [{ 'if-match': `W/${etag}` }, 412],
    [{ 'if-unmodified-since': date }, 200],
    [{ 'if-unmodified-since': before }, 412],
    [{ 'if-unmodified-since': 'yesterday' }, 200],
    [{ 'if-match': etag, 'if-unmodified-since': before }, 200],
    [{ 'if-match': '"other"', 'if-none-match': etag }, 412],
    [{ 'if-none-match': etag, range: 'bytes=0-1' }, 304],
    [{ range: 'bytes=0-1', 'if-range': etag }, 206],
    [{ range: 'bytes=0-1', 'if-range': date }, 206],
    [{ range: 'bytes=0-1', 'if-range': '"other"' }, 200],
    [{ range: 'bytes=0-1', 'if-range': `W/${etag}` }, 200],
    [{ range: 'bytes=0-1', 'if-range': before }, 200],
    [{ range: 'bytes=0-1', 'if-range': after }, 200],
    [{ range: `bytes=${size}-`, 'if-range': '"other"' }, 200],
    [{ range: `bytes=${size}-`, 'if-range': etag }, 416],
  ])('%j: %d', (headers, status) => {
    const response = ask(png, headers);
    expect(response?.status).toBe(status);
    expect(response?.headers).toMatchObject({ etag, 'last-modified': date });
    expect(bytesOf(response)).toHaveLength(status === 200 ? size : status === 206 ? 2 : 0);
    expect(ask(png, headers, 'HEAD')?.status).toBe(status === 206 || status === 416 ? 200 : status);
  });
});

describe('what stands where the example has', () => {
  const file = (type: string) => expect.stringMatching(new RegExp(`^http://mock/__mock/media/file\\.${type}$`));
  test.each<[current: unknown, type: string, wanted: unknown]>([
    ['https://cdn.example/a.png', 'image/png', file('png')],
    ['HTTPS://cdn.example/a.png', 'png', file('png')],
    ['http://cdn.example/a', 'jpg', file('jpg')],
    ['http://cdn.example/a', 'image/jpg', file('jpg')],
    ['http://cdn.example/a', 'image/webp', file('png')],
    ['http://cdn.example/a', 'video/webm', file('mp4')],
    ['http://cdn.example/a', 'model/obj', file('png')],
    ['http://cdn.example/a', 'constructor', file('png')],
    ['data:image/webp;base64,AAAA', 'jpeg', expect.stringMatching(/^data:image\/jpeg;base64,\/9j\//)],
    ['data:video/mp4;base64,AAAA', 'video/mp4', 'data:video/mp4;base64,AAAA'],
    ['data:,text', 'png', expect.stringMatching(/^iVBORw0KGgo/)],
    ['AAAA', 'png', expect.stringMatching(/^iVBORw0KGgo/)],
    ['', 'png', expect.stringMatching(/^iVBORw0KGgo/)],
    [null, 'png', null],
    [5, 'png', 5],
    [{ url: 'x' }, 'png', { url: 'x' }],
  ])('%j, of the type %s', (current, type, wanted) => {
    expect(mediaValue(current, type, 'http://mock')).toEqual(wanted);
  });
});

test.each([
  ['a job', 'video/mp4', '/__mock/media/a%20job.mp4'],
  ['../../etc', 'image/png', '/__mock/media/..%2F..%2Fetc.png'],
  ['größe?#', 'image/jpeg', '/__mock/media/gr%C3%B6%C3%9Fe%3F%23.jpg'],
])('the address of %j is one that answers', (name, type, path) => {
  expect(mediaAddress('http://mock', name, type)).toBe(`http://mock${path}`);
  expect(get(path)?.headers).toMatchObject({ 'content-type': type });
});
