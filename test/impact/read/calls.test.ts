/** Whatever calls were kept in, the same is known of them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { KnownCall } from '../../../src/impact/known-call.js';
import { readCalls } from '../../../src/impact/read/calls.js';
import { recordingOf } from '../toy-calls.js';

const bear = { kind: 'bear', name: 'Bruno' };
const toy = { id: 'a', status: 'made' };
const request = { method: 'post', path: '/v1/toys', headers: { 'Content-Type': 'application/json' } };
const whole = { consumer: { name: 'app' }, provider: { name: 'shop' } };

async function read(value: unknown, name = 'calls.json') {
  const folder = await mkdtemp(join(tmpdir(), 'nexconn-calls-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, name);
  await writeFile(file, typeof value === 'string' ? value : JSON.stringify(value));
  const calls: KnownCall[] = [];
  const unread: { problem: string }[] = [];
  for await (const found of readCalls(file)) {
    if ('problem' in found) unread.push(found);
    else calls.push(...found.calls);
  }
  return { calls, unread };
}

const har = (...entries: unknown[]) => ({ log: { entries } });
const entry = {
  startedDateTime: '2026-01-01T00:00:00Z',
  time: 1,
  request: {
    method: 'POST',
    url: 'https://toys.example/v1/toys',
    headers: [],
    postData: { mimeType: 'application/json', text: JSON.stringify(bear) },
  },
  response: { status: 201, headers: [], content: { mimeType: 'application/json', text: JSON.stringify(toy), size: 30 } },
};

describe('a call is known from', () => {
  test.each<[what: string, value: unknown]>([
    ['a recording', recordingOf({ sent: bear, answer: toy })],
    ['a HAR file of a browser', har(entry)],
    [
      'a pact of version 2',
      {
        ...whole,
        interactions: [
          {
            description: 'a bear',
            request: { ...request, body: bear },
            response: { status: 201, headers: { 'Content-Type': 'application/json; charset=utf-8' }, body: toy },
          },
        ],
        metadata: { pactSpecification: { version: '2.0.0' } },
      },
    ],
    [
      'a pact of version 3',
      {
        ...whole,
        interactions: [
          {
            description: 'a bear',
            request: { ...request, body: bear, matchingRules: { body: { '$.name': { matchers: [{ match: 'type' }] } } } },
            response: { status: 201, headers: { 'content-type': 'application/json' }, body: toy },
          },
        ],
        metadata: { pactSpecification: { version: '3.0.0' } },
      },
    ],
    [
      'a pact of version 4',
      {
        ...whole,
        interactions: [
          {
            type: 'Synchronous/HTTP',
            description: 'a bear',
            request: {
              method: 'POST',
              path: '/v1/toys',
              headers: { 'Content-Type': ['application/json'] },
              body: { content: bear, contentType: 'application/json', encoded: false },
            },
            response: {
              status: 201,
              headers: { 'Content-Type': ['application/json'] },
              body: { content: toy, contentType: 'application/json', encoded: false },
            },
          },
        ],
        metadata: { pactSpecification: { version: '4.0' } },
      },
    ],
  ])('%s', async (_, value) => {
    const { calls, unread } = await read(value);
    expect(unread).toEqual([]);
    expect(calls).toMatchObject([
      {
        address: { method: 'POST', path: '/v1/toys' },
        call: {
          request: { hasBody: true, mediaType: 'application/json', values: [{ pointer: '', value: bear }] },
          status: 201,
          response: { hasBody: true, mediaType: 'application/json', values: [{ pointer: '', value: toy }] },
        },
      },
    ]);
  });

  test('a journal, without its answer, but with the name of the example', async () => {
    const { calls } = await read([
      {
        id: 7,
        time: 1,
        method: 'POST',
        path: '/v1/toys',
        query: '',
        status: 201,
        mediaType: 'application/json',
        example: 'bear-make-a-toy',
        requestHeaders: { 'content-type': 'application/json' },
        requestBody: bear,
        violations: [],
        warnings: [],
      },
      { id: 8, method: 'POST', path: '/hook', callback: { url: 'http://app/hook', attempt: 1 }, requestHeaders: {} },
    ]);
    expect(calls).toMatchObject([
      {
        source: expect.stringMatching(/calls\.json, request 7$/),
        example: 'bear-make-a-toy',
        call: { request: { values: [{ value: bear }] }, status: 201, response: { values: undefined } },
      },
    ]);
  });

  test('a journal in short, which tells nothing of the request but its address', async () => {
    const { calls } = await read([
      { id: 1, method: 'GET', path: '/v1/toys/a', query: 'size=small', status: 200, mediaType: 'application/json' },
    ]);
    expect(calls[0]?.call.request.hasBody).toBeUndefined();
    expect(calls[0]?.call.sent('query', 'size')).toEqual(['small']);
    expect(calls[0]?.call.sent('header', 'x')).toBeUndefined();
  });

  test('a coverage report, one for each answer that was given', async () => {
    const rows = [
      { operation: 'getToy', status: '200', mediaType: 'application/json', example: 'a', hits: 2 },
      { operation: 'getToy', status: '404', mediaType: 'application/json', hits: 0 },
    ];
    const { calls } = await read({ rows, stateRows: [] });
    expect(calls).toMatchObject([{ address: { operation: 'getToy' }, example: 'a', call: { status: 200 } }]);
  });

  test('a pact with a query, whatever its version', async () => {
    const interactions = ['size=small&size=large', { size: ['small', 'large'] }].map((query) => ({
      request: { method: 'GET', path: '/v1/toys/a', query },
      response: { status: 200 },
    }));
    const { calls } = await read({ ...whole, interactions });
    expect(calls.map(({ call }) => call.sent('query', 'size'))).toEqual([
      ['small', 'large'],
      ['small', 'large'],
    ]);
    expect(calls.map(({ call }) => call.request.hasBody)).toEqual([false, false]);
  });

  test('a pact of messages only, none', async () => {
    expect((await read({ ...whole, interactions: [{ type: 'Asynchronous/Messages', contents: {} }] })).calls).toEqual([]);
  });
});

describe('what is none of these is told in one line', () => {
  test.each([
    ['no JSON', 'hello', /is not JSON$/],
    ['cut off', '{"log": {"entries": [', /was cut off: it ends after entry 0$/],
    ['something else', '{"a": 1}', /calls\.json is no recording: /],
    ['null', 'null', /is no recording: /],
  ])('%s', async (_, text, message) => {
    expect(await read(text)).toEqual({ calls: [], unread: [{ source: expect.any(String), problem: expect.stringMatching(message) }] });
  });

  test('and one broken entry leaves the others', async () => {
    const { calls, unread } = await read(har({ request: {} }, entry), 'a.har');
    expect(calls).toHaveLength(1);
    expect(unread).toMatchObject([{ problem: expect.stringContaining('request.method and request.url are needed') }]);
  });
});
