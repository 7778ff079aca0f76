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

const readOf = ({ bytes, value }: ScannedEntry): unknown => value ?? (bytes && JSON.parse(bytes.toString()));

const entriesOf = (text: string, size = 1): unknown[] =>
  scan(text, size).found.map((entry, index) => {
    const { bytes, value, number, from, to } = entry;
    const standing = Buffer.from(text).toString('utf8', from, to);
    expect(number).toBe(index + 1);
    if (value) expect(value).toEqual(JSON.parse(standing));
    else expect(standing).toBe(bytes?.toString() ?? '');
    return readOf(entry);
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
  expect(scan(text, 5).end).toEqual({ hasList: true, isClosed: true, last: 3, isOpen: false });
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
  expect([found.length, end]).toEqual([1, { hasList: true, isClosed: false, last: 2, isOpen: true }]);
  expect(scan('Hi', 1).end).toEqual({ hasList: false, isClosed: true, last: 0, isOpen: false });
});

test('that are larger than any is are not kept, and hide no others', () => {
  const { found } = scan(JSON.stringify([{ a: 'x'.repeat(100) }, { b: 1 }]), 8, 50);
  expect(found.map(readOf)).toEqual([undefined, { b: 1 }]);
});

/** As one writer writes them, each with something that could be taken for the border between two. */
const alike = Array.from({ length: 9 }, (_, index) => ({
  time: `早${index}`,
  list: [{ time: '},{"time":' }, { time: index }],
  text: 'x'.repeat(index * 7),
}));

test.each([0, 2])('that are all alike are the same in each size of piece, written with %i spaces', (spaces) => {
  const plain = alike.map(({ list: _, ...entry }) => entry);
  for (const list of [alike, plain])
    for (const text of [JSON.stringify(list, null, spaces), JSON.stringify({ log: { entries: list } }, null, spaces)])
      for (const size of [1, 7, 64, 1000, 10_000]) expect(entriesOf(text, size)).toEqual(list);
});

test('that are bordered otherwise than those before are found', () => {
  const text = '[{"a":1},{"a":2},{"a":3} , {"a":4},{},{"b":5},5,{"a":6},[{"a":7},{"a":8}],{"a":{"a":[{},{"a":9}]}},{"a":10}]';
  const found = entriesOf(text, 1000);
  expect(found).toEqual(JSON.parse(text).map((one: unknown) => (typeof one === 'object' && !Array.isArray(one) ? one : undefined)));
  for (const size of [3, 20, 50]) expect(entriesOf(text, size)).toEqual(found);
});

test('of which one cannot be read hide no others', () => {
  const { found } = scan('[{"a":1},{"a":2},{"a":nonsense},{"a":4},{"a":5}]', 1000);
  expect(found.map(({ bytes, value }) => value ?? bytes?.toString())).toEqual([
    '{"a":1}',
    { a: 2 },
    '{"a":nonsense}',
    '{"a":4}',
    '{"a":5}',
  ]);
});

test('that are larger than any are not read, bordered as they may be', () => {
  const { found } = scan(JSON.stringify([{ a: 1 }, { a: 2 }, { a: 'x'.repeat(100) }, { a: 4 }, { a: 5 }]), 1000, 50);
  expect(found.map(readOf)).toEqual([{ a: 1 }, { a: 2 }, undefined, { a: 4 }, { a: 5 }]);
});
