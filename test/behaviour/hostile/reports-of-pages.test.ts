/** What stands on a page gives no orders to whoever reads a report of it: a terminal, a runner, a page of Markdown. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../scripts/docs/finding.js';
import { formats, report } from '../../../scripts/docs/report/formats.js';
import { toOutcome } from '../../../scripts/docs/report/outcome.js';

const hostile =
  '\u001b[31m\r\n::error file=a::planted\n%0A::error::b\n| a | ![x](y) <img src=z> [text](https://a.example) `c\u2028\u202e\u0000\u009b';
const finding: Finding = {
  kind: 'changed',
  source: hostile,
  page: hostile,
  where: hostile,
  pointer: hostile,
  message: hostile,
  before: hostile,
  after: hostile,
  places: [`${hostile}:1:1`],
  consequences: [{ kind: 'violation', source: hostile, where: hostile, message: hostile }],
  lines: [hostile, '- ```', '+ ::error::c'],
};
const outcome = toOutcome(
  [],
  [{ source: hostile, message: hostile, unreachable: false }],
  [{ page: hostile, state: 'compared' }],
  [finding],
);

describe.each([...formats])('in the form %s', (format) => {
  const text = report(outcome, format, true);

  test('nothing is hidden', () => {
    expect(text.replace(/\n/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  });

  test('no line is a command that is not ours', () => {
    const commands = text.split('\n').filter((line) => /^\s*::/.test(line));
    if (format !== 'github') expect(commands).toEqual([]);
    // One finding, one page that was not read, and how many there were.
    else expect(commands.map((line) => /^::\w+/.exec(line)?.[0])).toEqual(['::error', '::warning', '::notice']);
    if (format === 'github') expect(text).toContain('%250A');
  });

  test.runIf(format === 'markdown')('no markup is of the page', () => {
    const outside = text.replace(/(`{3,})diff[\s\S]*?\n\s*\1/g, '').replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '');
    expect(outside).not.toMatch(/(?<!\\)[<|[]/);
  });

  test.runIf(format === 'sarif')('no link is of the page', () => {
    const { runs } = JSON.parse(text);
    expect(runs[0].results[0].message.text).not.toMatch(/(?<!\\)\[/);
  });
});
