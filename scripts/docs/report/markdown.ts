/** Words the outcome of the comparison for a pull request or an issue. */
import { codeCell, plainCell } from '../../../src/check/report/markdown.js';
import { visible } from '../../../src/http/visible-text.js';
import { groupBy } from '../../lib/group-by.js';
import type { Finding } from '../finding.js';
import type { Outcome } from './outcome.js';
import { findingText, leavesText, provenanceText, summaryText } from './text.js';

function findingLines(finding: Finding): string[] {
  const { kind, before, after, places = [], consequences = [], lines = [] } = finding;
  const values = [before !== undefined ? `before ${codeCell(before)}` : '', after !== undefined ? `now ${codeCell(after)}` : ''].filter(
    Boolean,
  );
  const details = [...values, ...places.map(codeCell), provenanceText(finding) ?? ''].filter(Boolean);
  const fence = '`'.repeat(Math.max(3, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1))));
  return [
    `- **${kind}** ${plainCell(findingText(finding))}${details.length > 0 ? ` (${details.join('; ')})` : ''}`,
    ...consequences.map((consequence) => `  - ${plainCell(findingText(consequence))}`),
    ...(lines.length > 0 ? ['', `  ${fence}diff`, ...lines.map((line) => `  ${visible(line)}`), `  ${fence}`, ''] : []),
  ];
}

export function markdownReport({ findings, failures, summary }: Outcome): string {
  const groups = groupBy(findings, ({ page, source }) => page ?? source);
  const sections = [...groups].map(([page, group]) => [`### ${plainCell(page)}`, '', ...group.flatMap(findingLines)].join('\n'));
  const unread = failures.length > 0 ? [['### Not read', '', ...failures.map(({ message }) => `- ${plainCell(message)}`)].join('\n')] : [];
  return ['## Documentation and contract', summaryText(summary), ...sections, ...unread, leavesText(summary)].join('\n\n');
}
