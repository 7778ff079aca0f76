/** Requests: documented ones, documented ones with a few changes, and hostile ones. */
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import fc, { type Arbitrary } from 'fast-check';
import { type Edit, edit, edited } from './edits.js';
import { oddNames } from './hostile-values.js';
import { jsonText } from './json-text.js';
import { type FuzzedOperation, headerNames } from './operations.js';

/** A request as it goes over the wire. */
export interface WireRequest {
  method: string;
  /** Path and query. */
  target: string;
  headers: Record<string, string>;
  body: Buffer | undefined;
  /** operationId that it was made from. */
  operation: string;
}

type Encoding = 'gzip' | 'deflate' | 'br' | 'cut' | 'mislabelled' | 'bomb' | 'odd';

interface Case {
  operation: FuzzedOperation;
  example: number;
  edits: readonly Edit[];
  text: string | undefined;
  encoding: Encoding | undefined;
  headers: readonly (readonly [string, string])[];
  prefer: readonly string[];
  query: readonly (readonly [string, string])[];
  parts: readonly (readonly [number, string])[];
  session: string | undefined;
  method: string | undefined;
}

const oddTexts = fc.constantFrom(
  ...oddNames,
  '%',
  '%zz',
  '%00',
  '%2e%2e',
  '%2F',
  'a'.repeat(3000),
  '\u00ff',
  '"',
  "'",
  '\\',
  '{',
  '(',
  '1e999',
  '-1',
  '0',
  '99999999999999999999',
);

const preferences = fc.oneof(
  fc.constantFrom(
    'code=400',
    'code=404',
    'code=429',
    'code=503',
    'code=200',
    'code=999',
    'example=__proto__',
    'example=chat-completion.tool-call',
    'dynamic=true',
    'dynamic=true, seed=7',
    'task=failed',
    'task=constructor',
    'task-seconds=0',
    'task-seconds=-1',
    'words=20',
    'words=1e9',
    'words=5-3',
    'latency-ms=1',
    'events-per-second=100000',
    'first-event-ms=1',
    'stream-fault=error@2',
    'stream-fault=cut@2',
    'stream-fault=error@999999999999',
    'chunks=7',
    'chunks=0',
    'chunks=1',
    'session=__proto__',
    'session=a%2F..',
    'times=2, code=503',
    '__proto__=1',
    'constructor',
    'hasOwnProperty=2',
    ';;;,,,',
    '"',
    'a="\\',
    `x=${'a'.repeat(2000)}`,
    'respond-async, wait=10',
    ','.repeat(500),
  ),
  fc.tuple(fc.constantFrom('code', 'example', 'task', 'words', 'chunks', 'session', 'seed'), oddTexts).map((pair) => pair.join('=')),
);

const headerEdits = fc.oneof(
  fc.constantFrom<readonly [string, string]>(
    ['authorization', ''],
    ['authorization', 'Bearer'],
    ['authorization', 'Bearer sk-mock-429'],
    ['authorization', 'Bearer sk-mock-503'],
    ['authorization', 'Key any'],
    ['authorization', `Bearer ${'k'.repeat(4000)}`],
    ['x-goog-api-key', 'abcdefgh'],
    ['content-type', 'application/json; charset=utf-16le'],
    ['content-type', 'application/json; charset=__proto__'],
    ['content-type', 'multipart/form-data; boundary=x'],
    ['content-type', 'text/plain'],
    ['content-type', 'application/json;;;='],
    ['accept', 'text/event-stream'],
    ['accept', '*/*;q=9'],
    ['range', 'bytes=0-99999999999999999999'],
    ['range', 'bytes=-0'],
    ['range', 'bytes=5-1,2-3,,'],
    ['if-range', '"x"'],
    ['if-none-match', '*'],
    ['x-forwarded-host', 'evil"><x'],
    ['x-forwarded-proto', 'javascript'],
    ['x-forwarded-for', '1'.repeat(500)],
    ['origin', 'null'],
    ['origin', 'http://evil.example'],
    ...headerNames.map((name): [string, string] => [name, ','.repeat(300)]),
    ['cookie', '__proto__=1'],
    ['expect', 'nothing'],
    ['via', '1.1 a, 1.1 b'],
    ['idempotency-key', '__proto__'],
    ['stainless', '\u00e9'],
  ),
  fc.tuple(
    fc.constantFrom('__proto__', 'constructor', 'x-own', ...headerNames, 'user-agent', 'accept-encoding'),
    fc.constantFrom('', '__proto__', '\u00ff', 'a'.repeat(5000)),
  ),
);

const bodyTexts = fc.constantFrom(
  '',
  ' ',
  '{',
  '[]',
  'null',
  '5',
  '"a"',
  '\ufeff{}',
  '{}x',
  '{"model":',
  'NaN',
  '\u0000',
  '{"a":1,}',
  "{'a':1}",
  '['.repeat(100_000),
  '{"a":'.repeat(30_000),
  `{"model":"${'\\u0000'.repeat(5000)}"}`,
  'a=b&c=d',
  '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n',
);

const usually = <Value>(weight: number, arbitrary: Arbitrary<Value>): Arbitrary<Value | undefined> =>
  fc.oneof({ weight, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

/** @param ids of jobs, to be handed back with changes */
export function wireRequest(operations: readonly FuzzedOperation[], ids: readonly string[]): Arbitrary<WireRequest> {
  const changedId = fc
    .tuple(fc.constantFrom(...ids), fc.nat(200), fc.constantFrom('', 'A', '%00', '..', 'zzzz', '-'))
    .map(([id, at, text]) => id.slice(0, at % (id.length + 1)) + text + id.slice((at % (id.length + 1)) + 1));
  const exactId = fc.constantFrom(...ids);
  const one = (edits: Arbitrary<Edit[]>, oddity: number): Arbitrary<Case> =>
    fc.record({
      operation: fc.constantFrom(...operations),
      example: fc.nat(50),
      edits,
      text: usually(12 * oddity, bodyTexts),
      encoding: usually(10 * oddity, fc.constantFrom<Encoding>('gzip', 'deflate', 'br', 'cut', 'mislabelled', 'bomb', 'odd')),
      headers: fc.array(headerEdits, { maxLength: oddity > 5 ? 0 : 2 }),
      prefer: fc.array(preferences, { maxLength: oddity > 5 ? 1 : 2 }),
      query: fc.array(
        fc.tuple(
          fc.constantFrom(...oddNames, 'limit', 'after', 'order', '__code', '__example', 'key', 'session', 'body', 'alt', 'status'),
          oddTexts,
        ),
        {
          maxLength: oddity > 5 ? 0 : 2,
        },
      ),
      parts: fc.array(fc.tuple(fc.nat(3), fc.oneof(oddTexts, changedId, exactId)), { maxLength: 1 }),
      session: usually(8, fc.constantFrom('a', '__proto__', '%', '%2F', 'a%00b', 'x'.repeat(300))),
      method: usually(15 * oddity, fc.constantFrom('GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'POST')),
    });
  return fc
    .oneof(
      { weight: 2, arbitrary: one(fc.constant([]), 50) },
      { weight: 4, arbitrary: one(fc.array(edit, { minLength: 1, maxLength: 2 }), 20) },
      { weight: 4, arbitrary: one(fc.array(edit, { maxLength: 4 }), 1) },
    )
    .map(toWire);
}

function encoded(body: Buffer, encoding: Encoding | undefined): { body: Buffer; label?: string } {
  switch (encoding) {
    case 'gzip':
      return { body: gzipSync(body), label: 'gzip' };
    case 'deflate':
      return { body: deflateSync(body), label: 'deflate' };
    case 'br':
      return { body: brotliCompressSync(body), label: 'br' };
    case 'cut':
      return { body: gzipSync(body).subarray(0, 12), label: 'gzip' };
    case 'mislabelled':
      return { body, label: 'br' };
    case 'bomb':
      return { body: bomb, label: 'gzip' };
    case 'odd':
      return { body, label: 'gzip, __proto__,,' };
    default:
      return { body };
  }
}

/** What is small, and large once it is undone. */
const bomb = gzipSync(Buffer.alloc(3_000_000, 'a'));

const escapedPart = (part: string): string => part.replace(/[^\x21-\x7e]|[/?#]/gu, escaped);

/** Percent-encoded, whatever it is. */
const escaped = (text: string): string => [...Buffer.from(text, 'utf8')].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

const headerValue = (value: string): string => value.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?');

function toWire(drawn: Case): WireRequest {
  const { operation, edits, session } = drawn;
  const documented = operation.requests[drawn.example % operation.requests.length] as FuzzedOperation['requests'][number];
  let number = 0;
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const own = drawn.parts.find(([at]) => at === number);
    number++;
    return escapedPart(own ? own[1] : String(documented.path[name] ?? 'x'));
  });
  const query = [...Object.entries(documented.query), ...drawn.query].map(
    ([name, value]) => `${escaped(name)}=${escapedPart(String(value))}`,
  );
  const headers: Record<string, string> = { authorization: 'Bearer any-key', ...documented.headers };
  const method = drawn.method ?? operation.method;
  const hasBody = documented.body !== undefined || drawn.text !== undefined || edits.length > 0;
  let body: Buffer | undefined;
  if (hasBody && method !== 'GET' && method !== 'HEAD') {
    const text = drawn.text ?? jsonText(edited(documented.body ?? {}, edits));
    const wire = encoded(Buffer.from(text), drawn.encoding);
    body = wire.body;
    headers['content-type'] = 'application/json';
    if (wire.label !== undefined) headers['content-encoding'] = wire.label;
  }
  const prefer = ['events-per-second=1000000', 'first-event-ms=0', ...drawn.prefer];
  headers.prefer = headerValue(prefer.join(', '));
  for (const [name, value] of drawn.headers) headers[name] = headerValue(value);
  const prefix = session === undefined ? '' : `/__session/${session}`;
  return { method, target: `${prefix}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`, headers, body, operation: operation.id };
}
