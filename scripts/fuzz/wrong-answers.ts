/** Answers of a gateway that has gone wrong, as bytes. */
import { gzipSync } from 'node:zlib';
import fc, { type Arbitrary } from 'fast-check';
import { contract } from '../../compiled/contract.js';
import { edit, edited } from './edits.js';
import { jsonText } from './json-text.js';

export interface WrongAnswer {
  bytes: Buffer;
  /** Whether the connection is reset after it, and not ended. */
  isReset: boolean;
}

const documented = contract.operations.flatMap(({ examples }) => examples.map(({ body, events }) => ({ body, events })));

const hostileTexts = fc.constantFrom(
  '',
  ' ',
  '{',
  '[]',
  'null',
  '<html>',
  '\ufeff{}',
  '\u0000',
  '['.repeat(20_000),
  `${'{"a":'.repeat(1500)}1${'}'.repeat(1500)}`,
  `[${'5,'.repeat(30_000)}5]`,
  `{"choices":[${'{},'.repeat(5000)}{}]}`,
  'data: [DONE]\n\n',
  'data: {}\n\n'.repeat(3000),
  `data: ${'x'.repeat(300_000)}`,
  'event: a\ndata: {"type":"b"}\n\n',
  '\r\r\r\n\n:\nid\nretry: 1e9\n\n',
  'data: {"__proto__":1}\n\n',
  `data: {"error":{"message":"any-key"}}\n\n`,
);

const bodies: Arbitrary<string> = fc.oneof(
  fc.tuple(fc.nat(), fc.array(edit, { maxLength: 3 })).map(([index, edits]) => {
    const { body, events } = documented[index % documented.length] as (typeof documented)[number];
    const changed = edited(events ?? body ?? {}, edits);
    return events !== undefined && Array.isArray(changed)
      ? changed.map((event) => `data: ${jsonText(event)}\n\n`).join('')
      : jsonText(changed);
  }),
  hostileTexts,
);

const framings = [
  'length',
  'length',
  'short',
  'long',
  'chunked',
  'bad-chunk',
  'no-last-chunk',
  'close',
  'both',
  'gzip',
  'cut-gzip',
  'mislabelled',
] as const;

function framed(text: string, framing: (typeof framings)[number]): { headers: string; body: Buffer } {
  const body = Buffer.from(text);
  const sized = (headers: string, bytes: Buffer, length = bytes.length) => ({
    headers: `${headers}Content-Length: ${length}\r\n`,
    body: bytes,
  });
  const chunk = Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n')]);
  const ending = Buffer.from('0\r\nX-Trailer: a\r\n\r\n');
  switch (framing) {
    case 'length':
      return sized('', body);
    case 'short':
      return sized('', body, Math.max(0, body.length - 3));
    case 'long':
      return sized('', body, body.length + 50);
    case 'chunked':
      return { headers: 'Transfer-Encoding: chunked\r\n', body: body.length > 0 ? Buffer.concat([chunk, ending]) : ending };
    case 'bad-chunk':
      return { headers: 'Transfer-Encoding: chunked\r\n', body: Buffer.concat([chunk, Buffer.from('zz\r\n')]) };
    case 'no-last-chunk':
      return { headers: 'Transfer-Encoding: chunked\r\n', body: chunk };
    case 'close':
      return { headers: '', body };
    case 'both':
      return { headers: 'Content-Length: 1\r\nTransfer-Encoding: chunked\r\n', body: Buffer.concat([chunk, ending]) };
    case 'gzip':
      return sized('Content-Encoding: gzip\r\n', gzipSync(body));
    case 'cut-gzip':
      return sized('Content-Encoding: gzip\r\n', gzipSync(body).subarray(0, 12));
    case 'mislabelled':
      return sized('Content-Encoding: br\r\n', body);
  }
}

const headerLines = fc.constantFrom(
  'X-A: a',
  '__proto__: a',
  'constructor: b',
  'X A: b',
  'nothing',
  'X-A: a\u0001b',
  'X-A: \u00ff',
  'Set-Cookie: a\r\nSet-Cookie: b',
  'Connection: content-type, content-length',
  'Upgrade: websocket',
  'Retry-After: 1e999',
  'Location: http://[::',
  'http_x_reqid: any-key',
  'X-Request-Id: \u001b',
  'Trailer: Content-Length',
  'Content-Type: text/event-stream',
  'Content-Type: application/json; charset=x',
  'Keep-Alive: timeout=0',
  `X-Long: ${'l'.repeat(9000)}`,
  `X-Longer: ${'l'.repeat(90_000)}`,
  ' folded',
);

export const wrongAnswer: Arbitrary<WrongAnswer> = fc
  .record({
    before: fc.oneof(
      { weight: 8, arbitrary: fc.constant('') },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          'HTTP/1.1 100 Continue\r\n\r\n',
          'HTTP/1.1 103 Early\r\nLink: <a>\r\n\r\n'.repeat(20),
          'HTTP/1.1 199 X\r\n\r\n',
        ),
      },
    ),
    status: fc.oneof(
      { weight: 5, arbitrary: fc.constant('200') },
      { weight: 3, arbitrary: fc.constantFrom('400', '401', '404', '429', '500', '503') },
      { weight: 3, arbitrary: fc.constantFrom('000', '099', '101', '204', '304', '600', '999', '1000', '-1', 'abc', '') },
    ),
    reason: fc.constantFrom('OK', '', 'O\u0001\u007fK', '\u00ff', 'r'.repeat(500)),
    version: fc.oneof(
      { weight: 12, arbitrary: fc.constant('HTTP/1.1') },
      { weight: 1, arbitrary: fc.constantFrom('HTTP/1.0', 'HTTP/2.0', 'HTTP/9.9', 'SSH-2.0', '') },
    ),
    type: fc.constantFrom('application/json', 'application/json', 'text/event-stream', 'text/event-stream; charset=utf-8', 'text/html', ''),
    headers: fc.array(headerLines, { maxLength: 2 }),
    body: bodies,
    framing: fc.constantFrom(...framings),
    cut: fc.option(fc.nat(3000), { freq: 6 }),
    after: fc.oneof(
      { weight: 10, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.constantFrom('HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n', 'garbage', '\r\n\r\n\r\n') },
    ),
    isReset: fc.boolean(),
  })
  .map(({ before, status, reason, version, type, headers, body, framing, cut, after, isReset }) => {
    const { headers: lengths, body: framedBody } = framed(body, framing);
    const lines = [`${version} ${status} ${reason}`, ...(type === '' ? [] : [`Content-Type: ${type}`]), ...headers];
    const head = Buffer.from(`${before}${lines.join('\r\n')}\r\n${lengths}\r\n`, 'latin1');
    const bytes = Buffer.concat([head, framedBody, Buffer.from(after)]);
    return { bytes: cut === null ? bytes : bytes.subarray(0, cut), isReset: isReset && cut !== null };
  });
