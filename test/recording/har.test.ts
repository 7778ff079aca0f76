/** HAR files as browsers write them. */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { entryRecording } from '../../src/recording/har.js';
import type { ReadBody } from '../../src/recording/har-file.js';
import { type Recording, RecordingError } from '../../src/recording/recording.js';
import { Replay } from '../../src/recording/replay.js';

const har = (...entries: object[]) => JSON.stringify({ log: { version: '1.2', entries } });
const url = 'https://gateway.example/base/v1/files/qfile-1';
const body = JSON.stringify({ id: 'qfile-1', object: 'file', status: 'ready', model: 'm', created_at: 1, synced_at: 1, expires_at: 2 });
const entry = (content: object, more: object = {}) => ({
  startedDateTime: '2026-01-15T12:00:00.000Z',
  time: 12.5,
  request: { method: 'GET', url, headers: [{ name: 'Accept', value: '*/*' }] },
  response: { status: 200, headers: [{ name: 'Content-Type', value: 'application/json' }], content },
  ...more,
});

type HarEntry = { recording: Recording } | { problem: string };

const parseHar = (text: string, file: string, body?: ReadBody): HarEntry[] =>
  JSON.parse(text).log.entries.map((entry: unknown, index: number) => {
    try {
      return { recording: entryRecording(entry, `${file}, entry ${index + 1}`, body) };
    } catch (error) {
      if (error instanceof RecordingError) return { problem: error.message };
      throw error;
    }
  });

const check = (text: string) => {
  const replay = new Replay({ auth: false, omitsBodies: true, baseUrl: new URL('https://gateway.example/base') });
  return parseHar(text, 'a.har').map((entry) =>
    'problem' in entry ? entry.problem : replay.check('a.har', entry.recording)?.violations.map(({ message }) => message),
  );
};

test('bodies are text or Base64', () => {
  expect(check(har(entry({ text: body }), entry({ text: Buffer.from(body).toString('base64'), encoding: 'base64' })))).toEqual([[], []]);
  expect(check(har(entry({ text: body.replace('"m"', '1') })))).toEqual([['getFile response body /model: must be string, got number 1']]);
});

test('what only the text of a body tells is found', () => {
  expect(check(har(entry({ text: body.replace('{', '{"id":"qfile-0",') })))).toEqual([
    ['getFile response body: must have each member of an object once, got string "id"'],
  ]);
  const deep = `${'['.repeat(1001)}${']'.repeat(1001)}`;
  expect(check(har(entry({ text: body.replace('{', `{"deep":${deep},`) })))).toEqual([
    [expect.stringContaining('must be nested at most 1000 levels deep')],
  ]);
});

test('a body that was not kept is not missed, a call without an answer has none', () => {
  expect(check(har(entry({}), entry({}, { response: { status: 0, headers: [], content: {} } })))).toEqual([[], []]);
});

test('the body of a request may be missing', () => {
  const request = { method: 'POST', url: 'https://gateway.example/base/v1/files', headers: [] };
  expect(check(har(entry({}, { request, response: undefined })))).toEqual([[]]);
});

test('a preflight is no call', () => {
  const request = { method: 'OPTIONS', url, headers: [{ name: 'Access-Control-Request-Method', value: 'GET' }] };
  expect(check(har(entry({}, { request, response: { status: 204, headers: [], content: {} } })))).toEqual([[]]);
});

test('requests are checked too', () => {
  const request = {
    method: 'post',
    url: 'https://gateway.example/base/v1/files',
    headers: [],
    postData: { mimeType: 'application/json', text: '{}' },
  };
  const found = check(har(entry({}, { request, response: undefined })))[0];
  expect(found).toContain('createFile request body /model: is required');
});

test('other addresses are left out', () => {
  expect(check(har(entry({ text: body }, { request: { method: 'GET', url: 'https://gateway.example/v1/files/a', headers: [] } })))).toEqual(
    [undefined],
  );
});

test.each([
  [{}, {}],
  [{ response: {} }, {}],
  [{ response: { status: 200 } }, { response: { status: 200, headers: {}, ended: 'cancel' } }],
  [{ response: { status: 200, headers: [{}], content: {} } }, { response: { status: 200, headers: {}, ended: 'cancel' } }],
])('all but method and address may be missing: %j', (more, told) => {
  const request = { method: 'GET', url, headers: {} };
  const time = '1970-01-01T00:00:00.000Z';
  expect(parseHar(har({ request: { method: 'GET', url }, ...more }), 'a.har')).toEqual([
    { recording: { time, request, duration: 0, violations: [], ...told } },
  ]);
});

test('what is beside the headers in the format is known as the headers that it was sent in', () => {
  const request = {
    method: 'GET',
    url: 'https://me:my%20word@gateway.example/v1/models',
    headers: [],
    cookies: [{ name: 'a', value: 'b' }, null, { name: 's', value: 'c' }],
  };
  const headersOf = (more: object) => entryRecording({ request: { ...request, ...more } }, 'a.har').request.headers;
  expect(headersOf({})).toEqual({ authorization: `Basic ${btoa('me:my word')}`, cookie: 'a=b; s=c' });
  const headers = [
    { name: 'Authorization', value: 'Bearer x' },
    { name: 'Cookie', value: 'd=e' },
  ];
  expect(headersOf({ headers })).toEqual({ authorization: 'Bearer x', cookie: 'd=e' });
});

test('an entry that is none hides no other', () => {
  const problem = (number: number) => `a.har, entry ${number}: request.method and request.url are needed`;
  const [bad, none] = [{ request: { method: 'GET', url: 'http://[' } }, null as never];
  expect(check(har(bad, none, {}, entry({ text: body })))).toEqual([problem(1), problem(2), problem(3), []]);
});

describe('a body in a file of its own', () => {
  const files: Record<string, Uint8Array> = { 'a1.json': Buffer.from(body), 'b2.png': Buffer.from([0x89, 0x50, 0xff]) };
  const read = (name: string) => {
    const found = files[name];
    if (!found) throw new RecordingError(`${name} is not there`);
    return found;
  };
  const only = (content: object, more: object = {}) => parseHar(har(entry(content, more)), 'a.har', read)[0];

  test('is read', () => {
    expect(only({ mimeType: 'application/json', size: 99, _file: 'a1.json' })).toMatchObject({
      recording: { response: { text: body, ended: 'end' } },
    });
    const request = { method: 'POST', url, headers: [], postData: { mimeType: 'application/json', text: '', _file: 'a1.json' } };
    expect(only({}, { request })).toMatchObject({ recording: { request: { json: JSON.parse(body) } } });
  });

  test('that is no text is not kept', () => {
    const { recording } = only({ mimeType: 'image/png', size: 3, _file: 'b2.png' }) as { recording: Recording };
    expect(recording.response).toEqual({ status: 200, headers: { 'content-type': 'application/json' }, ended: 'cancel' });
  });

  test('is missed where it is not there', () => {
    expect(only({ _file: 'c3.json' })).toEqual({ problem: 'a.har, entry 1: c3.json is not there' });
    expect(parseHar(har(entry({ _file: 'c3.json' })), 'a.har')).toEqual([{ problem: 'a.har, entry 1: c3.json is not at hand' }]);
  });
});

/** One call each, as the program writes it: what it adds to the format, and what it leaves out. */
describe('as it is exported by', () => {
  const base64 = Buffer.from(body).toString('base64');
  const get = { method: 'GET', url, httpVersion: 'h2', cookies: [], queryString: [], headersSize: -1, bodySize: 0 };
  const request = { ...get, headers: [{ name: ':authority', value: 'gateway.example' }] };
  const json = [{ name: 'content-type', value: 'application/json' }];
  const ok = {
    status: 200,
    statusText: 'OK',
    httpVersion: 'h2',
    cookies: [],
    headers: json,
    redirectURL: '',
    headersSize: -1,
    bodySize: -1,
  };
  const failed = { status: 0, statusText: '', httpVersion: '', headers: [], cookies: [], redirectURL: '', headersSize: -1, bodySize: -1 };
  const started = { startedDateTime: '2026-01-15T12:00:00.000Z', time: 12.5, cache: {}, timings: { send: 0, wait: 12, receive: 0.5 } };
  const whole = { recording: { response: { status: 200, text: body, ended: 'end' } } };
  const unkept = { recording: { response: { status: 200, ended: 'cancel' } } };
  const unanswered = { recording: { request: { method: 'GET' } } };

  test.each<[string, object, object]>([
    [
      'Chrome',
      {
        ...started,
        _initiator: { type: 'script' },
        _resourceType: 'fetch',
        request,
        response: {
          ...ok,
          content: { size: body.length, mimeType: 'application/json', text: base64, encoding: 'base64' },
          _transferSize: 200,
          _error: null,
        },
      },
      whole,
    ],
    [
      'Chrome, without content',
      { ...started, request, response: { ...ok, content: { size: body.length, mimeType: 'application/json' } } },
      unkept,
    ],
    [
      'Chrome, of a call that was aborted',
      { ...started, request, response: { ...failed, content: { size: 0, mimeType: 'x-unknown' }, _error: 'net::ERR_ABORTED' } },
      unanswered,
    ],
    [
      'Chrome, of a WebSocket',
      {
        ...started,
        _resourceType: 'websocket',
        _webSocketMessages: [{ type: 'send', time: 1, opcode: 1, data: 'Hi' }],
        request: { ...request, url: url.replace('https', 'wss') },
        response: { ...ok, status: 101, content: { size: 0, mimeType: 'x-unknown' } },
      },
      unanswered,
    ],
    [
      'Firefox',
      {
        ...started,
        pageref: 'page_1',
        _securityState: 'secure',
        request,
        response: { ...ok, content: { mimeType: 'application/json', size: body.length, text: body }, bodySize: 150 },
      },
      whole,
    ],
    [
      'Firefox, of a call that was blocked',
      { ...started, request, response: { ...failed, content: { mimeType: 'text/plain', size: 0, text: '' } } },
      unanswered,
    ],
    [
      'Safari',
      {
        ...started,
        time: null,
        request,
        response: { ...ok, content: { size: body.length, compression: 0, mimeType: 'application/json', text: base64, encoding: 'base64' } },
        _fetchType: 'Network Load',
        _priority: 'medium',
      },
      whole,
    ],
    [
      'Charles',
      {
        ...started,
        request: { ...request, headers: [{ name: 'Host', value: 'gateway.example' }] },
        response: {
          ...ok,
          _charlesStatus: 'COMPLETE',
          content: { size: body.length, compression: 10, mimeType: 'application/json', text: base64, encoding: 'base64' },
        },
      },
      whole,
    ],
    [
      'Playwright',
      {
        ...started,
        _frameref: 'f',
        _monotonicTime: 1,
        request,
        response: { ...ok, content: { size: body.length, mimeType: 'application/json', text: body } },
        serverIPAddress: '127.0.0.1',
        _serverPort: 1,
      },
      whole,
    ],
    [
      'Playwright, without a response',
      { ...started, time: -1, request, response: { ...failed, status: -1, content: { size: -1, mimeType: 'x-unknown' } } },
      unanswered,
    ],
    [
      'Proxyman',
      {
        ...started,
        _id: '1',
        _isHTTPS: true,
        request: { ...request, postData: undefined },
        response: { ...ok, content: { size: body.length, mimeType: 'application/json; charset=utf-8', text: base64, encoding: 'base64' } },
        comment: '',
      },
      whole,
    ],
  ])('%s', (_, exported, told) => {
    const [found] = parseHar(har(exported), 'a.har');
    expect(found).toMatchObject(told);
    if (told === unanswered) expect(found).not.toHaveProperty('recording.response');
    expect(check(har(exported))[0] ?? []).toEqual([]);
  });

  test('nobody, with a time that is none', () => {
    expect(parseHar(har({ ...started, startedDateTime: 'soon', request, response: ok }), 'a.har')).toMatchObject([
      { recording: { time: '1970-01-01T00:00:00.000Z' } },
    ]);
  });
});

/** As HTTP/1.1 sends a body whose length is not known before. */
function inChunks(body: string | Uint8Array): Buffer {
  const bytes = Buffer.from(body);
  const half = Math.ceil(bytes.length / 2);
  const pieces = [bytes.subarray(0, half), bytes.subarray(half), Buffer.alloc(0)];
  return Buffer.concat(pieces.flatMap((piece) => [Buffer.from(`${piece.length.toString(16)};a=b\r\n`), piece, Buffer.from('\r\n')]));
}

/** What is wrong or missing in a file is no fault of the gateway's. */
describe('no false alarm comes from', () => {
  const type = (...more: [string, string][]) =>
    [['Content-Type', 'application/json'] as const, ...more].map(([name, value]) => ({ name, value }));
  const base64 = (bytes: Uint8Array) => ({ text: Buffer.from(bytes).toString('base64'), encoding: 'base64' });
  const chat = { method: 'POST', url: 'https://gateway.example/base/v1/files', headers: type() };

  test.each<[what: string, response: object, isKept: boolean]>([
    ['what gzip packed', { headers: type(['Content-Encoding', 'gzip']), content: base64(gzipSync(body)) }, true],
    ['what gzip packed, unsaid', { headers: type(), content: base64(gzipSync(body)) }, true],
    ['what Brotli packed', { headers: type(['content-encoding', 'br']), content: base64(brotliCompressSync(body)) }, true],
    [
      'what was unpacked, with the header of what came',
      { headers: type(['content-encoding', 'br']), content: base64(Buffer.from(body)) },
      true,
    ],
    [
      'what is packed in a way that nobody knows',
      { headers: type(['content-encoding', 'zstd']), content: base64(Buffer.from([0x28, 0xb5, 0x2f, 0xfd])) },
      false,
    ],
    [
      'packed bytes that were taken for text',
      { headers: type(['content-encoding', 'gzip']), content: { text: '\u001f\uFFFD\b\u0000' } },
      false,
    ],
    ['a text that is shorter than its size', { headers: type(), content: { size: body.length, text: body.slice(0, 40) } }, false],
    [
      'a text that is shorter than its header says',
      { headers: type(['content-length', String(body.length)]), content: { size: -1, text: body.slice(0, 40) } },
      false,
    ],
    [
      'a text of which a comment says that it is not all',
      { headers: type(), content: { text: body.slice(0, 40), comment: 'truncated at 1 MB' } },
      false,
    ],
    ['a call that broke off', { headers: type(), content: { size: 40, text: body.slice(0, 40) }, _error: 'net::ERR_ABORTED' }, false],
    [
      'a size of what was packed',
      { headers: type(['content-encoding', 'gzip'], ['content-length', '20']), content: { size: 20, text: body } },
      true,
    ],
    ['a size of something else', { headers: type(), content: { size: 9999, text: body } }, true],
    ['a body that is gone', { headers: type(['content-length', '99']), content: { size: 0, text: '' } }, false],
    ['a content that is none', { headers: type(), content: null }, false],
    ['headers that are none', { headers: null, content: { mimeType: 'application/json', text: body } }, true],
    ['a header that is none', { headers: [null, ...type()], content: { text: body } }, true],
    [
      'headers whose name or value is none',
      { headers: [...type(), { name: 'content-length', value: {} }, { name: 5, value: 'x' }], content: { text: body } },
      true,
    ],
    ['an encoding in capitals', { headers: type(), content: { ...base64(Buffer.from(body)), encoding: 'BASE64' } }, true],
    [
      'pieces with their lengths, as they came over the line',
      { headers: type(['Transfer-Encoding', 'chunked']), content: { text: inChunks(body).toString() } },
      true,
    ],
    [
      'such pieces in Base64, packed',
      { headers: type(['transfer-encoding', 'chunked'], ['content-encoding', 'gzip']), content: base64(inChunks(gzipSync(body))) },
      true,
    ],
    ['such pieces that were put together', { headers: type(['transfer-encoding', 'chunked']), content: { text: body } }, true],
    [
      'such pieces of which the last are missing',
      { headers: type(['transfer-encoding', 'chunked']), content: { text: inChunks(body).subarray(0, 60).toString() } },
      false,
    ],
    ['what a browser answered itself', { status: 307, headers: type(['Non-Authoritative-Reason', 'HSTS']), content: {} }, false],
    ['JSON that was parsed', { headers: type(), content: { text: JSON.parse(body) } }, true],
  ])('%s', (_, response, isKept) => {
    const text = har(entry({}, { response: { status: 200, ...response } }));
    expect(check(text)).toEqual([[]]);
    expect(parseHar(text, 'a.har')[0]).toMatchObject(isKept ? { recording: { response: { text: body, ended: 'end' } } } : {});
    if (!isKept) expect(parseHar(text, 'a.har')[0]).not.toHaveProperty('recording.response.ended', 'end');
  });

  test('a text in another charset is read, and the charset is what is wrong', () => {
    const content = { mimeType: 'application/json; charset=utf-16le', ...base64(Buffer.from(body, 'utf16le')) };
    const text = har(entry({}, { response: { status: 200, headers: null, content } }));
    expect(check(text)).toEqual([[expect.stringContaining('must name no charset but UTF-8')]]);
    expect(parseHar(text, 'a.har')[0]).toMatchObject({ recording: { response: { text: body, ended: 'end' } } });
  });

  test.each<[what: string, request: object]>([
    ['a request without its body', { ...chat, bodySize: 99 }],
    ['a request whose body was left out', { ...chat, postData: { mimeType: 'application/json', text: '' } }],
    ['a request whose body is null', { ...chat, postData: null }],
    [
      'a request with null members',
      { ...chat, headers: null, cookies: null, queryString: null, postData: { mimeType: null, text: null, params: null } },
    ],
  ])('%s', (_, request) => {
    expect(check(har(entry({ text: '{}' }, { request, response: { status: 0 } })))).toEqual([[]]);
  });

  test.each([
    'data:application/json,{}',
    'blob:https://gateway.example/1',
    'chrome-extension://abc/base/v1/files',
    'wss://gateway.example/base/v1/files',
  ])('%s', (address) => {
    const replay = new Replay({ auth: false });
    const recording = entryRecording({ request: { method: 'GET', url: address }, response: { status: 200 } }, 'a.har');
    expect(replay.check('a.har', recording)).toBeUndefined();
  });
});

test('forms are put together again; parts of a message are not', () => {
  const request = (mimeType: string) => ({
    method: 'POST',
    url,
    headers: [],
    postData: { mimeType, params: [{ name: 'a', value: 'b c' }, null] },
  });
  const textOf = (mimeType: string) => (entryRecording({ request: request(mimeType) }, 'a.har').request as { text?: string }).text;
  expect(textOf('application/x-www-form-urlencoded')).toBe('a=b+c&=');
  expect(textOf('multipart/form-data; boundary=x')).toBeUndefined();
});
