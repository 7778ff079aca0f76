/** A report as Markdown: for `$GITHUB_STEP_SUMMARY`, a pull request, a page. */
import { byGroup, caseStatuses, concernsOf, countCases, countsText, type Report, statusWords } from './report.js';

/** GitHub takes a summary of 1 MiB, of a step and of all of a job together. */
const mostBytes = 900_000;
/** How to repeat more of them is in the other forms. */
const mostDetails = 20;

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');

/** A cell that means nothing but itself. */
export const plainCell = (text: string): string => oneLine(text).replace(/[\\`*_[\]<>|~&#]/g, (character) => `\\${character}`);

/** A cell in which the text stands as it is. */
export const codeCell = (text: string): string =>
  // Of a line before a bar, the last backslash would be taken for one that escapes the one of the bar.
  codeSpan(
    oneLine(text)
      .replace(/\\+(?=\|)/g, '$& ')
      .replaceAll('|', '\\|'),
  );

/** A line in which the text stands as it is. */
function codeSpan(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

/** A block in which the lines stand as they are. */
function codeBlock(lines: readonly string[]): string {
  const text = lines.map(oneLine).join('\n');
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The lines, as many as there is room for. */
export function within(lines: readonly string[], left: (count: number) => string, bytes = mostBytes): string {
  const encoder = new TextEncoder();
  let size = 0;
  for (const [index, line] of lines.entries()) {
    size += encoder.encode(line).length + 1;
    if (size > bytes) return `${[...lines.slice(0, index), '', left(lines.length - index)].join('\n')}\n`;
  }
  return `${lines.join('\n')}\n`;
}

/** Sums by group, then what is to be looked at, each once, then how to repeat it. */
export function markdownReport({ title, cases, notices = [] }: Report): string {
  const concerns = concernsOf(cases);
  const groups = [...byGroup(cases)].map(([group, own]) => {
    const counts = countCases(own);
    return row([plainCell(group), ...caseStatuses.map((status) => String(counts[status]))]);
  });
  const found = concerns.map(({ status, message, cases: own }) => {
    const [first] = own;
    const where = first ? plainCell(`${first.group} ${first.name}`) : '';
    return row([statusWords[status], codeCell(message), String(own.length), where]);
  });
  const repeated = concerns
    .filter(({ details = [] }) => details.length > 0)
    .slice(0, mostDetails)
    .flatMap(({ message, details = [] }) => ['', codeSpan(message), '', codeBlock(details)]);
  const lines = [
    `## ${plainCell(title)}`,
    '',
    `${countsText(countCases(cases))}.`,
    ...notices.map((notice) => `\n${plainCell(notice.replace(/\.$/, ''))}.`),
    ...(found.length > 0 ? ['', '| Result | What | Times | First in |', '|---|---|---:|---|', ...found] : []),
    ...(groups.length > 0
      ? [
          '',
          `| | ${caseStatuses.map((status) => statusWords[status]).join(' | ')} |`,
          `|---|${caseStatuses.map(() => '---:|').join('')}`,
          ...groups,
        ]
      : []),
    ...(repeated.length > 0 ? ['', '<details><summary>How to repeat it</summary>', ...repeated, '', '</details>'] : []),
  ];
  return within(lines, (count) => `… and ${count} more lines, which there is no room for.`);
}
