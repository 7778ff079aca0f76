/** Bodies in recordings. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createRecorder } from '../../src/recording/recorder.js';
import { textOf, toRecordedBody } from '../../src/recording/recording.js';
import { readRecordings } from '../recordings.js';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

test.each<[text: string | undefined, kept: 'json' | 'text' | undefined]>([
  [undefined, undefined],
  ['', undefined],
  ['{"a":[1]}', 'json'],
  ['words', 'text'],
  [nested(1000), 'json'],
  [nested(100_000), 'text'],
])('a body is kept as what it says where it can be, and comes back from a file: %.20s', async (text, kept) => {
  const folder = await mkdtemp(join(tmpdir(), 'nexconn-recording-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const body = toRecordedBody(text, false);
  expect(Object.keys(body)).toEqual(kept ? [kept] : []);
  const record = await createRecorder(folder);
  const request = { method: 'POST', url: '/', headers: {}, ...body };
  await record({ time: '2026-01-01T00:00:00.000Z', request, duration: 1, violations: [] });
  const [read] = await readRecordings(folder);
  expect(read && textOf(read.recording.request)).toBe(text || undefined);
});

test.each(['{"a":1}', '{ "a": 1 }', '{"a":1.0}', '{"a":"\\u0026"}', '[12345678901234567890]', '"text"', 'no JSON', '{"a":1}\n'])(
  'a response can be given again to the byte: %s',
  (text) => {
    expect(textOf(toRecordedBody(text, true))).toBe(text);
  },
);

test('JSON is kept parsed where nothing is lost by it, and of a request always', () => {
  expect(toRecordedBody('{"a":1}', true)).toEqual({ json: { a: 1 } });
  expect(toRecordedBody('{ "a": 1 }', false)).toEqual({ json: { a: 1 } });
  expect(toRecordedBody('', true)).toEqual({});
  expect(toRecordedBody(undefined, false)).toEqual({});
});
