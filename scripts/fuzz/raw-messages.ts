/** Bytes on a connection, right and wrong: pipelines, smuggling, half-closed connections, heads that are none. */
import fc, { type Arbitrary } from 'fast-check';
import { contract } from '../../compiled/contract.js';

export interface RawMessage {
  /** What is written, piece by piece. */
  pieces: Buffer[];
  /** Whether the writing side is closed afterwards. */
  isHalfClosed: boolean;
  /** How many responses have to come; `undefined` where the server may as well close the connection, or wait for more. */
  responses: number | undefined;
}

/** Stand for the paths of an operation that only reads, and of one that talks. */
const read = contract.operations.find(({ method, path }) => method === 'GET' && !path.includes('{'));
const write = contract.operations.find(({ protocol, path }) => protocol !== undefined && !path.includes('{'));
const bytesOf = (text: string): Buffer =>
  Buffer.from(text.replaceAll('/:read', read?.path ?? '/').replaceAll('/:write', write?.path ?? '/'), 'latin1');

const chat = JSON.stringify(write?.examples[0]?.request.body);
const head = (line: string, ...headers: string[]) => [line, 'Host: a', 'Authorization: Bearer any-key', ...headers].join('\r\n');
const get = (target: string, ...headers: string[]) => `${head(`GET ${target} HTTP/1.1`, ...headers)}\r\n\r\n`;
const post = (body: string, ...headers: string[]) =>
  `${head('POST /:write HTTP/1.1', 'Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`, ...headers)}\r\n\r\n${body}`;
const chunked = (body: string, ...headers: string[]) =>
  `${head('POST /:write HTTP/1.1', 'Content-Type: application/json', 'Transfer-Encoding: chunked', ...headers)}\r\n\r\n${body}`;

const last = 'Connection: close';
const whole = [
  (...more: string[]) => get('/:read', ...more),
  (...more: string[]) => post(chat, ...more),
  (...more: string[]) => post('{}', ...more),
  (...more: string[]) => chunked(`${chat.length.toString(16)};ext=1\r\n${chat}\r\n0\r\nX-Trailer: a\r\n\r\n`, ...more),
  (...more: string[]) => get('http://other.example/:read?a=b', ...more),
  (...more: string[]) => get('//', ...more),
];

const odd = fc.constantFrom(
  `GET /:read HTTP/1.0\r\nAuthorization: Bearer any-key\r\n\r\n`,
  'GET /:read\r\n\r\n',
  'GET  /:read HTTP/1.1\r\n\r\n',
  'get /:read HTTP/1.1\r\nHost: a\r\n\r\n',
  'GET /:read HTTP/3.0\r\nHost: a\r\n\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  `CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n`,
  get('*'),
  `OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n`,
  get('/%'),
  get('/:read', 'Upgrade: h2c', 'Connection: Upgrade, HTTP2-Settings', 'HTTP2-Settings: AAMAAABkAAQAAP__'),
  get('/:read', 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Key: x'),
  get(`/${'a'.repeat(20_000)}`),
  get('/:read', ...Array.from({ length: 1500 }, (_, index) => `X-${index}: a`)),
  get('/:read', 'Host: b'),
  get('/:read', 'X-A : b'),
  get('/:read', ' folded'),
  get('/:read', 'X-A: a\u0000b'),
  get('/:read', '\u00ffX: a'),
  get('/\u0001'),
  chunked('0\r\n\r\n', 'Content-Length: 5'),
  post(chat, 'Transfer-Encoding: chunked'),
  chunked('zz\r\nabc\r\n0\r\n\r\n'),
  chunked('ffffffffffffffffff\r\na'),
  chunked('-1\r\na\r\n0\r\n\r\n'),
  chunked('1\r\nab\r\n0\r\n\r\n'),
  chunked('5\r\nab'),
  chunked('0\r\n\r\nGET /:read HTTP/1.1\r\n\r\n'),
  post(chat, 'Content-Length: 0'),
  post(chat, 'Content-Length: +5'),
  post(chat, 'Expect: 100-continue', last),
  post(chat, 'Expect: nothing', last),
  `POST /:write HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n`,
  `POST /:write HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`,
  '\r\n\r\n\r\n',
  '\u0016\u0003\u0001\u0002',
  'GET',
  post(chat).slice(0, -10),
  'HTTP/1.1 200 OK\r\n\r\n',
  get('/:read', 'Keep-Alive: timeout=-1'),
  get('/:read', 'Connection: close, keep-alive, __proto__'),
);

interface Mutation {
  at: number;
  bytes: Uint8Array;
  removed: number;
}

function mutated(text: string, mutations: readonly Mutation[]): Buffer {
  let bytes = bytesOf(text);
  for (const { at, bytes: more, removed } of mutations) {
    const from = at % (bytes.length + 1);
    bytes = Buffer.concat([bytes.subarray(0, from), more, bytes.subarray(from + removed)]);
  }
  return bytes;
}

function split(bytes: Buffer, at: readonly number[]): Buffer[] {
  const places = [...new Set(at.map((place) => place % (bytes.length + 1)))].sort((one, other) => one - other);
  return [0, ...places].map((from, index) => bytes.subarray(from, places[index] ?? bytes.length)).filter(({ length }) => length > 0);
}

export const rawMessage: Arbitrary<RawMessage> = fc.oneof(
  fc
    .record({
      requests: fc.array(fc.constantFrom(...whole), { minLength: 1, maxLength: 5 }),
      splits: fc.array(fc.nat(3000), { maxLength: 6 }),
      isHalfClosed: fc.boolean(),
    })
    .map(({ requests, splits, isHalfClosed }) => {
      const text = requests.map((write, index) => (index === requests.length - 1 ? write(last) : write())).join('');
      return { pieces: split(bytesOf(text), splits), isHalfClosed, responses: requests.length };
    }),
  fc
    .tuple(fc.array(odd, { minLength: 1, maxLength: 3 }), fc.boolean())
    .map(([texts, isHalfClosed]) => ({ pieces: texts.map((text) => bytesOf(text)), isHalfClosed, responses: undefined })),
  fc
    .tuple(
      fc.constantFrom(...whole),
      fc.array(fc.record({ at: fc.nat(2000), bytes: fc.uint8Array({ maxLength: 3 }), removed: fc.nat(3) }), { minLength: 1, maxLength: 4 }),
      fc.boolean(),
    )
    .map(([write, mutations, isHalfClosed]) => ({ pieces: [mutated(write(last), mutations)], isHalfClosed, responses: undefined })),
  fc
    .tuple(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.boolean())
    .map(([bytes, isHalfClosed]) => ({ pieces: [Buffer.from(bytes)], isHalfClosed, responses: undefined })),
);
