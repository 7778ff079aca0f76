/** Violations that are known. */
import { expect, test } from 'vitest';
import { baselineFor, type KnownViolation, knownViolations } from '../../src/check/baseline.js';
import { violationOf } from '../../src/check/findings/violation.js';
import { contractFetch } from '../../src/testing/index.js';

const entry: KnownViolation = {
  operation: 'listModels',
  part: 'response',
  pointer: '/data/*/id',
  keyword: 'required',
  reason: 'to be fixed by the gateway',
  since: '2026-01-31',
};

const violation = (pointer = '/data/7/id', expected = 'is required') =>
  violationOf({ part: 'response', in: 'body', pointer, field: '', keyword: 'required', expected, got: 'nothing' }, 'listModels');

test('an entry is about every item of a list, and about nothing else', () => {
  const baseline = knownViolations([entry]);
  expect(baseline.isKnown(violation())).toBe(true);
  expect(baseline.isKnown(violation('/data/8/id'))).toBe(true);
  expect(baseline.isKnown(violation('/data/8/object'))).toBe(false);
  expect(baseline.isKnown({ ...violation(), operation: 'getVideo' })).toBe(false);
  expect(baseline.isKnown({ ...violation(), keyword: 'type' })).toBe(false);
  expect(baseline.isKnown({ ...violation(), part: 'stream' })).toBe(false);
  expect(baseline.met).toBe(2);
});

test('what is expected counts where it is said', () => {
  const baseline = knownViolations([{ ...entry, expected: 'must be a text' }]);
  expect(baseline.isKnown(violation())).toBe(false);
  expect(baseline.isKnown(violation('/data/0/id', 'must be a text'))).toBe(true);
});

test('what was never met is fixed', () => {
  const other = { ...entry, pointer: '/object' };
  const baseline = knownViolations([entry, other]);
  baseline.isKnown(violation());
  expect(baseline.fixed()).toEqual([other]);
});

test.each([
  [{}, 'known violations are a list'],
  [[null], 'entry 1 must be an object'],
  [[entry, { ...entry, reason: ' ' }], 'entry 2: reason must be why it is borne with, got " "'],
  [[{ ...entry, since: undefined }], 'entry 1: since must be a day, such as 2026-01-31, got nothing'],
  [[{ ...entry, since: '2026-02-30' }], 'entry 1: since must be a day, such as 2026-01-31, got "2026-02-30"'],
  [[{ ...entry, part: 'body' }], 'entry 1: part must be one of request, response, stream, job, workflow, got "body"'],
  [[{ ...entry, pointer: 'id' }], 'entry 1: pointer must be a JSON pointer, such as /choices/*/message, got "id"'],
  [
    [{ ...entry, until: '2027-01-01' }],
    'entry 1 has an unknown member "until"; known: operation, part, pointer, keyword, expected, reason, since',
  ],
])('%j is refused', (entries, message) => {
  expect(() => knownViolations(entries)).toThrow(message);
});

test('what was found makes a list whose reasons are to be filled in', () => {
  const entries = baselineFor([violation('/data/0/id'), violation('/data/1/id'), violation('/object')], '2026-02-01');
  expect(entries).toEqual([
    { ...entry, expected: 'is required', reason: '', since: '2026-02-01' },
    { ...entry, pointer: '/object', expected: 'is required', reason: '', since: '2026-02-01' },
  ]);
  expect(() => knownViolations(entries)).toThrow('entry 1: reason must be');
});

test('contractFetch says nothing of them', async () => {
  const baseline = knownViolations([{ ...entry, pointer: '/object' }]);
  const body = JSON.stringify({ data: [] });
  const checked = contractFetch(async () => new Response(body, { headers: { 'content-type': 'application/json' } }), { baseline });
  const call = async () => (await checked('https://gateway.example/v1/models')).text();
  expect(await call()).toBe(body);
  expect(baseline.met).toBe(1);
  expect(() => contractFetch(fetch, { baseline: [] as never })).toThrow('baseline must be made by knownViolations');
});
