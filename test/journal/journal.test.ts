/** How much the journal keeps. */
import { expect, test } from 'vitest';
import { Journal, type JournalRecord } from '../../src/journal/journal.js';
import { secretNames } from '../../src/journal/redaction.js';

const record = (requestText: string): JournalRecord => ({
  time: 0,
  session: '',
  method: 'POST',
  path: '/',
  query: '',
  status: 200,
  mediaType: 'application/json',
  violations: [],
  warnings: [],
  duration: 1,
  requestHeaders: { 'x-own-key': 'secret', accept: '*/*' },
  requestText,
});

test('an entry has its body parsed and its keys taken out', () => {
  const journal = new Journal(10, secretNames({ own: { type: 'apiKey', in: 'header', name: 'X-Own-Key' } }));
  journal.add(record('{"a":1}'));
  expect(journal.list()).toMatchObject([{ id: 1, requestBody: { a: 1 }, requestHeaders: { 'x-own-key': '[redacted]', accept: '*/*' } }]);
});

test('large bodies make room for new ones, oldest first, and their entries stay', () => {
  const journal = new Journal(10, secretNames({}), 100);
  for (let index = 0; index < 6; index++) journal.add(record(`"${String(index).repeat(28)}"`));
  const bodies = journal.list().map(({ requestBody }) => requestBody);
  expect(bodies).toHaveLength(6);
  expect(bodies.slice(0, 2)).toEqual([undefined, undefined]);
  expect(bodies.at(-1)).toBe('5'.repeat(28));
  expect(bodies.join('').length).toBeLessThanOrEqual(100);
});
