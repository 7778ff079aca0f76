/** What is found first. */
import { expect, test } from 'vitest';
import { createFinder } from '../../../src/reference/browser/ranking.js';
import type { SearchEntry } from '../../../src/reference/search-index.js';

const entries: SearchEntry[] = [
  ['page', 'Feeding pets', 'Pets / feedPet', 'feedPet.pages.1'],
  ['field', 'unfed', 'Pet', 'schema:Pet.unfed'],
  ['field', 'last_feed', 'Pet', 'schema:Pet.last_feed'],
  ['schema', 'Feed', 'What a pet eats.', 'schema:Feed'],
  ['field', 'feeder', 'Pet', 'schema:Pet.feeder'],
  ['operation', 'Give a pet its food', 'feedPet POST /pets', 'feedPet'],
  ['model', 'feed-2-pro', 'feedPet', 'feedPet.body:Pro'],
];
const find = createFinder(entries);
const names = (query: string) => find(query, 10).map(({ entry }) => entry[1]);

test('a whole name, then beginnings of names by kind, then of words, then what is said', () => {
  expect(names('feed')).toEqual(['Feed', 'Give a pet its food', 'feed-2-pro', 'feeder', 'Feeding pets', 'last_feed']);
});

test('the middle of a word is found as well, and words in any order', () => {
  expect(names('fed')).toContain('unfed');
  expect(names('pets feed')).toContain('Feeding pets');
});

test('case, spaces around it and one wrong letter do not matter', () => {
  expect(names('  FEEDER ')[0]).toBe('feeder');
  expect(names('feader')).toContain('feeder');
});

test('nothing is found for nothing, nor for signs', () => {
  for (const query of ['', '   ', 'zzz', '***', '(']) expect(names(query)).toEqual([]);
});

test('what matched is told', () => {
  expect(find('feeder', 1)[0]?.pieces).toEqual(['', 'feeder', '']);
  expect(find('feed', 1)[0]?.pieces.join('')).toBe('Feed');
});

test('no more than wanted', () => expect(find('e', 2)).toHaveLength(2));
