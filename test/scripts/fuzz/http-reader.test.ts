/** Bytes that are responses, and bytes that are none. */
import { describe, expect, test } from 'vitest';
import { readResponses } from '../../../scripts/fuzz/http-reader.js';

const read = (text: string) => readResponses(Buffer.from(text, 'latin1'));

describe('responses are read', () => {
  test.each([
    ['one after the other', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 204 No Content\r\n\r\n', [200, 204], true],
    ['in chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n', [200], true],
    ['after what only says that they come', 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n', [200], true],
    ['up to where they end too early', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}', [200], false],
  ])('%s', (_, text, statuses, isWhole) => {
    const { responses, isWhole: whole } = read(text);
    expect([responses.map(({ status }) => status), whole]).toEqual([statuses, isWhole]);
  });
});

test.each([
  ['something behind a response', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}garbage'],
  ['a head in the middle of a body', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nHTTP/1.1 400 Bad Request\r\n\r\n'],
  ['a header that is none', 'HTTP/1.1 200 OK\r\nA B: c\r\n\r\n'],
])('%s is none', (_, text) => {
  expect(() => read(text)).toThrow();
});
