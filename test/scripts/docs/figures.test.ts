import { expect, test } from 'vitest';
import { staleFigures, withFigures } from '../../../scripts/docs/figures.js';

const text = 'The contract has\nall 41 operations, 99\nendpoint pages, and 7 operations more.\n';

test.each([
  [{ operations: 41 }, [[3, 'says 7 operations; the contract has 41']]],
  [{ 'endpoint pages': 99, pages: 3 }, []],
  [{ 'endpoint pages': 101 }, [[2, 'says 99 endpoint pages; the contract has 101']]],
  [{ 'schema entries': 5 }, []],
])('%j', (figures, findings) => {
  expect(staleFigures(text, figures).map(({ line, message }) => [line, message])).toEqual(findings);
});

test('writes the figures as they are, and nothing else', () => {
  const figures = { operations: 44, 'endpoint pages': 105, pages: 3 };
  expect(withFigures(text, figures)).toBe('The contract has\nall 44 operations, 105\nendpoint pages, and 44 operations more.\n');
  expect(staleFigures(withFigures(text, figures), figures)).toEqual([]);
});
