/** Where the entries of a list stand in a file. */
import { expect, test } from 'vitest';
import { EntryScanner, type ScanEnd, type ScannedEntry } from '../../src/recording/entries.js';

/** @param size of the pieces that the file comes in */
function scan(text: string, size: number, largest = 1000): { found: ScannedEntry[]; end: ScanEnd } {
  const file = Buffer.from(text);
  const scanner = new EntryScanner(largest);
  const found: ScannedEntry[] = [];
  for (let at = 0; at < file.length; at += size) found.push(...scanner.write(file.subarray(at, at + size)));
  return { found, end: scanner.end() };
}

const entriesOf = (text: string, size = 1): unknown[] =>
  scan(text, size).found.map(({ bytes, number, from, to }, index) => {
    expect([number, Buffer.from(text).toString('utf8', from, to)]).toEqual([index + 1, bytes?.toString() ?? '']);
    return bytes && JSON.parse(bytes.toString());
  });

const entries = [{ text: '"]},\\ 早 { [\\"' }, { entries: [{ a: { b: [1] } }] }, {}];

test.each([0, 2])('are found whatever is in them, written with %i spaces', (spaces) => {
  const log = {
    version: '1.2',
    entriesBefore: [{ a: 1 }],
    pages: [{ id: 'entries' }],
    creator: { name: 'entries' },
    entries,
    after: [{ a: 1 }],
  };
  const text = JSON.stringify({ log }, null, spaces);
  for (const size of [1, 2, 7, 1000]) expect(entriesOf(`\uFEFF${text}`, size)).toEqual(entries);
  for (const size of [1, 2, 7, 1000]) expect(entriesOf(JSON.stringify(entries, null, spaces), size)).toEqual(entries);
  expect(scan(text, 5).end).toEqual({ hasList: true, isClosed: true });
});

test('count also what is none', () => {
  expect(entriesOf('[null, {"a":1}, 5 ,"a,b",[{"c":1}], {"b":2}]')).toEqual([
    undefined,
    { a: 1 },
    undefined,
    undefined,
    undefined,
    { b: 2 },
  ]);
});

test.each([
  '',
  '{}',
  '[]',
  '{"log":{}}',
  '{"log":{"entries":{}}}',
  '{"log":{"entries":[{"a":',
  '{"log":{"comment":"entries","pages":[{}]}}',
])('are not found in %s', (text) => {
  expect(entriesOf(text)).toEqual([]);
});

test('of a file that was cut off are those before', () => {
  const { found, end } = scan('{"log":{"entries":[{"a":1},{"b":"x', 4);
  expect([found.length, end]).toEqual([1, { hasList: true, isClosed: false, open: 2 }]);
  expect(scan('Hi', 1).end).toEqual({ hasList: false, isClosed: true });
});

test('that are larger than any is are not kept, and hide no others', () => {
  const { found } = scan(JSON.stringify([{ a: 'x'.repeat(100) }, { b: 1 }]), 8, 50);
  expect(found.map(({ bytes }) => bytes?.toString())).toEqual([undefined, '{"b":1}']);
});
