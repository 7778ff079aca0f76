/** Where the entries of a HAR file stand. */
import { expect, test } from 'vitest';
import { entryPlaces } from '../../../src/upstream/replay/har-entries.js';

const entriesOf = (text: string): unknown[] => {
  const file = Buffer.from(text);
  return entryPlaces(file).map(({ from, to }) => JSON.parse(file.toString('utf8', from, to)));
};

test.each([0, 2])('are found whatever is in them, written with %i spaces', (spaces) => {
  const entries = [{ text: '"]},\\ 早 { [' }, { entries: [{ a: { b: [1] } }] }, {}];
  const log = {
    version: '1.2',
    entriesBefore: [{ a: 1 }],
    pages: [{ id: 'entries' }],
    creator: { name: 'entries' },
    entries,
    after: [{ a: 1 }],
  };
  expect(entriesOf(JSON.stringify({ log }, null, spaces))).toEqual(entries);
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
