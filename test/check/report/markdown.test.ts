/** A report as Markdown. */
import { expect, test } from 'vitest';
import { codeCell, markdownReport, plainCell } from '../../../src/check/report/markdown.js';
import { manyFailures, nasty, report } from './reports.js';

/** Cells of a row, as GitHub splits it. */
const cells = (line: string): string[] =>
  line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());

test('counts, and names what is to be looked at once', () => {
  const lines = markdownReport(report).split('\n');
  expect(lines[0]).toBe('## conform: recordings, app.har');
  expect(lines).toContain('1 passed, 2 failed, 1 skipped, 1 not reachable.');
  expect(lines).toContain(`| failed | \`response body /id: is required\` | 2 | createChatCompletion a\\|b ${plainCell(nasty).slice(5)} |`);
  expect(lines).toContain('| listModels | 0 | 1 | 0 | 1 |');
  expect(lines).toContain('2 workflows were left out.');
});

test('every row has as many cells as its table, whatever stands in them', () => {
  const rows = markdownReport(report)
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| \|/.test(line));
  const counts = rows.map((line) => cells(line).length);
  expect(new Set(counts)).toEqual(new Set([4, 5]));
  expect(markdownReport(report)).not.toMatch(/(?!\n)\p{Cc}/u);
});

test.each([
  ['plain', '`plain`'],
  ['a|b', '`a\\|b`'],
  ['a\\|b', '`a\\ \\|b`'],
  ['`a`', '`` `a` ``'],
  ['``` ```', '```` ``` ``` ````'],
  ['a\nb', '`a b`'],
])('%j as code', (text, expected) => {
  expect(codeCell(text)).toBe(expected);
});

test('outside of a table a bar is no more than a bar, and a sentence ends with one full stop', () => {
  const text = markdownReport({ ...report, notices: ['1 exchange checked.'] });
  const outside = text.split('\n').filter((line) => !line.startsWith('| '));
  expect(outside.find((line) => line.includes('``two``'))).toContain('a|b');
  expect(outside).toContain('1 exchange checked.');
});

test('stays below what GitHub takes, and says what is left out', () => {
  const text = markdownReport(manyFailures(20_000));
  expect(Buffer.byteLength(text)).toBeLessThan(1_000_000);
  expect(text).toMatch(/… and \d+ more lines, which there is no room for\.\n$/);
});
