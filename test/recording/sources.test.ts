/** What files and folders of recorded exchanges hold. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, onTestFinished, test } from 'vitest';
import { exchangesAt } from '../../src/recording/sources.js';

const url = 'https://gateway.example/v1/models';
const entry = (more: object = {}) => ({
  startedDateTime: '2026-01-15T12:00:00.000Z',
  request: { method: 'GET', url, headers: [] },
  response: { status: 200, headers: [], content: { text: '{}' } },
  ...more,
});
const har = (...entries: unknown[]): string => JSON.stringify({ log: { version: '1.2', entries } });
const recording = (more: object = {}): string =>
  JSON.stringify({
    time: '2026-01-15T12:00:00Z',
    request: { method: 'GET', url: '/v1/models', headers: {} },
    duration: 1,
    violations: [],
    ...more,
  });
const journal = (...entries: object[]): string => JSON.stringify(entries);

async function folder(files: Record<string, string | Uint8Array>): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'sources-'));
  onTestFinished(() => rm(path, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(path, name, '..'), { recursive: true });
    await writeFile(join(path, name), content);
  }
  return path;
}

/** By file: what is found there, in short. */
async function foundAt(path: string): Promise<string[]> {
  const found: string[] = [];
  for await (const one of exchangesAt(path)) {
    const what =
      'problem' in one
        ? one.problem.replaceAll(`${path}/`, '')
        : 'coverage' in one
          ? 'coverage'
          : `${one.kind} ${one.recording.request.url}`;
    found.push(what);
  }
  return found;
}

const found = async (name: string, content: string | Uint8Array): Promise<string[]> => {
  const path = await folder({ [name]: content });
  return (await foundAt(join(path, name))).map((one) => one.replaceAll(`${path}/`, ''));
};

const aHar = har(entry());
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');

describe('a file is known by what it says', () => {
  test.each<[name: string, content: string | Uint8Array, string[]]>([
    ['a.har', aHar, [`har ${url}`]],
    ['A.HAR', aHar, [`har ${url}`]],
    ['a.json', aHar, [`har ${url}`]],
    ['a.txt', aHar, [`har ${url}`]],
    ['a', `\uFEFF${aHar}`, [`har ${url}`]],
    ['a.har', utf16(aHar), [`har ${url}`]],
    ['a.json', utf16(recording()), ['recording /v1/models']],
    ['a.har.gz', gzipSync(aHar), [`har ${url}`]],
    ['a.zhar', deflateSync(aHar), [`har ${url}`]],
    ['a.har.zip', zipSync({ 'deep/har.har': Buffer.from(aHar) }), [`har ${url}`]],
    ['a.har', zipSync({ 'har.har': Buffer.from(aHar) }), [`har ${url}`]],
    ['a.json', recording(), ['recording /v1/models']],
    ['a.har', recording(), ['recording /v1/models']],
    ['a.json', `\uFEFF${recording()}`, ['recording /v1/models']],
    ['a.json', `[${recording()},${recording()}]`, ['recording /v1/models', 'recording /v1/models']],
    ['a.json', journal({ id: 1, method: 'GET', path: '/v1/models', query: 'a=1' }), ['journal /v1/models?a=1']],
    [
      'a.json',
      journal({ id: 1, method: 'POST', path: '/hook', callback: { url: 'http://a.example/hook', attempt: 1 } }),
      ['journal http://a.example/hook'],
    ],
    ['a.json', JSON.stringify({ rows: [], stateRows: [] }), ['coverage']],
    ['a.har', har(), []],
    ['a.json', '[]', []],
  ])('%s %#', async (name, content, what) => {
    expect(await found(name, content)).toEqual(what);
  });
});

describe('what cannot be read is said in one line, and hides nothing else', () => {
  test.each<[name: string, content: string | Uint8Array, string[]]>([
    ['a.har', '', ['a.har is empty']],
    ['a.har', 'x', ['a.har is not JSON']],
    ['a.har', '<p>[{"a":1}]</p>', ['a.har is not JSON']],
    ['a.json', Buffer.from('\x89PNG\r\n[{}', 'latin1'), ['a.json is not JSON']],
    ['a.har', '{}', ['a.har is no HAR file: log.entries is missing']],
    ['a.har', '42', ['a.har is no HAR file: log.entries is missing']],
    ['a.har', 'null', ['a.har is no HAR file: log.entries is missing']],
    ['a.har', '{"log":1}', ['a.har is no HAR file: log.entries is missing']],
    ['a.json', '{"log":{"entries":{}}}', ['a.json is no HAR file: log.entries is missing']],
    ['a.json', '{}', ['a.json is no recording: it needs request.method, .url and .headers, and response.status, .headers and .ended']],
    ['a.json', 'null', ['a.json is no recording: it needs request.method, .url and .headers, and response.status, .headers and .ended']],
    ['a.json', '{"a":', ['a.json is not JSON']],
    ['a.har', aHar.slice(0, -3), [`har ${url}`, 'a.har was cut off: it ends after entry 1']],
    ['a.har', har(entry(), entry()).slice(0, -30), [`har ${url}`, 'a.har was cut off: it ends within entry 2']],
    ['a.json', har(entry(), entry()).slice(0, -30), [`har ${url}`, 'a.json was cut off: it ends within entry 2']],
    [
      'a.har',
      har(entry(), 'X', entry()).replace('"X"', '{"request": undefined}'),
      [`har ${url}`, 'a.har, entry 2 is not JSON', `har ${url}`],
    ],
    [
      'a.har',
      har(null, 5, [entry()], entry()),
      [1, 2, 3].map((number) => `a.har, entry ${number}: request.method and request.url are needed`).concat(`har ${url}`),
    ],
    [
      'a.json',
      recording({ format: 2, request: [] }),
      ['a.json has the format 2, and this version of nexconn-contract reads 1: a newer one wrote it, and can read it'],
    ],
    ['a.zip', 'x', ['a.zip cannot be unpacked: it is no ZIP file']],
    ['a.zip', zipSync({ 'trace.network': Buffer.from('x') }), ['a.zip holds no HAR file']],
    ['a.har.gz', gzipSync(aHar).subarray(0, 30), ['a.har.gz cannot be unpacked: unexpected end of file']],
    [
      'a.json',
      recording({ response: { status: 200, headers: {}, ended: 'end', chunks: 'x' } }),
      ['a.json is no recording: it needs request.method, .url and .headers, and response.status, .headers and .ended'],
    ],
    [
      'a.json',
      recording({ request: { method: 'GET', url: '/', headers: null } }),
      ['a.json is no recording: it needs request.method, .url and .headers, and response.status, .headers and .ended'],
    ],
    ...[
      { url: '//', headers: {} },
      { url: '/', headers: { accept: 5 } },
      { url: '/', headers: {}, text: 5 },
    ].map((request): [string, string, string[]] => [
      'a.json',
      `[${recording({ request: { method: 'GET', ...request } })},${recording()}]`,
      [
        'a.json, entry 1 is no recording: it needs request.method, .url and .headers, and response.status, .headers and .ended',
        'recording /v1/models',
      ],
    ]),
    ...[{ requestHeaders: { accept: 5 } }, { query: {} }, { path: '//' }].map((odd): [string, string, string[]] => [
      'a.json',
      journal({ method: 'GET', path: '/v1/models', ...odd }, { method: 'GET', path: '/v1/files' }),
      ['a.json, entry 1 is no entry of a journal: it needs method and path, and texts in query and requestHeaders', 'journal /v1/files'],
    ]),
    ['a.json', '{"rows":[null],"stateRows":[]}', ['a.json is no report: it needs rows and stateRows, with their hits']],
  ])('%s %#', async (name, content, what) => {
    expect(await found(name, content)).toEqual(what);
  });
});

test('a folder may hold all of it, and the bodies of HAR files', async () => {
  const attached = entry({ response: { status: 200, headers: [], content: { _file: '1.json' } } });
  const path = await folder({
    '1.json': '{"object":"list"}',
    '2.json': recording(),
    '3.HAR': har(attached, entry({ request: null })),
    '4.json': 'x',
    '5.json': journal({ method: 'GET', path: '/v1/models' }),
    '6.har.zip': zipSync({ 'har.har': Buffer.from(aHar) }),
    '7.har.gz': gzipSync(aHar),
    '8.zhar': deflateSync(aHar),
    'notes.txt': 'x',
  });
  expect(await foundAt(path)).toEqual([
    'recording /v1/models',
    `har ${url}`,
    '3.HAR, entry 2: request.method and request.url are needed',
    'journal /v1/models',
    `har ${url}`,
    `har ${url}`,
    `har ${url}`,
    '4.json is not JSON',
  ]);
});

test('a folder may have folders: of workers, and of HAR files with their bodies', async () => {
  const path = await folder({
    'worker-1/a.json': recording(),
    'worker-2/a.json': recording(),
    'page/a.har': har(entry({ response: { status: 200, headers: [], content: { _file: 'bodies/1.json' } } })),
    'page/bodies/1.json': '{"object":"list"}',
  });
  expect(await foundAt(path)).toEqual([`har ${url}`, 'recording /v1/models', 'recording /v1/models']);
});
