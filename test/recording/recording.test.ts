import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createRecorder } from '../../src/recording/recorder.js';
import { readRecordings, textOf, toRecordedBody } from '../../src/recording/recording.js';

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
  const body = toRecordedBody(text);
  expect(Object.keys(body)).toEqual(kept ? [kept] : []);
  const record = await createRecorder(folder);
  const request = { method: 'POST', url: '/', headers: {}, ...body };
  await record({ time: '2026-01-01T00:00:00.000Z', request, duration: 1, violations: [] });
  const [read] = await readRecordings(folder);
  expect(read && textOf(read.recording.request)).toBe(text || undefined);
});
