/** The printed command, run by a shell. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { curlOf } from '../../../src/check/repeat/curl.js';
import { keyVariable } from '../../../src/check/repeat/key-variable.js';
import type { SentRequest } from '../../../src/check/repeat/sent-request.js';
import { bodies, echoServer } from './echo.js';

const shell = (command: string) =>
  promisify(execFile)('/bin/sh', ['-c', command], { env: { ...process.env, [keyVariable]: 'sk-own key' } });

const request = (url: string, more: Partial<SentRequest> = {}): SentRequest => ({
  method: 'POST',
  url,
  headers: { 'content-type': 'application/json' },
  key: { header: 'Authorization', before: 'Bearer ' },
  body: { kind: 'none' },
  ...more,
});

test.each(bodies)('sends %j to the byte, in one line', async (text) => {
  const { url, arrived } = await echoServer();
  const command = curlOf(request(`${url}/v1/chat`, { body: { kind: 'text', text } }));
  expect(command).toMatch(/^[^\p{Cc}\p{Cf}\u2028\u2029]+$/u);
  await shell(command);
  expect(arrived).toMatchObject([
    { method: 'POST', url: '/v1/chat', body: text, headers: { authorization: 'Bearer sk-own key', 'content-type': 'application/json' } },
  ]);
});

test('keeps method, path, query and headers as they were', async () => {
  const { url, arrived } = await echoServer();
  const path = `/v1/it's/../a%2Fb?ids[]={1,2}&q=$HOME&k=%5Bredacted%5D`;
  await shell(curlOf(request(url + path, { method: 'DELETE', headers: { prefer: "code=429, note=it's", 'x-empty': '' } })));
  await shell(curlOf(request(url + path, { method: 'GET', headers: {} })));
  await shell(curlOf(request(url, { headers: {}, body: { kind: 'text', text: '{}' } }), false));
  expect(arrived).toMatchObject([
    { method: 'DELETE', url: path, headers: { prefer: "code=429, note=it's", 'x-empty': '' } },
    { method: 'GET', url: path },
    { method: 'POST', body: '{}' },
  ]);
  expect(arrived[2]?.headers).not.toHaveProperty('authorization');
  expect(arrived[2]?.headers).not.toHaveProperty('content-type');
});

test('says what it cannot show', () => {
  const url = 'http://gateway/v1/files';
  expect(curlOf(request(url, { body: { kind: 'unknown', why: 'its body (multipart/form-data) was not read' } }))).toBe(
    'no curl: its body (multipart/form-data) was not read',
  );
  expect(curlOf(request(url, { body: { kind: 'long', length: 52341, start: '{"a":\n"b' } }))).toMatch(
    / --data-binary @request-body # request-body holds the body: 52341 characters that begin with \{"a": "b$/,
  );
});
