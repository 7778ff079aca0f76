/** HAR files as browsers write them. */
import { expect, test } from 'vitest';
import { parseHar } from '../../src/recording/har.js';
import { Replay } from '../../src/recording/replay.js';

const har = (...entries: object[]) => JSON.stringify({ log: { version: '1.2', entries } });
const url = 'https://gateway.example/base/v1/files/qfile-1';
const body = JSON.stringify({ id: 'qfile-1', object: 'file', status: 'ready', model: 'm', created_at: 1, expires_at: 2 });
const entry = (content: object, more: object = {}) => ({
  startedDateTime: '2026-01-15T12:00:00.000Z',
  time: 12.5,
  request: { method: 'GET', url, headers: [{ name: 'Accept', value: '*/*' }] },
  response: { status: 200, headers: [{ name: 'Content-Type', value: 'application/json' }], content },
  ...more,
});

const check = (text: string) => {
  const replay = new Replay({ auth: false, omitsBodies: true, baseUrl: new URL('https://gateway.example/base') });
  return parseHar(text, 'a.har').map((recording) => replay.check('a.har', recording)?.violations.map(({ message }) => message));
};

test('bodies are text or Base64', () => {
  expect(check(har(entry({ text: body }), entry({ text: Buffer.from(body).toString('base64'), encoding: 'base64' })))).toEqual([[], []]);
  expect(check(har(entry({ text: body.replace('"m"', '1') })))).toEqual([['getFile response body /model: must be string, got number 1']]);
});

test('a body that was not kept is not missed, a call without an answer has none', () => {
  expect(check(har(entry({}), entry({}, { response: { status: 0, headers: [], content: {} } })))).toEqual([[], []]);
});

test('the body of a request may be missing, and a byte order mark may be there', () => {
  const request = { method: 'POST', url: 'https://gateway.example/base/v1/files', headers: [] };
  expect(check(`\uFEFF${har(entry({}, { request, response: undefined }))}`)).toEqual([[]]);
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
  [{ response: { status: 200, headers: [{}], content: {} } }, { response: { status: 200, headers: { '': '' }, ended: 'cancel' } }],
])('all but method and address may be missing: %j', (more, told) => {
  const request = { method: 'GET', url, headers: {} };
  const time = '1970-01-01T00:00:00.000Z';
  expect(parseHar(har({ request: { method: 'GET', url }, ...more }), 'a.har')).toEqual([
    { time, request, duration: 0, violations: [], ...told },
  ]);
});

test('what is no HAR file is told', () => {
  expect(() => parseHar('x', 'a.har')).toThrow('a.har is not JSON');
  expect(() => parseHar('{}', 'a.har')).toThrow('a.har is no HAR file: log.entries is missing');
  expect(() => parseHar(har({ request: { method: 'GET', url: 'http://[' } }), 'a.har')).toThrow(
    'a.har, entry 1: request.method and request.url',
  );
  expect(() => parseHar('{"log":{"entries":[null]}}', 'a.har')).toThrow('a.har, entry 1: request.method and request.url are needed');
  expect(() => parseHar(har({}), 'a.har')).toThrow('a.har, entry 1: request.method and request.url are needed');
});
