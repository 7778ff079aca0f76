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
  const journal = new Journal(10, secretNames({}), 1200);
  for (let index = 0; index < 6; index++) journal.add(record(`"${String(index).repeat(100)}"`));
  const bodies = journal.list().map(({ requestBody }) => requestBody);
  expect(bodies).toHaveLength(6);
  expect(bodies.slice(0, 2)).toEqual([undefined, undefined]);
  expect(bodies.at(-1)).toBe('5'.repeat(100));
  expect(bodies.join('').length * 2).toBeLessThanOrEqual(1200);
});

test('so do entries whose findings, headers or paths are large', () => {
  const finding = { in: 'body', pointer: '/a', field: 'a', keyword: 'type', expected: '', got: '', message: 'm'.repeat(100) };
  for (const large of [
    { violations: [finding, finding] },
    { warnings: [finding, finding] },
    { requestHeaders: { a: 'b'.repeat(200) } },
    { path: '/'.repeat(200) },
  ]) {
    const journal = new Journal(100, secretNames({}), 4000);
    for (let index = 0; index < 50; index++) journal.add({ ...record(''), ...large });
    const [first, ...others] = journal.list();
    expect(others.length).toBeGreaterThan(0);
    expect(others.length).toBeLessThan(12);
    expect((first?.id ?? 0) + others.length).toBe(50);
    const entry = journal.open({ ...record(''), status: 0 });
    journal.update(entry, large);
    expect(journal.list().at(-1)).toMatchObject({ id: 51 });
  }
});

test('what is open says so until it is complete, and one that is cleared meanwhile takes no room', () => {
  const journal = new Journal(10, secretNames({}), 400);
  const { requestText: _, ...arrived } = record('');
  const entry = journal.open({ ...arrived, status: 0 });
  expect(journal.list()).toMatchObject([{ status: 0, open: true }]);
  journal.update(entry, { status: 200, requestText: '"kept"' });
  journal.complete(entry, { duration: 5, events: 3, aborted: true });
  expect(journal.list()).toMatchObject([{ status: 200, requestBody: 'kept', duration: 5, events: 3, aborted: true }]);
  expect(JSON.stringify(journal.list())).not.toContain('open');
  const other = journal.open(arrived);
  journal.clear();
  journal.update(other, { requestText: 'x'.repeat(190) });
  journal.add(record('"still here"'));
  expect(journal.list()).toMatchObject([{ requestBody: 'still here' }]);
});

test('a body is counted once, also by the entry that makes others go', () => {
  const journal = new Journal(2, secretNames({}), 300);
  for (let index = 0; index < 4; index++) journal.add(record('"0123456789"'));
  journal.add(record('"0123456789"'));
  expect(journal.list().map(({ requestBody }) => requestBody)).toEqual(['0123456789', '0123456789']);
});
